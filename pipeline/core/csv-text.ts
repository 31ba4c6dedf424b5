import { stringify } from "csv-stringify/sync";
import type { Row, Value } from "#pipeline/core/row.ts";

/** Canonical CSV: a header and rows with the given columns, in the given order. */
export const writeCsv = (columns: readonly string[], rows: readonly Row[]): string =>
  stringifyRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);

/**
 * Lines of canonical CSV: LF line ends, empty cells for unknown values, TRUE and FALSE, plain decimals. The casts and
 * `quoted_match` override defaults of csv-stringify, which writes `false` as an empty cell and does not quote a lone CR.
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
