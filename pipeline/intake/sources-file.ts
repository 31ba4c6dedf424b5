import { placeCells } from "#pipeline/core/csv-cells.ts";
import { stringifyRows } from "#pipeline/core/csv-text.ts";
import type { Value } from "#pipeline/core/row.ts";

type Row = Readonly<Record<string, Value>>;

/** The rows of sources.csv as texts by column, also those that have errors. */
export function recordsIn(text: string): ReadonlyMap<string, string>[] {
  const [header, ...records] = placeCells(text);
  const names = headerOf(header);
  return records.map(
    ({ cells }) => new Map(cells.map(({ value }, at) => [names[at] ?? "", value.trim().normalize("NFC")])),
  );
}

/** A row as CSV without a line end, with the columns that the file has, in its order. */
export function rowFor(text: string, row: Row): string {
  const [header] = placeCells(text);
  return stringifyRows([headerOf(header).map((name) => row[name] ?? null)]).replace(/\n$/u, "");
}

const headerOf = (header: { readonly cells: readonly { readonly value: string }[] } | undefined) =>
  header?.cells.map(({ value }) => value.trim()) ?? [];

/** The file with one more row at its end. Every byte before it stays, and it ends its lines as the file does. */
export function appendRow(text: string, row: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${/[\r\n]$/u.test(text) ? "" : end}${row}${end}`;
}
