import { describe, expect, it } from "vitest";
import { csvwMetadata } from "#pipeline/publish/describe/csvw.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const { content } = writeSomeRelease();
const metadata = csvwMetadata(content.tables, someFacts);
const tableOf = (name: string) => metadata.tables.find(({ url }) => url === `data/${name}.csv`)?.tableSchema;
const columnOf = (table: string, column: string) => tableOf(table)?.columns.find(({ name }) => name === column);

describe("csv-metadata.json", () => {
  it.each([
    ["places", "latitude", { base: "decimal", minimum: -90, maximum: 90 }],
    ["places", "longitude", { base: "decimal", minimum: -180, maximum: 180 }],
    ["events", "where_prec", { base: "integer", minimum: 1, maximum: 7 }],
    ["events", "date_prec", { base: "integer", minimum: 1, maximum: 5 }],
    ["events", "n_sources", { base: "integer", minimum: 0 }],
    ["events", "fatalities_low", { base: "decimal" }],
    ["events", "date_earliest", { base: "date", format: "yyyy-MM-dd" }],
    ["errata", "is_certain", { base: "boolean", format: "TRUE|FALSE" }],
    ["events", "agreement", { base: "string", format: "single|corroborated|compatible|conflicting" }],
  ])("gives the type of %s.%s, with its bounds", (table, column, datatype) => {
    expect(columnOf(table, column)?.datatype).toEqual(datatype);
  });

  it("splits a list at its separator, and gives it no type of one whole", () => {
    expect(columnOf("events", "cited_work_ids")).toMatchObject({ separator: "; ", datatype: { base: "string" } });
  });

  it("names keys and pointers of columns that are there", () => {
    for (const { url, tableSchema } of metadata.tables) {
      const names = tableSchema.columns.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(tableSchema.primaryKey));
      for (const { columnReference, reference } of tableSchema.foreignKeys ?? []) {
        expect(names).toContain(columnReference);
        const target = metadata.tables.find((table) => table.url === reference.resource);
        expect({ url, keys: target?.tableSchema.primaryKey }).toEqual({ url, keys: [reference.columnReference] });
      }
    }
  });
});
