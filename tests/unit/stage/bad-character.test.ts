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
    ["an apostrophe read as windows-1252", "Côte dâ€™Ivoire", { character: "â€™", fault: "misread" }],
  ])("finds %s", (_, text, found) => {
    expect(findBadCharacter(text)).toEqual(found);
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
  ])("finds nothing in %j", (text) => {
    expect(findBadCharacter(text)).toBeNull();
  });
});
