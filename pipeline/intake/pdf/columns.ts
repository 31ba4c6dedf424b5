import { type Gutter, gutterCandidates } from "./gutters.ts";
import { type Row, rowsOf, splitAtGaps } from "./lines.ts";
import { heaviest, median, type Run } from "./page-content.ts";

/** A part of a page that is read from top to bottom, line by line. */
export interface Region {
  readonly rows: readonly Row[];
  /** 1 for the leftmost column; `null` for what stands across the page. */
  readonly column: number | null;
}

interface Band {
  readonly first: number;
  readonly last: number;
}

/** A column has at least so many rows, with so many letters, which fill so much of its width. */
const COLUMN = { rows: 3, letters: 14, fill: 0.5 };
/** Words nearer than this, in sizes, are one piece. */
const PIECE = 0.55;
/** So deep do columns within columns go. */
const DEEPEST = 6;

/** Cuts a page into regions in reading order, and says where the gutters between its columns are. */
export function cutColumns(
  runs: readonly Run[],
  known: readonly number[] = [],
): { readonly regions: readonly Region[]; readonly gutters: readonly number[] } {
  const size = heaviest(
    runs.map((run) => [run.size, run.text.length]),
    10,
  );
  const gutters: number[] = [];
  const leaves: (readonly Row[])[] = [];
  const cut = (part: readonly Run[], depth: number): void => {
    const rows = rowsOf(part);
    const found = depth < DEEPEST ? bestGutter(rows, size, known) : null;
    if (found === null) {
      if (rows.length > 0) leaves.push(rows);
      return;
    }
    const { gutter, band } = found;
    const middle = (gutter.x + gutter.right) / 2;
    gutters.push(middle);
    const within = rows.slice(band.first, band.last + 1).flatMap((row) => row.runs);
    cut(
      rows.slice(0, band.first).flatMap((row) => row.runs),
      depth + 1,
    );
    cut(
      within.filter((run) => run.x < middle),
      depth + 1,
    );
    cut(
      within.filter((run) => run.x >= middle),
      depth + 1,
    );
    cut(
      rows.slice(band.last + 1).flatMap((row) => row.runs),
      depth + 1,
    );
  };
  cut(runs, 0);
  const places = distinct(gutters);
  return { regions: leaves.map((rows) => ({ rows, column: columnOf(rows, places) })), gutters: places };
}

const distinct = (gutters: readonly number[]): number[] =>
  [...gutters].sort((a, b) => a - b).filter((x, at, all) => at === 0 || x - (all[at - 1] ?? 0) > 20);

function columnOf(rows: readonly Row[], gutters: readonly number[]): number | null {
  if (gutters.length === 0) return null;
  const [x, right] = [Math.min(...rows.map((row) => row.x)), Math.max(...rows.map((row) => row.right))];
  if (gutters.some((gutter) => x < gutter - 2 && right > gutter + 2)) return null;
  return gutters.filter((gutter) => gutter <= x + 2).length + 1;
}

/** The gutter with the most rows beside it. */
function bestGutter(rows: readonly Row[], size: number, known: readonly number[]) {
  const pieces = rows.map((row) => splitAtGaps(row.runs, PIECE).map(extent));
  let best: { gutter: Gutter; band: Band; rows: number } | null = null;
  const seen = gutterCandidates(pieces, size);
  const unseen = distinct(known).filter((at) => seen.every(({ x, right }) => at < x || at > right));
  const candidates = [...seen, ...unseen.map((at) => ({ x: at, right: at }))].sort((a, b) => a.x - b.x);
  for (const gutter of candidates) {
    // A gutter that only other pages have says nothing about where a column of this page ends.
    const beside = [seen.findLast(({ right }) => right <= gutter.x), seen.find(({ x }) => x >= gutter.right)] as const;
    const isKnown = known.some((x) => gutter.x - 2 <= x && x <= gutter.right + 2);
    for (const band of bandsBeside(gutter, rows, pieces)) {
      const found = judgeBand(rows.slice(band.first, band.last + 1), { gutter, beside, isKnown });
      if (found !== null && (best === null || found > best.rows)) best = { gutter, band, rows: found };
    }
  }
  return best;
}

const extent = (runs: readonly Run[]): Gutter => ({
  x: Math.min(...runs.map(({ x }) => x)),
  right: Math.max(...runs.map(({ right }) => right)),
});

/** The runs of rows that do not cross the middle of a gutter. */
function bandsBeside(gutter: Gutter, rows: readonly Row[], pieces: readonly (readonly Gutter[])[]): Band[] {
  const middle = (gutter.x + gutter.right) / 2;
  const bands: Band[] = [];
  let first = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    const isCrossed = at === rows.length || (pieces[at] ?? []).some(({ x, right }) => x < middle && right > middle);
    if (!isCrossed) continue;
    if (at > first) bands.push({ first, last: at - 1 });
    first = at + 1;
  }
  return bands.map((band) => trimBand(band, rows, middle));
}

/** Leaves out a heading at the end of a band that is nearer to the text across the page than to the column above. */
function trimBand({ first, last }: Band, rows: readonly Row[], middle: number): Band {
  const gap = (at: number) => (rows[at + 1]?.y ?? Number.POSITIVE_INFINITY) - (rows[at]?.y ?? 0);
  let to = last;
  while (to > first && to + 1 < rows.length && (rows[to]?.right ?? 0) < middle && gap(to) < gap(to - 1) * 0.8) to -= 1;
  return { first, last: to };
}

interface Judged {
  readonly gutter: Gutter;
  /** The gutters to the left and to the right, if there are any: a column ends there. */
  readonly beside: readonly [Gutter | undefined, Gutter | undefined];
  readonly isKnown: boolean;
}

/** How many rows stand beside a gutter; `null` if these are not two columns of text. */
function judgeBand(rows: readonly Row[], { gutter, beside, isKnown }: Judged): number | null {
  const [from, middle, to] = [beside[0], gutter, beside[1]].map((strip) => strip && (strip.x + strip.right) / 2);
  if (middle === undefined) return null;
  const left = side(rows, (run) => run.x < middle && run.x >= (from ?? Number.NEGATIVE_INFINITY));
  const other = side(rows, (run) => run.x >= middle && run.x < (to ?? Number.POSITIVE_INFINITY));
  const [few, many] = [Math.min(left.n, other.n), Math.max(left.n, other.n)];
  if (isKnown) return few >= 1 ? few + many : null;
  if (few < COLUMN.rows) return null;
  if (left.letters < COLUMN.letters || other.letters < COLUMN.letters) return null;
  if (left.fill < COLUMN.fill || other.fill < COLUMN.fill) return null;
  return few + many;
}

/** The rows on one side of a gutter: how many, how many letters each has, and how much of the width it fills. */
function side(rows: readonly Row[], isOn: (run: Run) => boolean) {
  const parts = rows.map((row) => row.runs.filter(isOn)).filter((runs) => runs.length > 0);
  const extents = parts.map(extent);
  const width = Math.max(...extents.map((part) => part.right)) - Math.min(...extents.map((part) => part.x));
  return {
    n: parts.length,
    letters: median(
      parts.map((runs) => runs.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)),
      0,
    ),
    fill: median(
      parts.map((runs) => runs.reduce((sum, run) => sum + run.right - run.x, 0) / Math.max(1, width)),
      0,
    ),
  };
}
