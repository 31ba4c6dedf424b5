import type { PlacedCell } from "#pipeline/core/csv-cells.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { readCodedText } from "#pipeline/documents/citations.ts";

/** A cell of a coded file that gets another value. */
export interface CellEdit {
  /** Path of the file, as the user would type it. */
  readonly file: string;
  /** The cell's position in the file's text, which includes a byte order mark. */
  readonly cell: PlacedCell;
  /** A value that needs no quotes. */
  readonly after: string;
}

/** A row that is taken out of a coded file. */
export interface RowRemoval {
  readonly file: string;
  /** The row's position in the file's text, with its line end. */
  readonly row: { readonly start: number; readonly end: number };
}

export type Edit = CellEdit | RowRemoval;

const startOf = (edit: Edit) => ("row" in edit ? edit.row.start : edit.cell.start);

/**
 * A coded file with the cells updated, the rows removed, and every other byte unchanged. Edits of other files are left
 * out. No cell of a removed row has an edit.
 */
export function rewriteCells(file: DiskFile, edits: readonly Edit[]): Uint8Array {
  const original = readCodedText(file);
  if (original === null) throw new Error(`${file.path} cannot be updated, because it is not UTF-8.`);
  const fromTheEnd = edits.filter((edit) => edit.file === file.path).sort((a, b) => startOf(b) - startOf(a));
  const rewritten = fromTheEnd.reduce((text, edit) => {
    if ("row" in edit) return text.slice(0, edit.row.start) + text.slice(edit.row.end);
    const { cell, after } = edit;
    const quote = text[cell.start] === '"' ? '"' : "";
    return text.slice(0, cell.start) + quote + after + quote + text.slice(cell.end);
  }, original);
  return new TextEncoder().encode(rewritten);
}

/** The same file if none of the edits is of it. */
export const rewritten = (file: DiskFile, edits: readonly Edit[]): DiskFile =>
  edits.some((edit) => edit.file === file.path) ? { path: file.path, bytes: rewriteCells(file, edits) } : file;
