import { describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { formatVerification } from "#pipeline/documents/format-verification.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { isChanged, verifyIndex } from "#pipeline/documents/verify-index.ts";
import { aCitingFile, aFile, anIndexOf, verifyAgainst, verifyChange } from "#tests/builders/document.ts";

const BEFORE = "One is here. Two is here.\n\nThree is here. Four is here. Five is here.\n\nSix is here.\n";

describe("verifying a text", () => {
  it("accepts the one that the index was cut from", () => {
    const found = verifyChange(BEFORE, BEFORE);
    expect(found).toMatchObject({
      isRecorded: true,
      isIndexCurrent: true,
      unchanged: 6,
      moved: [],
      gone: [],
      issues: [],
    });
    expect(isChanged(found)).toBe(false);
  });

  it("accepts one with other line ends or in decomposed Unicode", () => {
    const before = "Été ici.\nDeux ici.\n";
    const found = verifyChange(before, before.normalize("NFD").replaceAll("\n", "\r\n"));
    expect(found).toMatchObject({ unchanged: 2, moved: [], gone: [], added: [], isIndexCurrent: true });
    expect(isChanged(found)).toBe(false);
  });

  it("reports a paragraph inserted, a sentence changed and two swapped as exactly that", () => {
    const now =
      "One is here. Two is here.\n\nNew is here.\n\nThree is here. Five is here. Four is here.\n\nSix was here.\n";
    const found = verifyChange(BEFORE, now, [aCitingFile("p1s1", "p2s1", "p2s1-p2s3; p3s1", "p3s1")]);
    expect(found).toMatchObject({
      unchanged: 2,
      moved: [
        { from: "p2s1", to: "p3s1", sentences: 1 },
        { from: "p2s2", to: "p3s3", sentences: 1 },
        { from: "p2s3", to: "p3s2", sentences: 1 },
      ],
      gone: [{ locator: "p3s1", inItsPlace: [], citedBy: expect.arrayContaining([expect.stringContaining("rel-4")]) }],
      added: [
        { locator: "p2s1", text: "New is here." },
        { locator: "p4s1", text: "Six was here." },
      ],
    });
    expect(found.issues).toMatchObject([{ code: "documents/gone", locator: "p3s1" }]);
    expect(found.relocation.rewrites.map(({ after }) => after)).toEqual(["p3s1"]);
    expect(found.relocation.blocked.map(({ citation, gone }) => [citation.recordId, gone])).toEqual([
      ["rel-3", ["p3s1"]],
      ["rel-4", ["p3s1"]],
    ]);
  });

  it("groups what moved together into one run", () => {
    const { moved } = verifyChange(BEFORE, `Zero is here.\n${BEFORE}`);
    expect(moved).toEqual([{ from: "p1s1-p3s1", to: "p2s1-p4s1", sentences: 6 }]);
  });

  it("names the sentences in the place of one that is gone, but does not use them", () => {
    const { gone, added } = verifyChange(BEFORE, BEFORE.replace("Four is", "Four was"));
    expect(gone).toMatchObject([{ locator: "p2s2", inItsPlace: ["p2s2"] }]);
    expect(added).toMatchObject([{ locator: "p2s2" }]);
  });

  it("lets equal sentences stay with their neighbours", () => {
    const before = "Note.\nAlpha text.\nNote.\nBeta text.\nNote.\n";
    expect(verifyChange(before, `Zero.\n${before}`).moved).toEqual([
      { from: "p1s1-p5s1", to: "p2s1-p6s1", sentences: 5 },
    ]);
    const { gone, moved } = verifyChange(before, "Note.\nAlpha text.\nBeta text.\nNote.\n");
    expect(gone.map(({ locator }) => locator)).toEqual(["p3s1"]);
    expect(moved).toEqual([{ from: "p4s1-p5s1", to: "p3s1-p4s1", sentences: 2 }]);
  });

  it("never finds a sentence by likeness", () => {
    const { moved, gone } = verifyChange("One is here.", "One is here");
    expect({ moved, gone: gone.length }).toEqual({ moved: [], gone: 1 });
  });

  it("notices sentences at other offsets, though none changed its locator", () => {
    const found = verifyChange(BEFORE, BEFORE.replace("One is here. ", "One is here.   "));
    expect(found).toMatchObject({ unchanged: 6, moved: [], gone: [], isIndexCurrent: false });
    expect(isChanged(found)).toBe(true);
  });

  it("finds a hash altered by hand where the text is the one that the index was cut from", () => {
    const index = anIndexOf(BEFORE);
    const altered = sentenceIndex(
      "source-a",
      index.path,
      index.entries.map((row, at) => (at === 2 ? { ...row, sha256: "0".repeat(64) } : row)),
    );
    const { text, ...read } = readText(aFile("source-a.txt", BEFORE));
    const found = verifyIndex({
      index: altered,
      read: { ...read, text: text ?? "" },
      citations: [],
      intake: null,
    });
    expect(found.issues).toMatchObject([{ code: "resolve/altered-index", locator: "p2s1", at: { line: 4 } }]);
    expect(formatVerification(found)).toContain("somebody edited its index");
  });

  it("carries the pages along, and reports one that the document contradicts", () => {
    const { sourceId, path, entries } = anIndexOf(BEFORE);
    const onPages = (first: number) =>
      sentenceIndex(
        sourceId,
        path,
        entries.map((row, at) => ({ ...row, page: first + at })),
      );
    const lines = BEFORE.split("\n").filter((line) => line !== "");
    const blocks = lines.map((line) => ({ sha256: sha256Hex(line), page: 1, turns: [] }));
    const moved = verifyAgainst(onPages(7), `Zero.\n${BEFORE}`);
    expect(moved.now.entries.map(({ page }) => page)).toEqual([null, ...entries.map((_, at) => 7 + at)]);
    const taken = verifyAgainst(onPages(1), BEFORE, [], { pages: null, blocks });
    expect(taken).toMatchObject({ isRecut: false, isIndexCurrent: true });
    expect(taken.issues).toMatchObject([{ code: "resolve/altered-index", at: { line: 3, column: "page" } }]);
    expect(verifyAgainst(anIndexOf(BEFORE), BEFORE, [], { pages: null, blocks }).issues).toEqual([]);
  });

  it("fits 80 columns", () => {
    const words = formatVerification(
      verifyChange(BEFORE, BEFORE.replace("Six", "Seven"), [aCitingFile("p3s1", "p3s1")]),
    );
    expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(words).toContain("rel-2");
  });
});
