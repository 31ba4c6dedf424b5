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
  ])("finds nothing in %j", (text) => {
    expect(findBadCharacter(text)).toBeNull();
  });
});
