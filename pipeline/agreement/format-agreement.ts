import {
  type CodingPair,
  type ColumnAgreement,
  formatAlpha,
  formatPercentage,
  type SourceAgreement,
  type TableAgreement,
} from "#pipeline/core/agreement-report.ts";
import { plural } from "#pipeline/core/plural.ts";

/** Each two codings of a source: rows in both and in one, and how the cells of every column agree. */
export const formatAgreement = ({ sourceId, pairs, tablesKept }: SourceAgreement): string =>
  [
    ...pairs.map((pair) => [`${sourceId}: ${pair.first} and ${pair.second}`, ...formatTables(pair)].join("\n\n")),
    ...(tablesKept.length === 0 ? [] : [`Not compared: ${tablesKept.join(", ")}.`]),
  ].join("\n\n");

const formatTables = (pair: CodingPair): string[] =>
  pair.tables.length === 0 ? ["  Neither has a row."] : pair.tables.map((table) => formatTable(table, pair));

function formatTable({ table, nInBoth, nOnlyFirst, nOnlySecond, columns }: TableAgreement, pair: CodingPair): string {
  const rows = `${plural(nInBoth, "row")} in both, ${nOnlyFirst} only in ${pair.first}, ${nOnlySecond} only in ${pair.second}`;
  return [`  ${table}: ${rows}`, ...(nInBoth === 0 ? [] : formatColumns(columns))].join("\n");
}

function formatColumns(columns: readonly ColumnAgreement[]): string[] {
  const lines = columns.map((column) => [
    column.column,
    String(column.nAgreed),
    String(column.nChanged),
    formatPercentage(column),
    formatAlpha(column.alpha),
    column.measure,
  ]);
  const cells = [["column", "agreed", "changed", "percentage", "alpha", "compared as"], ...lines];
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells.map((line) => `    ${line.map((cell, at) => aligned(cell, at, widths[at] ?? 0)).join("  ")}`.trimEnd());
}

/** Numbers are aligned to the right. */
const aligned = (cell: string, at: number, width: number) =>
  at === 0 || at === 5 ? cell.padEnd(width) : cell.padStart(width);
