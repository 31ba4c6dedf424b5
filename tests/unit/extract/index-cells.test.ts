import { describe, expect, it } from "vitest";
import { writeIndex } from "#pipeline/documents/build-index.ts";
import { extractIndexCells } from "#pipeline/extract/index-cells.ts";
import { aFile, anIndexOf } from "#tests/builders/document.ts";

const rows = anIndexOf("One. Two.").entries;
const onPages = (...pages: readonly (number | null)[]) =>
  writeIndex(rows.map((row, at) => ({ ...row, page: pages[at] ?? null })));
const extracted = (content: string) => extractIndexCells(aFile("raw/documents/a.index.csv", content));

describe("the cells of an index", () => {
  it("end with the page, if one is known", () => {
    expect(extracted(onPages()).rows.map(({ cells }) => cells.length)).toEqual([7, 7]);
    expect(extracted(onPages(7, 8)).rows.map(({ cells }) => cells.slice(7))).toEqual([["7"], ["8"]]);
    expect(extracted(onPages(null, 8)).rows.map(({ cells }) => cells.slice(7))).toEqual([[""], ["8"]]);
    expect(extracted(onPages(7, 8).replace(/^.*/u, (header) => `"${header.replaceAll(",", '","')}"`)).issues).toEqual(
      [],
    );
  });

  it("have no column of pages without a page", () => {
    const empty = onPages(7, 8).replace(/,[78]$/gmu, ",");
    expect(extracted(empty).issues).toEqual([
      { code: "extract/empty-column", at: { file: "raw/documents/a.index.csv", line: 1, column: "page" } },
    ]);
  });

  it("have their columns in order, and no others", () => {
    expect(extracted(onPages(7, 8).replace("locator,line", "line,locator")).issues).toMatchObject([
      { code: "extract/column-order" },
    ]);
    expect(extracted(onPages().replace("text_sha256", "text_hash")).issues).toMatchObject([
      { at: { column: "text_hash" } },
      { at: { column: "text_sha256" } },
    ]);
  });
});
