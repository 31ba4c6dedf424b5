import { type Line, splitAtGaps } from "./lines.ts";
import type { Rule, Run } from "./page-content.ts";

/** Cells are at least so far apart, in sizes. */
export const CELL_GAP = 1.1;
/** A table has at least so many rows of cells, of which this share stand under each other. */
const TABLE = { rows: 3, aligned: 0.6, words: 8 };
const LIST_MARK = /^(?:[•▪■◦‣●○*–—-]|[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]])$/iu;

export interface FoundTable {
  readonly first: number;
  readonly last: number;
  /** Whether its cells are long enough to be read as text. */
  readonly readsAsProse: boolean;
}

export interface Cell {
  readonly x: number;
  readonly right: number;
  readonly words: number;
}

/** Finds the tables among the lines of a column. Their rows cannot be told for certain: a person must copy them. */
export function findTables(lines: readonly Line[], rules: readonly Rule[]): FoundTable[] {
  const width = Math.max(...lines.map(({ x, right }) => right - x));
  const cells = lines.map((line) => cellsOf(line, width));
  const tables: FoundTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfTable(at, lines, cells);
    const rows = cells.slice(at, end + 1).filter((row) => row.length > 1);
    if (rows.length >= TABLE.rows && isAligned(rows)) {
      const earliest = (tables.at(-1)?.last ?? -1) + 1;
      const last = withinRules(end, lines, rules);
      tables.push({ first: startOfTable(at, earliest, lines, rows), last, readsAsProse: readsAsProse(rows) });
      at = last + 1;
    } else at += 1;
  }
  return tables;
}

/** Whether rows have enough cells under each other, and the cells are short. */
export function areCellsOfTable(rows: readonly (readonly Cell[])[]): boolean {
  const several = rows.filter((row) => row.length > 1);
  return several.length >= TABLE.rows && isAligned(several) && !readsAsProse(several);
}

function readsAsProse(rows: readonly (readonly Cell[])[]): boolean {
  const cells = rows.flat();
  return cells.reduce((sum, { words }) => sum + words, 0) > TABLE.words * Math.max(1, cells.length);
}

/** A line of justified text may have wide spaces, but fills this share of the column, and words this share of the line. */
const JUSTIFIED = { width: 0.9, fill: 0.8 };

function cellsOf(line: Line, columnWidth: number): Cell[] {
  const pieces = splitAtGaps(line.runs, CELL_GAP);
  const [first] = pieces;
  const isContents = /(?:\. ?){4,}/u.test(line.text);
  const isItem = pieces.length > 1 && LIST_MARK.test(first?.map(({ text }) => text).join("") ?? "");
  const words = line.runs.reduce((sum, { x, right }) => sum + right - x, 0);
  const width = line.right - line.x;
  const isJustified = width > JUSTIFIED.width * columnWidth && words > JUSTIFIED.fill * width;
  return cellsIn(isItem || isContents || isJustified ? [pieces.flat()] : pieces);
}

export const cellsIn = (pieces: readonly (readonly Run[])[]): Cell[] =>
  pieces.map((runs) => ({
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
    words: runs.flatMap(({ text }) => text.split(/\s+/u)).length,
  }));

/** Lines nearer than this, in sizes, may be those of one cell; what begins so far to the right is in a later cell. */
const WITHIN_CELL = { leading: 1.8, indent: 3 };
const CAPTION = /^(?:tab(?:le|leau|elle)?|fig(?:ure)?)\b\.?\s*\p{N}/iu;

/** The first line of a table: the names of its columns, or the first lines of cells, may stand above its first whole row. */
function startOfTable(
  start: number,
  earliest: number,
  lines: readonly Line[],
  rows: readonly (readonly Cell[])[],
): number {
  const cells = rows.flat();
  const [left, right] = [Math.min(...cells.map(({ x }) => x)), Math.max(...cells.map((cell) => cell.right))];
  let first = start;
  while (first > earliest) {
    const [line, next] = [lines[first - 1], lines[first]];
    if (line === undefined || next === undefined || next.y - line.y > WITHIN_CELL.leading * line.size) break;
    const isWithin = line.x > left + WITHIN_CELL.indent * line.size && line.right < right + 2 * line.size;
    if (!isWithin || CAPTION.test(line.text) || /[.:;?!]$/u.test(line.text)) break;
    first -= 1;
  }
  return first;
}

/** The last row of cells that follows the one at `start`, with at most one line of one short cell between two of them. */
function endOfTable(start: number, lines: readonly Line[], cells: readonly (readonly Cell[])[]): number {
  if ((cells[start]?.length ?? 0) < 2) return start - 1;
  let last = start;
  for (let at = start + 1; at < lines.length && at <= last + 2; at += 1) {
    const gap = (lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0);
    if (gap > 4 * (lines[at]?.size ?? 10)) break;
    const [cell, other] = cells[at] ?? [];
    const isInCell = goesOnInCell(at, lines, cells.slice(start, at));
    if (other === undefined && !isInCell && cell !== undefined && cell.words > TABLE.words) break;
    if (other !== undefined || isInCell) last = at;
  }
  return last;
}

/** Whether a line goes on with a cell, other than the first, of the rows above it. */
function goesOnInCell(at: number, lines: readonly Line[], above: readonly (readonly Cell[])[]): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined || line.y - before.y > WITHIN_CELL.leading * line.size) return false;
  const left = Math.min(...above.flat().map(({ x }) => x));
  if (line.x < left + WITHIN_CELL.indent * line.size) return false;
  return above.some((row) => row.slice(1).some(({ x }) => Math.abs(x - line.x) <= 3));
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
