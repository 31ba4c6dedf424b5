import { describe, expect, it } from "vitest";
import { countWords, hashSentence, readSentence } from "#pipeline/core/sentence-hash.ts";

describe("the hash of a sentence", () => {
  it.each([
    ["white space", "one  two\u00A0three", " one two three "],
    ["quotes", "‘one’ “two”", "'one' \"two\""],
    ["guillemets and the space inside them", "« un »", '"un"'],
    ["dashes and hyphens", "one–two—three‑four", "one-two-three-four"],
    ["ligatures", "oﬃce ﬁre", "office fire"],
    ["soft hyphens and zero-width signs", "in\u00ADvisible\u200B", "invisible"],
    ["composed and decomposed letters", "e\u0301te\u0301", "été"],
  ])("does not see %s", (_, a, b) => {
    expect(hashSentence(a)).toBe(hashSentence(b));
  });

  /** Where the work grows with the square of the length, this takes an hour, and the test is stopped. */
  it("takes a sentence with millions of spaces", () => {
    const spaces = " ".repeat(3_000_000);
    expect(hashSentence(`«${spaces}one${spaces}two${spaces}»`)).toBe(hashSentence('"one two"'));
    expect(hashSentence(`one${"\u00A0".repeat(3_000_000)}two`)).toBe(hashSentence("one two"));
  });

  it("sees every letter, digit and full stop", () => {
    const hashes = ["One two.", "one two.", "One two", "One 2."].map(hashSentence);
    expect(new Set(hashes).size).toBe(4);
  });

  it("is that of the folded text, so that others can compute it", () => {
    expect(hashSentence("“A”  – b")).toBe("a2e93a4d34d7f6bc2392e9ebe28cffa213042869362173ca2e4dc532190ecd98");
  });
});

it("words are what white space separates and what has a letter or digit", () => {
  expect(countWords("One - two, 3 …")).toBe(3);
});

it("a text with another sentence in the place is not read", () => {
  const entry = { start: 0, end: 4, sha256: hashSentence("One.") };
  expect(readSentence(entry, "One. Two.")).toBe("One.");
  expect(readSentence(entry, "Two. One.")).toBeNull();
});
