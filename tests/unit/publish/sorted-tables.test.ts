import { describe, expect, it } from "vitest";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { publishedTableNames } from "#schemas/tables.ts";
import { someTables } from "#tests/builders/release.ts";

const rowsOf = (name: string) => sortTables(someTables()).find((table) => table.name === name)?.rows ?? [];

describe("the tables of a release", () => {
  it("are all there, in the registry's order, with or without rows", () => {
    expect(sortTables(new Map()).map(({ name }) => name)).toEqual(publishedTableNames);
  });

  it("put the timeline in order of time, steps without a date last", () => {
    expect(rowsOf("expansion_timeline").map(({ record_id }) => record_id)).toEqual(["exp-002", "exp-014", "exp-003"]);
  });

  it("do not depend on the order of the rows that come in", () => {
    const turned = new Map([...someTables()].map(([name, rows]) => [name, rows.toReversed()]));
    expect(sortTables(turned)).toEqual(sortTables(someTables()));
  });

  it("hold every code and every column of every table", () => {
    const tables = sortTables(someTables());
    expect(rowsOf("codelists")).toHaveLength(codelists.flatMap(({ codes }) => codes).length);
    expect(rowsOf("columns")).toHaveLength(tables.flatMap(({ fields }) => fields).length);
  });
});
