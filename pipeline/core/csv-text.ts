import { stringify } from "csv-stringify/sync";
import type { Row, Value } from "#pipeline/core/row.ts";

/** Canonical CSV: the columns given, in their order, as a header and rows. */
export const writeCsv = (columns: readonly string[], rows: readonly Row[]): string =>
  stringifyRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);

/**
 * Lines of canonical CSV: LF; empty for what is not known; TRUE and FALSE; plain decimals. The casts and `quoted_match`
 * correct csv-stringify's defaults, which write `false` as nothing and leave a lone CR unquoted.
 */
export const stringifyRows = (rows: readonly (readonly Value[])[]): string =>
  stringify([...rows], {
    record_delimiter: "\n",
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => (value ? "TRUE" : "FALSE"), number: plainDecimal },
  });

/** A number without an exponent, however large or small. */
export function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
