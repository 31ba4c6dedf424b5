import { describe, expect, it } from "vitest";
import { limits } from "#pipeline/core/limits.ts";
import { extractCells } from "#pipeline/extract/cells.ts";
import { readRecords } from "#pipeline/extract/records.ts";
import { aFile } from "#tests/builders/document.ts";

const PATH = "raw/coded/table.csv";

const issuesOf = (content: string | Uint8Array) => {
  const file = typeof content === "string" ? aFile(PATH, content) : { path: PATH, bytes: content };
  return extractCells(file, ["id", "name", "date"]).issues;
};

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

  it("tells a column whose name alone is gone from one that is missing in the rows too", () => {
    const cells = (text: string) => issuesOf(text).map((issue) => ("cells" in issue ? issue.cells : issue.code));
    expect(cells("id,name\n1,2,3\n4,5,6\n")).toEqual([3]);
    expect(cells("id,name,\n1,2,3\n")).toEqual(["extract/nameless-column", 3]);
    for (const text of ["id,name\n1,2\n", "id,name\n1,2,3\n4,5\n", "id,name\n"]) expect(cells(text)).toEqual([null]);
    expect(cells("id,name,remark\n1,2,3\n")).toEqual(["extract/unknown-column", null]);
  });

  it("counts the cells of a row that has too many or too few", () => {
    expect(issuesOf("id,name,date\n1,2,3,4\n1,2,3\n1,2\n")).toMatchObject([
      { code: "extract/ragged-row", at: { line: 2, column: null }, cells: 4, columns: 3 },
      { code: "extract/ragged-row", at: { line: 4, column: null }, cells: 2, columns: 3 },
    ]);
  });

  it("counts a line break of any kind as one, inside a quoted cell too, up to the line of a fault", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const lines = (text: string) => issuesOf(text.replaceAll("|", end)).map(({ code, at }) => `${code}:${at.line}`);
      expect(lines('id,name,date|1,"a|b",3||1,2|')).toEqual(["extract/ragged-row:5"]);
      expect(lines('id,name,date|1,"a|b",3| , , |1,x"y,3|')).toEqual(["extract/stray-quote:5"]);
      expect(lines('id,name,date|1,"a|b",3||1,"y,3|1,2,3|')).toEqual(["extract/unclosed-quote:5"]);
      expect(issuesOf(Buffer.from(`id,name,date${end}1,2,3${end}1,caf\xe9,3${end}`, "latin1"))).toMatchObject([
        { code: "extract/encoding", at: { line: 3 } },
      ]);
    }
  });
});

describe("the limits of a table", () => {
  const header = "id,name,date\n";

  it("hold for a cell, whose row is left out", () => {
    const text = "x".repeat(limits.cellLength);
    expect(issuesOf(`${header}1,${text},3\n`)).toEqual([]);
    expect(issuesOf(`${header}1,2,3\n1,${text}x,3\n1,2\n`)).toMatchObject([
      { code: "extract/too-large", at: { line: 3, column: "name" }, limit: "cellLength", size: limits.cellLength + 1 },
      { code: "extract/ragged-row", at: { line: 4 } },
    ]);
  });

  it("hold for a row, and for the header", () => {
    const many = Array.from({ length: limits.cells + 1 }, (_, position) => `c${position}`).join(",");
    expect(issuesOf(`${header}${many}\n`)).toMatchObject([
      { code: "extract/too-large", at: { line: 2, column: null }, limit: "cells", size: limits.cells + 1 },
    ]);
    expect(issuesOf(`${many}\n1,2,3\n`)).toMatchObject([
      { code: "extract/too-large", at: { line: 1 }, limit: "cells" },
    ]);
    const long = Array.from({ length: 11 }, () => "x".repeat(limits.cellLength)).join(",");
    expect(issuesOf(`${header}${long}\n`)).toMatchObject([{ code: "extract/too-large", limit: "rowLength" }]);
  });

  it("hold for the number of rows, blank ones included, before all of them are read", () => {
    for (const row of ["1,2,3\n", ",,\n"]) {
      const of = (rows: number) => readRecords(new TextEncoder().encode(header + row.repeat(rows)), 100);
      expect(of(100)).toMatchObject({ isCut: false, fault: null });
      expect(of(101)).toMatchObject({ isCut: true, fault: null });
      expect(of(1_000).records.length).toBeLessThanOrEqual(102);
    }
  });
});
