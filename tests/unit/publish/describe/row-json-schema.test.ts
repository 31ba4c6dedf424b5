import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Value } from "#pipeline/core/row.ts";
import { rowJsonSchema } from "#pipeline/publish/describe/row-json-schema.ts";
import { writeSomeRelease } from "#tests/builders/release.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const { tables, content } = writeSomeRelease();
const validators = new Map(content.tables.map((table) => [table.name, ajv.compile(rowJsonSchema(table))]));

const firstRowOf = (name: string) => [...(tables.find((table) => table.name === name)?.rows() ?? [])][0] ?? {};

/** Where the schema refuses the first row of a table with one cell set to something else. */
function faultsWith(name: (typeof tables)[number]["name"], column: string, value: Value): string[] {
  const validate = validators.get(name);
  validate?.({ ...firstRowOf(name), [column]: value });
  return (validate?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("the JSON Schema of a row", () => {
  it.each(tables)("of $name takes every row of the table", ({ name, rows }) => {
    const validate = validators.get(name);
    for (const row of rows()) expect([validate?.(row), validate?.errors]).toEqual([true, null]);
  });

  it.each([
    ["places", "latitude", -90, 90, 90.5],
    ["places", "longitude", -180, 180, -180.1],
    ["places", "where_prec", 1, 7, 8],
    ["expansion_timeline", "date_prec", 1, 5, 0],
    ["expansion_timeline", "latitude", -90, 90, -91],
  ] as const)("bounds %s.%s from %d to %d", (table, column, least, most, beyond) => {
    expect(faultsWith(table, column, least)).toEqual([]);
    expect(faultsWith(table, column, most)).toEqual([]);
    expect(faultsWith(table, column, null)).toEqual([]);
    expect(faultsWith(table, column, beyond)).toEqual([`/${column} ${beyond > most ? "maximum" : "minimum"}`]);
  });

  it.each([
    ["a code that is none", "step_type", "brawl", "/step_type enum"],
    ["an empty cell that must be filled", "agreement", null, "/agreement type"],
    ["a day that is none", "date_earliest", "2018-02-30", "/date_earliest format"],
    ["a column that is unknown", "colour", "red", " additionalProperties"],
  ] as const)("refuses %s", (_, column, value, fault) => {
    expect(faultsWith("expansion_timeline", column, value)).toContain(fault);
  });
});
