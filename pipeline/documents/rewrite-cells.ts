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

/** A coded file with the cells updated and every other byte unchanged. Edits of other files are left out. */
export function rewriteCells(file: DiskFile, edits: readonly CellEdit[]): Uint8Array {
  const original = readCodedText(file);
  if (original === null) throw new Error(`${file.path} cannot be updated, because it is not UTF-8.`);
  const fromTheEnd = edits.filter((edit) => edit.file === file.path).sort((a, b) => b.cell.start - a.cell.start);
  const rewritten = fromTheEnd.reduce((text, { cell, after }) => {
    const quote = text[cell.start] === '"' ? '"' : "";
    return text.slice(0, cell.start) + quote + after + quote + text.slice(cell.end);
  }, original);
  return new TextEncoder().encode(rewritten);
}
