import { stringify } from "csv-stringify/sync";
import type { Row } from "#pipeline/core/row.ts";

/**
 * Canonical CSV: the columns given, in their order; LF; empty for what is not
 * known; TRUE and FALSE; plain decimals. The casts and `quoted_match` mend csv-stringify's defaults, which
 * write `false` as nothing and leave a lone CR unquoted.
 */
export function writeCsv(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? null)),
    {
      header: true,
      columns: [...columns],
      record_delimiter: "\n",
      quoted_match: /[\r\n]/,
      cast: { boolean: (value) => (value ? "TRUE" : "FALSE"), number: plainDecimal },
    },
  );
}

/** A number without an exponent, however large or small. */
export function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
