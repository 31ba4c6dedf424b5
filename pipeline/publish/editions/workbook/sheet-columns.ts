import { columnLetters } from "#pipeline/core/xlsx/addresses.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import type { OrderedColumn, SheetOrder } from "#pipeline/publish/editions/reading-order.ts";

export interface SheetColumn extends OrderedColumn {
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
export function measureColumns({ rows }: Pick<EditionTable, "rows">, columns: readonly OrderedColumn[]): SheetColumn[] {
  const longest = columns.map(({ header }) => header.length + FILTER_WIDTH);
  let measured = 0;
  for (const row of rows()) {
    if (measured === ROWS_MEASURED) break;
    measured += 1;
    columns.forEach(({ cellOf }, at) => {
      for (const line of String(cellOf(row) ?? "").split("\n")) longest[at] = Math.max(longest[at] ?? 0, line.length);
    });
  }
  return columns.map((column, at) => ({
    ...column,
    letters: columnLetters(at + 1),
    width: Math.min(WIDEST, Math.max(NARROWEST, (longest[at] ?? 0) + 1)),
  }));
}

/** In characters: what stays in view must leave space for what moves, also on a small screen. */
const WIDEST_FROZEN = 60;

/** How many columns stay in view: the first, and those after it that name the row too, as far as there is space. */
export function countFrozen(columns: readonly SheetColumn[], nNames: SheetOrder["nNames"]): number {
  let width = columns[0]?.width ?? 0;
  let frozen = 1;
  for (const column of columns.slice(1, nNames)) {
    width += column.width;
    if (width > WIDEST_FROZEN) break;
    frozen += 1;
  }
  return frozen;
}
