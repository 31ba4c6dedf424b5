import { describe, expect, it } from "vitest";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { findRecut } from "#pipeline/documents/recut-sentences.ts";
import { relocationEdits } from "#pipeline/documents/relocate.ts";
import { rewriteCells } from "#pipeline/documents/rewrite-cells.ts";
import { isChanged } from "#pipeline/documents/verify-index.ts";
import { aCitingFile, anIndexCutOtherwise, anIndexOf, verifyAgainst, verifyChange } from "#tests/builders/document.ts";

const TEXT = "One left. Two came. Three.\nFour went. Five sat down. Six.\n";

/** The cells after the text, cut before into sentences of these sizes, was cut by the rules of today. */
function relocate(sizes: readonly number[], now: string, ...evidence: readonly string[]) {
  const file = aCitingFile(...evidence);
  const found = verifyAgainst(anIndexCutOtherwise(TEXT, sizes), now, [file]);
  const text = new TextDecoder().decode(rewriteCells(file, relocationEdits(found.relocation)));
  const cells = text.split("\n").slice(1, -1);
  return { ...found, cells: cells.map((line) => line.split(",")[2]) };
}

describe("a text that other rules cut", () => {
  it("relocates a sentence that was split to the range of its parts", () => {
    const { cells, recut, gone, added } = relocate([1, 2], TEXT, "p1s2", "p1s1-p1s2", "p1s1", "p2s2; p1s2");
    expect(cells).toEqual(["p1s2-p1s3", "p1s1-p1s3", "p1s1", "p2s2; p1s2-p1s3"]);
    expect({ recut, gone, added }).toEqual({ recut: [{ from: "p1s2", to: "p1s2-p1s3" }], gone: [], added: [] });
  });

  it("counts as changed, though the text is the same, and is no edit of the index", () => {
    const found = relocate([1, 2], TEXT);
    expect(isChanged(found)).toBe(true);
    expect(found).toMatchObject({ isRecorded: true, isRecut: true, issues: [] });
  });

  it("takes an index with a sentence left out, or a locator changed, for edited", () => {
    const whole = anIndexOf(TEXT);
    const without = whole.entries.filter(({ locator }) => locator !== "p2s3");
    const renamed = whole.entries.map((row) => (row.locator === "p2s3" ? { ...row, locator: "p2s4" } : row));
    for (const rows of [without, renamed]) {
      const found = verifyAgainst(sentenceIndex(whole.sourceId, whole.path, rows), TEXT);
      expect(found.issues.map(({ code }) => code)).toContain("resolve/altered-index");
      expect(isChanged(found)).toBe(false);
    }
  });

  it("finds several splits in a row, and one before a sentence that changed", () => {
    expect(relocate([2, 1, 2], TEXT, "p1s1", "p2s1", "p2s2").cells).toEqual(["p1s1-p1s2", "p2s1-p2s2", "p2s3"]);
    const { cells, gone } = relocate([2, 1, 2], TEXT.replace("Three.", "Thirteen."), "p1s1", "p2s1");
    expect(cells).toEqual(["p1s1-p1s2", "p2s1-p2s2"]);
    expect(gone).toMatchObject([{ locator: "p1s2" }]);
  });

  it("splits where the space was lost, and where there are marks between the words", () => {
    const before = anIndexCutOtherwise("They left.The army came. « Pourquoi ? » Rien.", [2, 2]);
    expect(before.entries).toHaveLength(2);
    const { recut } = verifyAgainst(before, "They left.The army came. « Pourquoi ? » Rien.");
    expect(recut).toEqual([
      { from: "p1s1", to: "p1s1-p1s2" },
      { from: "p1s2", to: "p1s3-p1s4" },
    ]);
  });

  it("never takes parts for a sentence that has other words, or lost its order", () => {
    for (const now of ["Two came. Three. One left.", "One left. Two cane. Three.", "One left. Two came, three."]) {
      const { cells, gone } = relocate([3], `${now}\nFour went. Five sat down. Six.\n`, "p1s1");
      expect(cells).toEqual(["p1s1"]);
      expect(gone).toMatchObject([{ locator: "p1s1" }]);
    }
  });

  it("relocates the sentences that were joined to the one that holds them, cited together or alone", () => {
    const now = anIndexCutOtherwise(TEXT, [1, 2]);
    const recuts = findRecut({ before: anIndexOf(TEXT), now, text: TEXT }, new Map([[0, 0]]));
    expect(recuts).toEqual([{ before: [1, 2], now: [1] }]);
    const file = aCitingFile("p1s1-p1s2", "p1s2; p1s3", "p1s3");
    const { relocation, recut } = verifyChange("We met him. At no. Four they left.", "We met him. At no. 4 they left.");
    expect({ relocation, recut }).toMatchObject({ relocation: { rewrites: [] }, recut: [] });
    const joined = verifyChange(
      "One left.\nTwo came\nin the rain.\nThree.\n",
      "One left.\nTwo came in the rain.\nThree.\n",
      [aCitingFile("p2s1-p3s1", "p2s1; p3s1", "p3s1", "p1s1-p2s1", "p4s1"), file],
    );
    expect(joined.recut).toEqual([{ from: "p2s1-p3s1", to: "p2s1" }]);
    expect(joined.relocation.rewrites.slice(0, 5).map(({ citation, after }) => [citation.evidence, after])).toEqual([
      ["p2s1-p3s1", "p2s1"],
      ["p2s1; p3s1", "p2s1"],
      ["p3s1", "p2s1"],
      ["p4s1", "p3s1"],
    ]);
  });

  it("never joins sentences that the new one only resembles", () => {
    const { recut, gone } = verifyChange("Two came\nin the rain.\n", "Two went in the rain.\n");
    expect(recut).toEqual([]);
    expect(gone).toHaveLength(2);
  });

  it("walks a text of many changed sentences once", () => {
    const before = "Words of the first kind. ".repeat(20_000);
    const now = "Words of the other kind here. ".repeat(20_000);
    expect(verifyChange(before, now).recut).toEqual([]);
  });
});
