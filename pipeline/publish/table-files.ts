import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

const encoder = new TextEncoder();

export const textFile = (path: string, text: string): OutputFile => ({ path, bytes: encoder.encode(text) });

export const jsonFile = (path: string, value: unknown): OutputFile =>
  textFile(path, `${JSON.stringify(value, null, 2)}\n`);

export function csvFile({ name, fields, rows }: ReleaseTable): OutputFile {
  const columns = fields.map((field) => field.name);
  const header = writeCsv(columns, []);
  const bytes = inParts(rows, (part) => writeCsv(columns, part).slice(header.length));
  return { path: `data/${name}.csv`, bytes: Buffer.concat([encoder.encode(header), ...bytes]) };
}

/** A JSON array of objects, one row a line, with every column of the table in its order and the values of the CSV. */
export function jsonRowsFile({ name, fields, rows }: ReleaseTable): OutputFile {
  const columns = fields.map((field) => field.name);
  const keys = columns.map((column) => `${JSON.stringify(column)}:`);
  const line = (row: Row) => `{${columns.map((column, at) => keys[at] + jsonValue(row[column] ?? null)).join(",")}}`;
  const lines = (part: readonly Row[]) => part.map(line).join(",\n");
  const bytes = inParts(rows, (part, isFirst) => `${isFirst ? "[\n" : ",\n"}${lines(part)}`);
  return {
    path: `data/${name}.json`,
    bytes: Buffer.concat([...bytes, encoder.encode(rows.length === 0 ? "[]\n" : "\n]\n")]),
  };
}

/** Rows whose text is made before it is turned into bytes: a large table never stands in memory as one text. */
const ROWS_AT_A_TIME = 5_000;

function inParts(rows: readonly Row[], write: (part: readonly Row[], isFirst: boolean) => string): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
    parts.push(encoder.encode(write(rows.slice(start, start + ROWS_AT_A_TIME), start === 0)));
  }
  return parts;
}

const jsonValue = (value: Value) => (value === null ? "null" : JSON.stringify(value));
