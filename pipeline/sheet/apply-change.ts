import { stringifyRows } from "#pipeline/core/csv-text.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import type { CodedFile, FileRow } from "./coded-file.ts";
import type { AddedRow, TableChange } from "./merge-sheet.ts";

/** The file with the change, and every other byte as it was. */
export function applyChange({ file, changed, deleted, added }: TableChange): Uint8Array {
  const { text, rows } = file;
  const startOf = (row: FileRow | undefined) => row?.cells[0]?.start ?? text.length;
  const lineEnd = /\r\n|\r|\n/u.exec(text)?.[0] ?? "\n";
  const addedAfter = groupBy(added, (row) => row.after);
  const pieces = [text.slice(0, startOf(rows[0]))];
  const addAfter = (row: AddedRow["after"]) => {
    for (const { values } of addedAfter.get(row) ?? []) {
      if (!/[\r\n]$/u.test(pieces.at(-1) ?? "")) pieces.push(lineEnd);
      pieces.push(newRow(values, file) + lineEnd);
    }
  };
  addAfter("header");
  rows.forEach((row, at) => {
    const segment = text.slice(startOf(row), startOf(rows[at + 1]));
    const values = changed.get(row);
    if (!deleted.has(row)) pieces.push(values === undefined ? segment : rewrite(segment, row, values));
    addAfter(row);
  });
  addAfter("last");
  return new TextEncoder().encode(pieces.join(""));
}

/** A spreadsheet may have left empty columns on the right. */
const newRow = (values: readonly string[], { width }: CodedFile) =>
  stringifyRows([[...values, ...Array.from({ length: Math.max(0, width - values.length) }, () => "")]]).slice(0, -1);

/** The segment of a row with new values in the cells that differ. A cell that is quoted stays quoted. */
function rewrite(segment: string, { cells, values: before }: FileRow, values: readonly string[]): string {
  const offset = cells[0]?.start ?? 0;
  let rewritten = segment;
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const [cell, value] = [cells[at], values[at] ?? ""];
    if (cell === undefined || value === before[at]) continue;
    const [start, end] = [cell.start - offset, cell.end - offset];
    rewritten = rewritten.slice(0, start) + csvCell(value, segment[start] === '"') + rewritten.slice(end);
  }
  return rewritten;
}

const csvCell = (value: string, isQuoted: boolean) =>
  isQuoted && value !== "" ? `"${value.replaceAll('"', '""')}"` : stringifyRows([[value, ""]]).slice(0, -2);
