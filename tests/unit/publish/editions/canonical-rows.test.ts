import { describe, expect, it } from "vitest";
import { readCanonicalRows } from "#pipeline/publish/editions/canonical-rows.ts";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { someEditionTables, someTables } from "#tests/builders/release.ts";

const bytesOf = (text: string) => [new TextEncoder().encode(text)];

describe("the rows of a canonical CSV file", () => {
  it.each([...someTables()])("of %s are the published rows, whole", (name, rows) => {
    const table = someEditionTables().find((candidate) => candidate.name === name);
    const read = [...(table?.rows() ?? [])];
    expect(new Set(read.map((row) => JSON.stringify(row)))).toEqual(
      new Set(
        rows.map((row) =>
          JSON.stringify(Object.fromEntries(fieldsOf(name).map((field) => [field.name, row[field.name] ?? null]))),
        ),
      ),
    );
    expect(read).toHaveLength(rows.length);
  });

  it.each([
    ["other columns", "a,b\n"],
    ["no header", ""],
    ["a cell too few", "table,record_id,reason,replaced_by\nevents,evt-1,gone\n"],
    ["a cell too many", "table,record_id,reason,replaced_by\nevents,evt-1,gone,,\n"],
  ])("are refused with %s", (_, text) => {
    expect(() => [...readCanonicalRows(bytesOf(text), fieldsOf("retired"))]).toThrow();
  });
});
