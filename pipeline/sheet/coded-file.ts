import { type PlacedCell, placeCells } from "#pipeline/core/csv-cells.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";

/** A row of a coded file, with the positions of its cells in the text. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly PlacedCell[];
  readonly values: readonly string[];
  /** Identifies the row by its values, however they are quoted. Equal rows have the same hash. */
  readonly hash: string;
}

/** A coded table as its file has it. */
export interface CodedFile {
  readonly table: CodedTableName;
  readonly path: string;
  readonly columns: readonly Column[];
  /** The whole text, which includes a byte order mark. */
  readonly text: string;
  readonly rows: readonly FileRow[];
  /** The widest row in cells; more than the columns if a spreadsheet left empty columns on the right. */
  readonly width: number;
}

/** The rows of a file that `extract` reads without an issue: UTF-8, with the table's columns in their order. */
export function readCodedFile(table: CodedTableName, file: DiskFile): CodedFile {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
  const columns = columnsOf(codedTable(table).row);
  const [header, ...records] = placeCells(text).filter(({ cells }) => cells.some(({ value }) => value.trim() !== ""));
  const rows = records.map(({ line, cells }): FileRow => {
    const values = columns.map((_, at) => cells[at]?.value ?? "");
    return { line, cells, values, hash: rowHash(values) };
  });
  return { table, path: file.path, columns, text, rows, width: header?.cells.length ?? columns.length };
}

/** Line breaks do not count, because a workbook has only one kind of them. */
export const rowHash = (values: readonly string[]): string =>
  sha256Hex(JSON.stringify(values.map(withLineFeeds))).slice(0, 12);

export const withLineFeeds = (value: string): string => value.replace(/\r\n?/gu, "\n");
