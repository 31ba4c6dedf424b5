import { describe, expect, it } from "vitest";
import { findBadCharacter } from "#pipeline/stage/bad-character.ts";

describe("findBadCharacter", () => {
  it.each([
    ["a zero-width space", "To\u200Bwn", { character: "U+200B", fault: "invisible" }],
    ["a NUL", "To\0wn", { character: "U+0000", fault: "invisible" }],
    ["a sign that turns the direction", "To\u202Ewn", { character: "U+202E", fault: "invisible" }],
    ["a soft hyphen", "To\u00ADwn", { character: "U+00AD", fault: "invisible" }],
    ["a letter that was lost", "C\uFFFDte", { character: "U+FFFD", fault: "lost" }],
    ["é read as windows-1252", "SÃ©gou", { character: "Ã©", fault: "misread" }],
    ["É read as windows-1252", "Ã‰tat", { character: "Ã‰", fault: "misread" }],
    ["a tag", "To\u{E0041}wn", { character: "U+E0041", fault: "invisible" }],
    ["a variation selector after a letter", "To\uFE0Fwn", { character: "U+FE0F", fault: "invisible" }],
    ["a joiner in a Latin word", "To\u200Dwn", { character: "U+200D", fault: "invisible" }],
    ["a filler", "To\u3164wn", { character: "U+3164", fault: "invisible" }],
    ["an isolated direction", "To\u2067wn", { character: "U+2067", fault: "invisible" }],
    ["a private character", "\uF0B7 Town", { character: "U+F0B7", fault: "unassigned" }],
    ["half a pair", "To\uD800wn", { character: "U+D800", fault: "unassigned" }],
    ["a Cyrillic letter in a Latin word", "T\u043Ewn", { character: "U+043E", fault: "look-alike" }],
    ["a Greek letter in a Latin word", "T\u03BFwn", { character: "U+03BF", fault: "look-alike" }],
    ["a wide letter", "\uFF34own", { character: "U+FF34", fault: "look-alike" }],
    ["a mathematical letter", "\u{1D413}own", { character: "U+1D413", fault: "look-alike" }],
    ["a ligature", "\uFB01ghters", { character: "U+FB01", fault: "look-alike" }],
    ["é read as Mac Roman", "S√©gou", { character: "√©", fault: "misread" }],
    ["é read as windows-1251", "SГ©gou", { character: "Г©", fault: "misread" }],
    ["é read as CP866", "S├йgou", { character: "├", fault: "misread" }],
    ["é read as KOI8-R", "Sц╘gou", { character: "╘", fault: "misread" }],
    ["ô read as windows-1251", "CГґte dвЂ™Ivoire", { character: "Гґ", fault: "misread" }],
    ["à read as windows-1252, with its no-break space tidied", "Ã la", { character: "Ã", fault: "misread" }],
    ["ş read as windows-1252", "KarataÅŸ", { character: "ÅŸ", fault: "misread" }],
    ["œ read as windows-1252", "cÅ“ur", { character: "Å“", meant: "cœur" }],
    ["à with its no-break space", "dÃ©jÃ\u00A0vu", { character: "Ã©", fault: "misread" }],
    ["à with its space at the end", "voilÃ", { character: "Ã", meant: "voilà" }],
    ["Á, whose second byte windows-1252 lacks", "Ã\u0081vila", { fault: "misread", meant: "Ávila" }],
    ["é and è read as Mac Roman", "S√©v√®re", { character: "√©", meant: "Sévère" }],
    ["é after a quote, read as Mac Roman", "«√©lan", { character: "√©", meant: "«élan" }],
    ["an apostrophe read as Mac Roman", "d‚ÄôIvoire", { character: "‚Äô", meant: "d’Ivoire" }],
    ["é read wrongly twice", "SÃƒÂ©gou", { fault: "misread", meant: "Ségou" }],
    ["é read as windows-1251, with its word", "SГ©gou", { meant: "Ségou" }],
    ["an apostrophe read as latin1", "dâ\u0080\u0099Ivoire", { fault: "misread", meant: "d’Ivoire" }],
    ["an entity with a name", "C&ocirc;te d'Ivoire", { character: "&ocirc;", fault: "entity", meant: "Côte" }],
    ["an entity with a number", "S&#233;v&#xe9;r&eacute;", { character: "&#233;", fault: "entity", meant: "Sévéré" }],
    ["a no-break space of HTML", "10&nbsp;000", { character: "&nbsp;", fault: "entity", meant: "10 000" }],
    ["an ampersand of HTML", "Search &amp; Rescue", { character: "&amp;", fault: "entity", meant: "&" }],
    ["an invisible character inside a word, and the word", "To\u200Bwn", { meant: "Town" }],
    ["an invisible character between words", "To \u200B wn", { meant: null }],
    ["an apostrophe read as windows-1252", "Côte dâ€™Ivoire", { character: "â€™", fault: "misread" }],
  ])("finds %s", (_, text, found) => {
    expect(findBadCharacter(text)).toMatchObject(found);
  });

  it.each([
    "Côte d’Ivoire",
    "São Paulo, SÃO PAULO, Âge d'or",
    "Two lines,\nthe second one here",
    "a flag 🏴‍☠️ of several signs",
    "می‌خواهم",
    "5 €, 20 °C",
    "Москва, рад, нельзя",
    "Αθήνα and Ελλάδα",
    "“Élan” – « ça », 5 µg ½ ±2 ×3",
    "Selin Karataş ışık ğ",
    "“Å” and «É», l’été, d’Å",
    "AT&T; R&D; Q&A;",
    "√2 ≈ 1.41, ƒ(x), ¬p",
  ])("finds nothing in %j", (text) => {
    expect(findBadCharacter(text)).toBeNull();
  });
});
