import { describe, expect, it } from "vitest";
import { checkIndex, evidenceOf, expandEvidence, rangesOf, sentenceIndex } from "#pipeline/core/sentence-index.ts";
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

  it("reports a paragraph that does not exist, and how many there are", () => {
    expect(expand("p0s1")).toEqual({
      locators: [],
      faults: [{ kind: "unknown", locator: "p0s1", last: null, lines: 3 }],
    });
  });

  it("names the last sentence of a paragraph that has fewer", () => {
    expect(expand("p2s99").faults).toEqual([{ kind: "unknown", locator: "p2s99", last: "p2s3", lines: null }]);
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

  it("counts the sentences of each range", () => {
    expect(rangesOf([4, 0, 1, 2, 4], index)).toEqual([
      { locators: "p1s1-p2s1", sentences: 3 },
      { locators: "p2s3", sentences: 1 },
    ]);
  });
});

describe("the pages of an index", () => {
  const on = (...pages: readonly (number | null)[]) =>
    checkIndex({ ...index, entries: index.entries.map((row, at) => ({ ...row, page: pages[at] ?? null })) });

  it("may skip pages, and go back to the next line after a paragraph that went on behind a box", () => {
    expect(on(1, 3, 2, 2, null, 2)).toEqual([]);
  });

  it("do not go back within a line", () => {
    expect(on(1, 1, 8, null, 7, 9)).toMatchObject([
      { code: "resolve/altered-index", at: { line: 6, column: "page" }, locator: "p2s3" },
    ]);
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

describe("the work that evidence costs", () => {
  /** An index of one paragraph that counts how often its entries are read. */
  function countedIndex(sentences: number) {
    let reads = 0;
    const { entries } = anIndexOf("One. ".repeat(sentences));
    const counted = new Proxy(entries, {
      get: (all, name) => {
        if (typeof name === "string" && /^\d+$/u.test(name)) reads += 1;
        return Reflect.get(all, name);
      },
    });
    const of = sentenceIndex("source-a", "raw/documents/source-a.index.csv", counted);
    reads = 0;
    return { of, reads: () => reads };
  }

  it("does not grow with the number of ranges that overlap", () => {
    const { of, reads } = countedIndex(500);
    const overlapping = Array.from({ length: 1_000 }, () => "p1s1-p1s500").join("; ");
    expect(expandEvidence(overlapping, of).entries).toHaveLength(500);
    expect(reads()).toBe(500);
  });

  it("does not grow with the number of cells that name a sentence which is not there", () => {
    const { of, reads } = countedIndex(500);
    for (let cell = 0; cell < 1_000; cell += 1)
      expect(expandEvidence(`p1s${1_000 + cell}`, of).faults).toMatchObject([{ last: "p1s500" }]);
    expect(reads()).toBe(500);
  });
});

describe("the lines of an index file", () => {
  it("are those on which its rows stand, not their positions", () => {
    const [first, second] = anIndexOf("One. Two.").entries;
    const altered = [first, second].flatMap((entry) => entry ?? []).reverse();
    const of = sentenceIndex("source-a", "raw/documents/source-a.index.csv", altered, [3, 7]);
    expect(checkIndex(of).map(({ at }) => at.line)).toEqual([3, 7]);
  });
});
