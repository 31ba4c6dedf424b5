import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCells, csvRecords } from "#pipeline/core/csv-records.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { Row } from "#pipeline/core/row.ts";
import { readCanonicalRows } from "#pipeline/publish/editions/canonical-rows.ts";
import { type Field, fieldsOf } from "#pipeline/publish/tables/field.ts";

const fields: readonly Field[] = fieldsOf("places").filter(({ name }) =>
  ["place_id", "name", "longitude", "pcode_valid_from"].includes(name),
);
const columns = [...fields.map(({ name }) => name), "is_sure", "n"];
const allFields: readonly Field[] = [
  ...fields,
  ...fields.slice(0, 1).map((field): Field => ({ ...field, name: "is_sure", type: "boolean" })),
  ...fields.slice(0, 1).map((field): Field => ({ ...field, name: "n", type: "integer" })),
];

/** Whole letters, for a lone surrogate is not in any UTF-8 file; and what CSV is made of, more often than by chance. */
const text = fc
  .array(fc.oneof(fc.constantFrom('"', ",", "\n", "\r", " ", "é", "𞤊", "\uFEFF"), fc.string({ unit: "grapheme" })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""))
  .filter((cell) => cell !== "");
const cell = fc.option(text);
const row: fc.Arbitrary<Row> = fc.record({
  place_id: cell,
  name: cell,
  longitude: fc.option(fc.integer().map((number) => number / 10_000)),
  pcode_valid_from: fc.option(fc.constantFrom("2021-03-01", "1899-12-31")),
  is_sure: fc.option(fc.boolean()),
  n: fc.option(fc.nat()),
});

/** The bytes of a text, cut anywhere. */
function cutAt(csv: string, places: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(csv);
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, at) => bytes.slice(cuts[at], cut));
}

describe("canonical CSV", () => {
  it("gives back the rows that it was written from, wherever it is cut", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), fc.array(fc.nat(), { maxLength: 9 }), (rows, places) => {
        const chunks = cutAt(writeCsv(columns, rows), places);
        expect([...readCanonicalRows(chunks, allFields)]).toEqual(rows);
      }),
    );
  });

  it("has the cells that csv-parse finds in it", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), fc.array(fc.nat(), { maxLength: 9 }), (rows, places) => {
        const csv = writeCsv(columns, rows);
        const cells = [...csvRecords(cutAt(csv, places))].map(csvCells);
        expect(cells).toEqual(parse(csv, { record_delimiter: "\n" }));
      }),
    );
  });
});
