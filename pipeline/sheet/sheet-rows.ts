import type { Issue } from "#pipeline/core/issue.ts";
import { columnLetters } from "#pipeline/core/xlsx/addresses.ts";
import type { Column } from "#schemas/column.ts";
import { rowHash } from "./coded-file.ts";
import type { Judged } from "./judge-cell.ts";
import type { ReadSheet } from "./read-workbook.ts";
import { KEY_HEADER, type RowKey } from "./row-key.ts";
import type { SheetCell } from "./sheet-cells.ts";

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** From 1, as the spreadsheet program counts. */
  readonly number: number;
  /** `null` for a new row. */
  readonly key: RowKey | null;
  /** In the order of the table's columns. */
  readonly cells: readonly (SheetCell | undefined)[];
  /** The position of each of them in the sheet, from 1. */
  readonly positions: readonly number[];
}

interface Expected {
  readonly columns: readonly Column[];
  readonly written: readonly RowKey[];
  readonly workbook: string;
}

/** The rows of a sheet, whose columns may have another order. Without issues, every cell is understood. */
export function readRows(sheet: ReadSheet, { columns, written, workbook }: Expected) {
  const names = columns.map(({ name }) => name);
  const { positionOf, issues } = readHeader(sheet, { wanted: [KEY_HEADER, ...names], workbook });
  const positions = names.map((name) => positionOf.get(name) ?? 0);
  const keyAt = positionOf.get(KEY_HEADER) ?? 0;
  const keys = new Map(written.map((key) => [`${key.position}-${key.hash}`, key]));
  const rows: SheetRow[] = [];
  for (const [number, found] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const cells = positions.map((position) => found.get(position));
    // A row whose cells were emptied is a deleted row.
    if (number === 1 || cells.every(isBlank)) continue;
    const text = found.get(keyAt)?.text.trim() ?? "";
    const key = keys.get(text) ?? null;
    const cell = `${columnLetters(keyAt)}${number}`;
    if (text !== "" && key === null)
      issues.push({ code: "sheet/bad-key", at: inRow(workbook, number), sheet: sheet.name, cell, key: text });
    rows.push({ number, key, cells, positions });
  }
  return { rows: withoutCopiedKeys(rows), issues };
}

const inRow = (workbook: string, line: number) => ({ file: workbook, line, column: null });

const isBlank = (cell: SheetCell | undefined) => cell === undefined || (cell.text.trim() === "" && !cell.isFormula);

/** The positions of the columns by their names, from 1. */
function readHeader(sheet: ReadSheet, { wanted, workbook }: { wanted: readonly string[]; workbook: string }) {
  const used = new Set<number>();
  for (const row of sheet.rows.values()) for (const position of row.keys()) used.add(position);
  const positionOf = new Map<string, number>();
  const issues: Issue[] = [];
  for (const position of [...used].sort((a, b) => a - b)) {
    const header = sheet.rows.get(1)?.get(position)?.text.trim() ?? "";
    const cell = `${columnLetters(position)}1`;
    if (wanted.includes(header) && !positionOf.has(header)) positionOf.set(header, position);
    else issues.push({ code: "sheet/unknown-column", at: inRow(workbook, 1), sheet: sheet.name, cell, header });
  }
  for (const missing of wanted.filter((name) => !positionOf.has(name)))
    issues.push({ code: "sheet/missing-column", at: inRow(workbook, 1), sheet: sheet.name, missing });
  return { positionOf, issues };
}

/** A row that was copied has a key twice. It stays with the row that is as it was, or else with the first one. */
function withoutCopiedKeys(rows: readonly SheetRow[]): SheetRow[] {
  const owners = new Map<number, SheetRow>();
  for (const row of rows) {
    const { key } = row;
    if (key === null) continue;
    const owner = owners.get(key.position);
    if (owner === undefined || (isAsItWas(row) && !isAsItWas(owner))) owners.set(key.position, row);
  }
  return rows.map((row) => (row.key !== null && owners.get(row.key.position) !== row ? { ...row, key: null } : row));
}

const isAsItWas = ({ cells, key }: SheetRow) => rowHash(cells.map((cell) => cell?.text ?? "")) === key?.hash;

interface InSheet {
  readonly row: SheetRow;
  readonly before: readonly string[] | null;
  readonly sheet: string;
  readonly workbook: string;
}

/** The cells of a row that a spreadsheet program altered. */
export const issuesOfCells = (
  judged: readonly Judged[],
  { row, before, sheet, workbook }: InSheet,
  columns: readonly Column[],
) =>
  judged.flatMap(({ alteration, isRestored }, at): Issue[] =>
    alteration === null
      ? []
      : [
          {
            code: isRestored ? "sheet/restored-cell" : "sheet/altered-cell",
            at: { file: workbook, line: row.number, column: columns[at]?.name ?? null },
            sheet,
            cell: `${columnLetters(row.positions[at] ?? 1)}${row.number}`,
            before: before?.[at] ?? null,
            after: row.cells[at]?.text ?? "",
            alteration,
          },
        ],
  );
