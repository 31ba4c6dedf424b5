import { groupBy } from "#pipeline/core/group-by.ts";
import { type EdgeRow, type EdgeRows, edgeRowsOf, rowsBeside } from "./edge-rows.ts";
import type { PageContent, Run } from "./page-content.ts";

/** Rows count as at the same height up to this distance, in points. */
const SAME_HEIGHT = 2.5;
const NUMBER =
  /^[^\p{L}\p{N}]*(?:(?:page|seite|p\.)\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:\/|of|sur|de)\s*\d+)?[^\p{L}\p{N}]*$/iu;

const NUMBER_AND_WORDS = /^(\d{1,4})[^\p{L}\p{N}.,)].{3,100}$|^.{3,100}[^\p{L}\p{N}.,(](\d{1,4})$/u;

export interface WithoutHeads {
  readonly pages: readonly PageContent[];
  readonly heads: readonly { readonly page: number; readonly text: string; readonly rule: string }[];
}

/**
 * Takes running heads, running feet and page numbers out of the pages. A row is one if its words come again at the same
 * height of another page (numbers may differ), if it counts the pages, or if it stands where other heads stand.
 */
export function dropHeads(pages: readonly PageContent[]): WithoutHeads {
  const rows = edgeRowsOf(pages);
  const repeated = new Set(rows.all.filter((row) => repeats(row, rows, pages.length)));
  const numbers = new Set(pageNumbers(rows.all, pages.length));
  const heights = [...repeated].map(({ row }) => row.y);
  const dropped = new Map<EdgeRow, string>();
  const places = new Set<string>();
  const place = ({ page, at }: EdgeRow, depth: number) => `${page} ${at} ${depth}`;
  for (const row of [...rows.all].sort((a, b) => a.depth - b.depth)) {
    if (row.depth > 0 && (!places.has(place(row, row.depth - 1)) || belongsToText(row, rows))) continue;
    if (numbers.has(row) && NUMBER.test(row.text)) dropped.set(row, "page-number");
    else if (numbers.has(row) || repeated.has(row)) dropped.set(row, "running-head");
    else if (isAmongHeads(row, rows, heights)) dropped.set(row, "running-head-place");
    else if (pages.length > 1 && isSmallAndApart(row, rows)) dropped.set(row, "small-head");
    if (dropped.has(row)) places.add(place(row, row.depth));
  }
  const gone = new Set<Run>([...dropped.keys()].flatMap(({ row }) => row.runs));
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !gone.has(run)) })),
    heads: [...dropped].map(([{ page, text }, rule]) => ({ page, text, rule })).sort((a, b) => a.page - b.page),
  };
}

const isSameHeight = (a: EdgeRow, b: EdgeRow) => a.at === b.at && Math.abs(a.row.y - b.row.y) <= SAME_HEIGHT;

function repeats(row: EdgeRow, rows: EdgeRows, nPages: number): boolean {
  const alike = (rows.byPattern.get(row.pattern) ?? []).filter(
    (other) => isSameHeight(row, other) && countsAlike(row, other),
  );
  return new Set(alike.map(({ page }) => page)).size >= (nPages > 12 ? 3 : 2);
}

/** A row below a head that is nearer to the text than to the head: its words come again by chance. */
function belongsToText(row: EdgeRow, rows: EdgeRows): boolean {
  const beside = rowsBeside(row, rows);
  if (beside.outer === undefined || beside.inner === undefined) return false;
  return Math.abs(beside.inner.row.y - row.row.y) < 0.75 * Math.abs(row.row.y - beside.outer.row.y);
}

/** A number at the start is that of the page, or always the same: notes such as `4 Ibid.` are no running heads. */
function countsAlike(a: EdgeRow, b: EdgeRow): boolean {
  const [first, second] = [a, b].map(({ text }) => /^\d+(?=\D)/u.exec(text)?.[0]);
  return first === second || Number(first) - a.page === Number(second) - b.page;
}

/** The rows that count the pages: a number alone, or the outermost row with a number at its start or end. */
function pageNumbers(rows: readonly EdgeRow[], nPages: number): EdgeRow[] {
  const numbered = rows.flatMap((row) => {
    const [, alone] = NUMBER.exec(row.text) ?? [];
    const [, first, last] = NUMBER_AND_WORDS.exec(row.text) ?? [];
    const number = alone ?? (row.depth === 0 ? (first ?? last) : undefined);
    if (number === undefined) return [];
    const value = /^\d/u.test(number) ? Number(number) : romanValue(number);
    return [{ row, isAlone: alone !== undefined, key: `${/^\d/u.test(number)} ${value - row.page}`, value }];
  });
  const counted = groupBy(numbered, ({ key }) => key);
  return numbered
    .filter(({ row, isAlone, key, value }) => {
      const pages = new Set((counted.get(key) ?? []).map((other) => other.row.page)).size;
      return isAlone ? pages >= 2 || (nPages === 1 && value >= row.page) : pages >= 3;
    })
    .map(({ row }) => row);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(roman: string): number {
  const values = [...roman.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** The outermost row in type smaller than that of the row below it, and far above it: the head of a first page. */
function isSmallAndApart(row: EdgeRow, rows: EdgeRows): boolean {
  if (row.at === "bottom" || row.depth > 0) return false;
  const { inner } = rowsBeside(row, rows);
  const sizeOf = (edge: EdgeRow) => Math.max(...edge.row.runs.map((run) => run.size));
  return inner !== undefined && sizeOf(row) < 0.93 * sizeOf(inner) && inner.row.y - row.row.y > 2 * sizeOf(inner);
}

/** At the height of running heads, and away from the text: the head of a chapter that has but one page. */
function isAmongHeads(row: EdgeRow, rows: EdgeRows, heights: readonly number[]): boolean {
  if (heights.filter((y) => Math.abs(y - row.row.y) <= SAME_HEIGHT).length < 3) return false;
  const { inner } = rowsBeside(row, rows);
  const size = Math.max(...row.row.runs.map((run) => run.size));
  return inner === undefined || Math.abs(inner.row.y - row.row.y) > 1.7 * size;
}
