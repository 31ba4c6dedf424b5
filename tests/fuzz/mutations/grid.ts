import { parse } from "csv-parse/sync";
import type { DiskFile, RawInput } from "#pipeline/core/raw-input.ts";
import { fileStem } from "#pipeline/core/raw-input.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import type { Random } from "#tests/fuzz/random.ts";
import { asBytes, asText, secondFiles, withFile } from "./mutation.ts";

/** A CSV file as cells. */
export interface Grid {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The cells of a CSV file; `null` if an earlier mutation left something that is no table. */
export function readGrid({ path, bytes }: DiskFile): Grid | null {
  try {
    const [header = [], ...rows]: string[][] = parse(asText(bytes), { bom: true, relax_column_count: true });
    return header.length === 0 ? null : { path, header, rows };
  } catch {
    return null;
  }
}

/** Quotes a cell only if it must: a lone carriage return stays bare, as careless programs write it. */
const writeCell = (cell: string) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeLines = (lines: readonly (readonly string[])[]) =>
  lines.map((cells) => `${cells.map(writeCell).join(",")}\n`).join("");

export const withGrid = (raw: RawInput, { path, header, rows }: Grid): RawInput =>
  withFile(raw, path, asBytes(writeLines([header, ...rows])));

/** How often a table of a second coding is chosen. */
const SECOND = 0.1;

/** The tables of raw/coded, or sometimes those of the second codings, if there are any. */
function pickTables(raw: RawInput, random: Random): readonly DiskFile[] {
  const second = random.chance(SECOND) ? secondFiles(raw) : [];
  return second.length === 0 ? raw.coded : second;
}

/** A coded table with at least so many rows; `null` if the one that was chosen has fewer, or is no table any more. */
export function pickGrid(raw: RawInput, random: Random, least = 1): Grid | null {
  const files = random.chance(0.05) ? raw.indexes : pickTables(raw, random);
  const grid = files.length === 0 ? null : readGrid(random.pick(files));
  return grid === null || grid.rows.length < least ? null : grid;
}

/** A cell, and the column of the schema that it is in. */
export interface PickedCell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: Column;
  /** The position of the column. */
  readonly at: number;
  readonly value: string;
}

/** The columns of a coded table that its file still has, with their positions. */
function columnsIn({ path, header }: Grid): { readonly column: Column; readonly at: number }[] {
  const table = codedTableNames.find((name) => name === fileStem(path));
  if (table === undefined) return [];
  return columnsOf(codedTable(table).row).flatMap((column) => {
    const at = header.indexOf(column.name);
    return at === -1 ? [] : [{ column, at }];
  });
}

/** A cell of a coded table, in a column that is wanted. Filled cells are preferred, because most are empty. */
export function pickCell(
  raw: RawInput,
  random: Random,
  isWanted: (column: Column) => boolean = () => true,
): PickedCell | null {
  const grid = readGrid(random.pick(pickTables(raw, random)));
  if (grid === null || grid.rows.length === 0) return null;
  const columns = columnsIn(grid).filter(({ column }) => isWanted(column));
  if (columns.length === 0) return null;
  const cells = Array.from({ length: 4 }, () => {
    const { column, at } = random.pick(columns);
    const row = random.below(grid.rows.length);
    return { grid, row, column, at, value: grid.rows[row]?.[at] ?? "" };
  });
  return cells.find(({ value }) => value !== "") ?? cells[0] ?? null;
}

/** The grid with other values in a column, given by the row and the old value. */
export const withColumn = (grid: Grid, at: number, change: (value: string, row: number) => string): Grid => ({
  ...grid,
  rows: grid.rows.map((cells, row) => cells.map((cell, position) => (position === at ? change(cell, row) : cell))),
});

export const withCell = (grid: Grid, at: number, row: number, value: string): Grid =>
  withColumn(grid, at, (cell, position) => (position === row ? value : cell));

/** `places.csv row 3 latitude`: rows are counted from 1, without the header. */
export const nameCell = ({ path }: Grid, row: number, column: string) =>
  `${path.slice(path.lastIndexOf("/") + 1)} row ${row + 1} ${column}`;
