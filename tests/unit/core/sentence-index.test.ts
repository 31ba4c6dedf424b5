import { describe, expect, it } from "vitest";
import { checkIndex, evidenceOf, expandEvidence, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { anIndexOf } from "#tests/builders/document.ts";

const index = anIndexOf("One. Two.\n\nThree. Four. Five.\nSix.");
const expand = (evidence: string) => {
  const { entries, faults } = expandEvidence(evidence, index);
  return { locators: entries.map(({ locator }) => locator), faults };
};

describe("expanding evidence", () => {
  it("names each sentence once, in the order of the text", () => {
    expect(expand("p3s1; p1s2-p2s2; p2s1").locators).toEqual(["p1s2", "p2s1", "p2s2", "p3s1"]);
  });

  it("reports a paragraph that does not exist", () => {
    expect(expand("p0s1")).toEqual({ locators: [], faults: [{ kind: "unknown", locator: "p0s1", last: null }] });
  });

  it("names the last sentence of a paragraph that has fewer", () => {
    expect(expand("p2s99").faults).toEqual([{ kind: "unknown", locator: "p2s99", last: "p2s3" }]);
  });

  it("reports a range that runs backwards", () => {
    expect(expand("p2s2-p1s1")).toEqual({ locators: [], faults: [{ kind: "backwards", from: "p2s2", to: "p1s1" }] });
  });

  it("names the good part of a cell that has a bad one", () => {
    expect(expand("p1s1; p9s1").locators).toEqual(["p1s1"]);
  });
});

describe("the shortest evidence for some sentences", () => {
  it("joins consecutive sentences, also across paragraphs", () => {
    expect(evidenceOf([4, 0, 1, 2, 4], index)).toBe("p1s1-p2s1; p2s3");
    expect(evidenceOf([], index)).toBe("");
  });
});

describe("a consistent index", () => {
  it("is one that a text gives", () => {
    expect(checkIndex(index)).toEqual([]);
  });

  it.each([
    ["a row taken out", index.entries.filter((_, at) => at !== 3), "p2s3"],
    ["a row doubled", index.entries.flatMap((row, at) => (at === 1 ? [row, row] : [row])), "p1s2"],
    ["two rows swapped", [1, 0, 2, 3, 4, 5].flatMap((at) => index.entries[at] ?? []), "p1s2"],
    ["a locator that is none", index.entries.map((row, at) => (at === 2 ? { ...row, locator: "p0s1" } : row)), "p0s1"],
    ["a sentence that overlaps", index.entries.map((row, at) => (at === 3 ? { ...row, start: 12 } : row)), "p2s2"],
    ["more words than letters", index.entries.map((row, at) => (at === 5 ? { ...row, words: 99 } : row)), "p3s1"],
    [
      "a paragraph in the line of another",
      index.entries.map((row, at) => (at === 5 ? { ...row, line: 3 } : row)),
      "p3s1",
    ],
  ])("is not one with %s", (_, rows, locator) => {
    const [issue] = checkIndex(sentenceIndex("source-a", "a.index.csv", rows));
    expect(issue).toMatchObject({
      code: "resolve/altered-index",
      locator,
      at: { file: "a.index.csv", column: "locator" },
    });
  });
});
