import { describe, expect, it } from "vitest";
import { suspectSentences } from "#pipeline/documents/suspect-sentences.ts";

describe("suspectSentences", () => {
  it("finds a sentence that begins with a small letter, and a single word before others", () => {
    expect(suspectSentences("It began so.\nlower case at the beginning of a line. Then more followed.\n")).toEqual([]);
    expect(suspectSentences("Really! The traders came! then they left.\n")).toContain("p1s1");
  });

  it("finds a sentence that is too long", () => {
    expect(suspectSentences(`One two three.\n${"word ".repeat(130)}end.\n`)).toEqual(["p2s1"]);
  });
});
