import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { csvFile, jsonRowsFile } from "#pipeline/publish/table-files.ts";
import { aPublishedRow, hardValues, someTables } from "#tests/builders/release.ts";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const tables = sortTables(someTables());

describe("a table's JSON", () => {
  it.each(tables)("of $name has the values of its CSV, one row a line", (table) => {
    const text = textOf(jsonRowsFile(table).bytes);
    const rows: unknown = JSON.parse(text);
    expect(rows).toEqual(
      table.rows.map((row) => Object.fromEntries(table.fields.map(({ name }) => [name, row[name] ?? null]))),
    );
    expect(text.split("\n")).toHaveLength(table.rows.length === 0 ? 2 : table.rows.length + 3);
  });
});

describe("a large table", () => {
  it("is written whole, though in parts", () => {
    const [claims] = sortTables(
      new Map([
        ["claims", Array.from({ length: 12_345 }, (_, at) => aPublishedRow("claims", { claim_id: `clm-${at}` }))],
      ]),
    ).filter(({ name }) => name === "claims");
    if (claims === undefined) throw new Error("no such table");
    const rows: string[][] = parse(csvFile(claims).bytes, { from_line: 2 });
    const objects: { claim_id: string }[] = JSON.parse(textOf(jsonRowsFile(claims).bytes));
    const ids = claims.rows.map(({ claim_id }) => claim_id);
    expect(rows.map(([id]) => id)).toEqual(ids);
    expect(objects.map(({ claim_id }) => claim_id)).toEqual(ids);
  });
});

describe("a table's CSV", () => {
  it.each(tables)("of $name has its columns in order and its rows", (table) => {
    const [header, ...rows]: string[][] = parse(csvFile(table).bytes);
    expect(header).toEqual(table.fields.map(({ name }) => name));
    expect(rows).toHaveLength(table.rows.length);
  });

  it("writes TRUE and FALSE, plain decimals, and nothing for what is not known", () => {
    const places = tables.find(({ name }) => name === "places");
    const timeline = tables.find(({ name }) => name === "expansion_timeline");
    if (places === undefined || timeline === undefined) throw new Error("no such table");
    expect(textOf(csvFile(places).bytes)).toContain(`,${hardValues.longitude},`);
    expect(textOf(csvFile(timeline).bytes)).toContain(",FALSE,");
    expect(textOf(csvFile(timeline).bytes)).not.toMatch(/\b(NA|null|undefined|false)\b/u);
  });
});
