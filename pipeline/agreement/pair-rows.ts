import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { assign } from "./assignment.ts";
import type { ComparedRow } from "./compared-row.ts";
import { connectedRows } from "./connected-rows.ts";
import type { MeasuredColumn } from "./measure.ts";

export interface PairedRows {
  readonly both: readonly (readonly [first: ComparedRow, second: ComparedRow])[];
  readonly onlyFirst: readonly ComparedRow[];
  readonly onlySecond: readonly ComparedRow[];
}

type Rows = readonly ComparedRow[];
type Pair = readonly [ComparedRow, ComparedRow];

/**
 * In a larger group, rows with the same content are paired first. If too many are left, they stay unpaired, so that the
 * work does not grow with the square of the input.
 */
const MOST_PAIRS = 250_000;

/**
 * Pairs the rows of two codings one to one. Two rows may be a pair if they share a sentence and a cell that says what the
 * source says; of all such pairings it takes one with the highest number of like cells, and then with the most shared
 * sentences. Neither the order of the rows, nor their ids, nor which coding is first changes how cells are compared.
 */
export function pairRows(first: Rows, second: Rows, columns: readonly MeasuredColumn[]): PairedRows {
  const both = connectedRows(inOrder(first), inOrder(second)).flatMap((group) => pairGroup(group, columns));
  const [inFirst, inSecond] = [new Set(both.map(([row]) => row)), new Set(both.map(([, row]) => row))];
  return {
    both: both.sort(([a], [b]) => byContent(a, b)),
    onlyFirst: inOrder(first).filter((row) => !inFirst.has(row)),
    onlySecond: inOrder(second).filter((row) => !inSecond.has(row)),
  };
}

/** The id decides only between rows that say the same of the same sentences. */
const byContent = (a: ComparedRow, b: ComparedRow) => byCodeUnit(a.content, b.content) || byCodeUnit(a.id, b.id);
const inOrder = (rows: Rows) => [...rows].sort(byContent);

function pairGroup({ first, second }: { first: Rows; second: Rows }, columns: readonly MeasuredColumn[]): Pair[] {
  if (first.length * second.length > MOST_PAIRS) return pairLarge({ first, second }, columns);
  if (isTurned(first, second)) return pairOf(second, first, columns).map(([a, b]): Pair => [b, a]);
  return pairOf(first, second, columns);
}

/** Whether the second coding gives the rows of the matrix: the content decides, not which coding is named first. */
function isTurned(first: Rows, second: Rows): boolean {
  if (first.length !== second.length) return first.length > second.length;
  const contents = (rows: Rows) => JSON.stringify(rows.map(({ content }) => content));
  return contents(first) > contents(second);
}

function pairOf(few: Rows, many: Rows, columns: readonly MeasuredColumn[]): Pair[] {
  const weights = few.map((row) => many.map((other) => likeness(row, other, columns)));
  return assign(weights).flatMap((column, position): Pair[] => {
    const [row, other] = [few[position], many[column]];
    const isPair = (weights[position]?.[column] ?? 0) > 0;
    return isPair && row !== undefined && other !== undefined ? [[row, other]] : [];
  });
}

/** One like cell weighs more than all shared sentences. */
const CELL = 1_000;

/** How alike two rows are; 0 if they cannot be a pair. */
function likeness(a: ComparedRow, b: ComparedRow, columns: readonly MeasuredColumn[]): number {
  const shared = [...a.sentences].filter((sentence) => b.sentences.has(sentence)).length;
  const like = columns.filter((_, at) => isLike(a, b, at));
  if (shared === 0 || like.every(({ isAboutSource }) => isAboutSource)) return 0;
  return like.length * CELL + Math.min(shared, CELL - 1);
}

const isLike = (a: ComparedRow, b: ComparedRow, at: number) =>
  a.cells[at]?.meant !== null && a.cells[at]?.meant === b.cells[at]?.meant;

function pairLarge({ first, second }: { first: Rows; second: Rows }, columns: readonly MeasuredColumn[]): Pair[] {
  const same = pairSame(first, second);
  if (same.length === 0) return [];
  const isPaired = new Set(same.flat());
  const rest = (rows: Rows) => rows.filter((row) => !isPaired.has(row));
  return [...same, ...pairGroup({ first: rest(first), second: rest(second) }, columns)];
}

function pairSame(first: Rows, second: Rows): Pair[] {
  const others = groupBy(second, ({ content }) => content);
  return first.flatMap((row): Pair[] => {
    const other = others.get(row.content)?.shift();
    return other === undefined ? [] : [[row, other]];
  });
}
