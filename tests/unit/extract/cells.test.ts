import { describe, expect, it } from "vitest";
import { extractCells } from "#pipeline/extract/cells.ts";
import { aFile } from "#tests/builders/document.ts";

const issuesOf = (content: string) =>
  extractCells(aFile("raw/coded/table.csv", content), ["id", "name", "date"]).issues;

/** The facts that no golden case pins, because a new column of a table would change them. */
describe("extracting cells", () => {
  it("names the expected columns if there is no header", () => {
    expect(issuesOf("x,y,z\n1,2,3\n")).toMatchObject([
      { code: "extract/missing-header", at: { line: 1, column: null }, expected: ["id", "name", "date"] },
    ]);
  });

  it("names the columns in their order where they are in another", () => {
    expect(issuesOf("id,date,name\n1,2,3\n")).toMatchObject([
      { code: "extract/column-order", at: { line: 1, column: "date" }, expected: ["id", "name", "date"] },
    ]);
  });

  it("counts the position of a column without a name from 1", () => {
    expect(issuesOf("id,name,date,\n1,2,3,4\n")).toMatchObject([
      { code: "extract/nameless-column", at: { line: 1, column: null }, position: 4 },
    ]);
  });

  it("counts the cells of a row that has too many or too few", () => {
    expect(issuesOf("id,name,date\n1,2,3,4\n1,2,3\n1,2\n")).toMatchObject([
      { code: "extract/ragged-row", at: { line: 2, column: null }, cells: 4, columns: 3 },
      { code: "extract/ragged-row", at: { line: 4, column: null }, cells: 2, columns: 3 },
    ]);
  });
});
