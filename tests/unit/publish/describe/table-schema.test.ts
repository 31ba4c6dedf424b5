import { describe, expect, it } from "vitest";
import { tableSchema } from "#pipeline/publish/describe/table-schema.ts";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";

const schemaOf = (table: PublishedTableName) =>
  tableSchema({ fields: fieldsOf(table), key: publishedTable(table).key });
const fieldOf = (table: PublishedTableName, column: string) =>
  schemaOf(table).fields.find(({ name }) => name === column);

describe("the Table Schema of a table", () => {
  it.each([
    ["places", "latitude", { minimum: -90, maximum: 90 }],
    ["places", "longitude", { minimum: -180, maximum: 180 }],
    ["events", "latitude", { minimum: -90, maximum: 90 }],
    ["events", "where_prec", { minimum: 1, maximum: 7 }],
    ["events", "date_prec", { minimum: 1, maximum: 5 }],
    ["source_provenance", "date_published_prec", { minimum: 1, maximum: 5 }],
    ["events", "n_sources", { minimum: 0 }],
  ] as const)("gives the bounds of %s.%s", (table, column, bounds) => {
    expect(fieldOf(table, column)?.constraints).toEqual(bounds);
  });

  it("gives none to a number that has none", () => {
    expect(fieldOf("events", "fatalities_low")?.constraints).toBeUndefined();
  });

  it("gives a day the type of a day, without a pattern, and a partial date a pattern", () => {
    expect(fieldOf("events", "date_earliest")).toMatchObject({ type: "date" });
    expect(fieldOf("events", "date_earliest")?.constraints).toBeUndefined();
    expect(fieldOf("events", "date")?.constraints).toEqual({ pattern: "[0-9X~?%./[\\]-]+" });
  });

  it("makes a key required, and names its codes with their labels", () => {
    expect(fieldOf("events", "record_id")?.constraints).toMatchObject({ required: true });
    expect(fieldOf("events", "agreement")).toMatchObject({
      constraints: { required: true, enum: ["single", "corroborated", "compatible", "conflicting"] },
      categories: expect.arrayContaining([{ value: "single", label: "Single" }]),
    });
  });
});
