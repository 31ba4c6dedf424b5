import { writeCsv } from "#pipeline/core/csv-text.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import { candidateColumns } from "./candidate.ts";
import type { MatchAnswer } from "./match-answers.ts";

/** The candidates that are shown, as canonical CSV, by record and source, the best first. What a source wrote is no formula in it. */
export function candidatesCsv(answers: readonly MatchAnswer[]): string {
  const rows = answers
    .toSorted((a, b) => byCodeUnit(a.record.record_id, b.record.record_id))
    .flatMap(({ record: { table }, sources }) =>
      sources.flatMap(({ candidates }) => candidates.map((candidate) => ({ table, ...candidate }))),
    );
  return writeCsv(
    ["table", ...candidateColumns],
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asCell(value)]))),
  );
}

const asCell = (value: string | number | null) => (typeof value === "string" ? spreadsheetText(value) : value);
