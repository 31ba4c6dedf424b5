import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import { columnLetters } from "./sheet.ts";

export interface SheetColumn {
  readonly field: Field;
  /** The letters in the addresses of the column's cells: `A`, `AA`. */
  readonly letters: string;
  /** In characters. */
  readonly width: number;
}

const NARROWEST = 8;
const WIDEST = 60;
const ROWS_MEASURED = 500;

/** Space for the filter button. */
const FILTER_WIDTH = 3;

/** Columns as wide as the longest text in the header and the first rows, up to a limit. */
export function measureColumns({ fields, rows }: EditionTable): SheetColumn[] {
  const longest = fields.map(({ name }) => name.length + FILTER_WIDTH);
  let measured = 0;
  for (const row of rows()) {
    if (measured === ROWS_MEASURED) break;
    measured += 1;
    fields.forEach(({ name }, at) => {
      longest[at] = Math.max(longest[at] ?? 0, String(row[name] ?? "").length);
    });
  }
  return fields.map((field, at) => ({
    field,
    letters: columnLetters(at + 1),
    width: Math.min(WIDEST, Math.max(NARROWEST, (longest[at] ?? 0) + 1)),
  }));
}
