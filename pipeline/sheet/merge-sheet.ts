import type { Issue } from "#pipeline/core/issue.ts";
import { type CodedFile, type FileRow, rowHash } from "./coded-file.ts";
import { judgeCell } from "./judge-cell.ts";
import { pairRows } from "./pair-rows.ts";
import type { ReadSheet } from "./read-workbook.ts";
import type { RowKey } from "./row-key.ts";
import { issuesOfCells, readRows, type SheetRow } from "./sheet-rows.ts";

/** What a sheet changes in its file. */
export interface TableChange {
  readonly file: CodedFile;
  /** The new values of a row. */
  readonly changed: ReadonlyMap<FileRow, readonly string[]>;
  readonly deleted: ReadonlySet<FileRow>;
  readonly added: readonly AddedRow[];
}

export interface AddedRow {
  /** The row of the file that it follows. */
  readonly after: FileRow | "header" | "last";
  readonly values: readonly string[];
}

export interface MergedSheet {
  readonly change: TableChange;
  readonly issues: readonly Issue[];
}

interface SheetOfFile {
  readonly file: CodedFile;
  readonly sheet: ReadSheet;
  /** The keys of the rows that the sheet was written with. */
  readonly written: readonly RowKey[];
  /** The path of the workbook. */
  readonly workbook: string;
}

/**
 * Merges a sheet into its file, row by row. A row of the file that the workbook was written with has the hash of its key;
 * so a key whose hash the file no longer has stands for a row that was changed or deleted there. If the sheet changed
 * or deleted that row too, it is a conflict, unless both made the same change.
 */
export function mergeSheet({ file, sheet, written, workbook }: SheetOfFile): MergedSheet {
  const { rows, issues: faults } = readRows(sheet, { columns: file.columns, written, workbook });
  if (faults.length > 0) return { change: unchanged(file), issues: faults };
  const issues: Issue[] = [];
  const { rowOfKey, others } = pairRows(file.rows, written);
  const changed = new Map<FileRow, readonly string[]>();
  const added: AddedRow[] = [];
  const conflict = (row: string, line: number | null, isDeleted: boolean): Issue => ({
    code: "sheet/conflict",
    at: { file: workbook, line, column: null },
    sheet: sheet.name,
    row,
    isDeleted,
  });
  let after: AddedRow["after"] = "header";
  for (const row of rows) {
    const known = row.key === null ? null : (rowOfKey.get(row.key.position) ?? null);
    const judged = file.columns.map((column, at) => judgeCell(row.cells[at], known?.values[at] ?? null, column));
    const values = judged.map(({ value }) => value);
    const hash = rowHash(values);
    if (known === null && row.key?.hash === hash) continue;
    const inRow = { row, before: known?.values ?? null, sheet: sheet.name, workbook };
    issues.push(...issuesOfCells(judged, inRow, file.columns));
    if (known !== null) {
      after = known;
      if (values.some((value, at) => value !== known.values[at])) changed.set(known, values);
    } else if (others.take(hash)) continue;
    else if (row.key === null) added.push({ after, values });
    else issues.push(conflict(nameRow(values), row.number, false));
  }
  const kept = new Set(rows.flatMap(({ key }) => (key === null ? [] : [key.position])));
  const gone = written.filter(({ position }) => !kept.has(position));
  if (gone.length === written.length && gone.length > 0) {
    const at = { file: workbook, line: null, column: null };
    return {
      change: unchanged(file),
      issues: [...issues, { code: "sheet/all-rows-gone", at, sheet: sheet.name, rows: gone.length }],
    };
  }
  const deleted = new Set(gone.flatMap(({ position }) => rowOfKey.get(position) ?? []));
  // If the file has no row that could be the changed one, the row was deleted on both sides.
  const mayBeChanged = others.size() > 0;
  for (const { position } of gone)
    if (!rowOfKey.has(position) && mayBeChanged) issues.push(conflict(`Row ${position + 1}`, null, true));
  return { change: { file, changed, deleted, added: isInOrder(rows) ? added : atTheEnd(added) }, issues };
}

const unchanged = (file: CodedFile): TableChange => ({ file, changed: new Map(), deleted: new Set(), added: [] });

/** What a person knows a row by: its first cells. */
export const nameRow = (values: readonly string[]): string => values.slice(0, 3).filter(Boolean).join(", ");

/** Whether nobody sorted the sheet. If somebody did, a new row has no place among the others. */
const isInOrder = (rows: readonly SheetRow[]) => {
  const positions = rows.flatMap(({ key }) => (key === null ? [] : [key.position]));
  return positions.every((position, at) => at === 0 || position > (positions[at - 1] ?? 0));
};

const atTheEnd = (added: readonly AddedRow[]) => added.map(({ values }): AddedRow => ({ after: "last", values }));
