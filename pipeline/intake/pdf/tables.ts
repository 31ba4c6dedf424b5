import { type Line, splitAtGaps } from "./lines.ts";
import type { Rule } from "./page-content.ts";

/** Cells are at least so far apart, in sizes. */
const CELL_GAP = 1.1;
/** A table has at least so many rows of cells, of which this share stand under each other. */
const TABLE = { rows: 3, aligned: 0.6, words: 8 };
const LIST_MARK = /^(?:[•▪■◦‣●○*–—-]|[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]])$/iu;

export interface FoundTable {
  readonly first: number;
  readonly last: number;
  /** Whether its cells are long enough to be read as text. */
  readonly readsAsProse: boolean;
}

interface Cell {
  readonly x: number;
  readonly right: number;
  readonly words: number;
}

/** Finds the tables among the lines of a column. Their rows cannot be told for certain: a person must copy them. */
export function findTables(lines: readonly Line[], rules: readonly Rule[]): FoundTable[] {
  const cells = lines.map(cellsOf);
  const tables: FoundTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const last = endOfTable(at, lines, cells);
    const rows = cells.slice(at, last + 1).filter((row) => row.length > 1);
    const found = { first: at, last: withinRules(last, lines, rules) };
    if (rows.length >= TABLE.rows && isAligned(rows)) {
      const words = rows.flat().reduce((sum, cell) => sum + cell.words, 0) / Math.max(1, rows.flat().length);
      tables.push({ ...found, readsAsProse: words > TABLE.words });
      at = found.last + 1;
    } else at += 1;
  }
  return tables;
}

function cellsOf(line: Line): Cell[] {
  const pieces = splitAtGaps(line.runs, CELL_GAP);
  const [first] = pieces;
  const isContents = /(?:\. ?){4,}/u.test(line.text);
  const isItem = pieces.length > 1 && LIST_MARK.test(first?.map(({ text }) => text).join("") ?? "");
  return (isItem || isContents ? [pieces.flat()] : pieces).map((runs) => ({
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
    words: runs.flatMap(({ text }) => text.split(/\s+/u)).length,
  }));
}

/** The last row of cells that follows the one at `start`, with at most one line of one cell between two of them. */
function endOfTable(start: number, lines: readonly Line[], cells: readonly (readonly Cell[])[]): number {
  if ((cells[start]?.length ?? 0) < 2) return start - 1;
  let last = start;
  for (let at = start + 1; at < lines.length && at <= last + 2; at += 1) {
    const gap = (lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0);
    if (gap > 4 * (lines[at]?.size ?? 10)) break;
    if ((cells[at]?.length ?? 0) > 1) last = at;
  }
  return last;
}

/** Most rows have a cell, other than the first, that begins, ends or is centred under one of the row before. */
function isAligned(rows: readonly (readonly Cell[])[]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 3;
  const aligned = rows
    .slice(1)
    .filter((row, position) =>
      row
        .slice(1)
        .some((cell) =>
          (rows[position] ?? [])
            .slice(1)
            .some(
              (above) =>
                near(cell.x, above.x) ||
                near(cell.right, above.right) ||
                near(cell.x + cell.right, above.x + above.right),
            ),
        ),
    );
  return aligned.length >= TABLE.aligned * (rows.length - 1);
}

/** A line of one cell belongs to the table if a rule is drawn below it, near the last row. */
function withinRules(last: number, lines: readonly Line[], rules: readonly Rule[]): number {
  const [line, next] = [lines[last], lines[last + 1]];
  if (line === undefined || next === undefined) return last;
  const isClosed = rules.some(
    ({ y, x, right }) => y > next.y && y < next.y + next.size && x <= next.x && right > next.right,
  );
  return isClosed && next.y - line.y < 2 * next.size ? last + 1 : last;
}
