import { describe, expect, it } from "vitest";
import { findCitations } from "#pipeline/documents/citations.ts";
import { relocationEdits } from "#pipeline/documents/relocate.ts";
import { rewriteCells } from "#pipeline/documents/rewrite-cells.ts";
import { aCitingFile, aFile, verifyChange } from "#tests/builders/document.ts";

const BEFORE = "One. Two. Three.\nFour. Five.\n";

const relocate = (now: string, ...evidence: readonly string[]) => {
  const file = aCitingFile(...evidence);
  const { relocation } = verifyChange(BEFORE, now, [file]);
  const text = new TextDecoder().decode(rewriteCells(file, relocationEdits(relocation)));
  return {
    cells: text
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",")[2]),
    blocked: relocation.blocked,
  };
};

describe("relocating", () => {
  it("moves single sentences and whole ranges", () => {
    expect(relocate(`Zero.\n${BEFORE}`, "p1s2", "p1s1-p2s1", "p2s2; p1s1").cells).toEqual([
      "p2s2",
      "p2s1-p3s1",
      "p3s2; p2s1",
    ]);
  });

  it("leaves a cell alone whose sentences keep their places", () => {
    expect(relocate(BEFORE.replace("Four.", "Zero. Four."), "p1s1-p1s3", "p1s2-p1s2; p1s1").cells).toEqual([
      "p1s1-p1s3",
      "p1s2-p1s2; p1s1",
    ]);
  });

  it("splits a range into which a sentence came", () => {
    expect(relocate("One. Zero. Two. Three.\nFour. Five.\n", "p1s1-p1s3").cells).toEqual(["p1s1; p1s3-p1s4"]);
  });

  it("splits a range whose ends are where they were, and which now encloses another sentence", () => {
    expect(relocate("One. Two. Three. Zero.\nFour. Five.\n", "p1s2-p2s1").cells).toEqual(["p1s2-p1s3; p2s1"]);
  });

  it("keeps a range whose sentences only changed places among themselves", () => {
    expect(relocate("Two. One. Three.\nFour. Five.\n", "p1s1-p1s2", "p1s1").cells).toEqual(["p1s1-p1s2", "p1s2"]);
  });

  it("does not rewrite a cell that names a sentence which is gone, or never was there", () => {
    const { cells, blocked } = relocate("Zero.\nOne. Three.\nFour. Five.\n", "p1s1-p1s2", "p9s1", "p2s1");
    expect(cells).toEqual(["p1s1-p1s2", "p9s1", "p3s1"]);
    expect(blocked).toMatchObject([{ gone: ["p1s2"] }, { faulty: ["p9s1"] }]);
  });

  it("keeps every other byte: mark, line ends, quotes, commas and line breaks in cells, a missing last line end", () => {
    const csv =
      '\uFEFFrecord_id,source_id,evidence,description\r\n"rel-1",source-a,"p1s1","says ""p1s1"", twice\r\nand more"\r\n' +
      "rel-2,source-b,p1s1,another source\r\nrel-3,source-a,p1s2 ,é";
    const file = aFile("raw/coded/relations.csv", csv);
    const { relocation } = verifyChange(BEFORE, `Zero.\n${BEFORE}`, [file]);
    const after = Buffer.from(rewriteCells(file, relocationEdits(relocation))).toString("utf8");
    const expected = csv.replace('source-a,"p1s1"', 'source-a,"p2s1"').replace("source-a,p1s2 ", "source-a,p2s2");
    expect(after).toBe(expected);
    expect(relocation.rewrites.map(({ citation }) => citation.at.line)).toEqual([2, 5]);
  });

  it("rewrites the locators of sentences passed over, and of no other column", () => {
    const file = aFile("raw/coded/passed_over.csv", "source_id,locator,reason\nsource-a,p1s1,heading\n");
    const { relocation } = verifyChange(BEFORE, `Zero.\n${BEFORE}`, [file]);
    expect(new TextDecoder().decode(rewriteCells(file, relocationEdits(relocation)))).toBe(
      "source_id,locator,reason\nsource-a,p2s1,heading\n",
    );
  });
});

describe("finding citations", () => {
  it("takes them from rows that have faults elsewhere, and gives their place", () => {
    const [citation] = findCitations(
      aFile("raw/coded/errata.csv", "erratum_id,source_id,evidence\nerr-1,source-a,p1s1\n"),
    );
    expect(citation).toMatchObject({ recordId: "err-1", at: { line: 2, column: "evidence" }, evidence: "p1s1" });
  });

  it("finds none in a file that is not a coded table or not UTF-8", () => {
    expect(findCitations(aFile("raw/coded/other.csv", "source_id,evidence\nsource-a,p1s1\n"))).toEqual([]);
    const bytes = Uint8Array.from([...new TextEncoder().encode("record_id,source_id,evidence\nrel-"), 0xe9]);
    expect(findCitations({ path: "raw/coded/relations.csv", bytes })).toEqual([]);
  });
});
