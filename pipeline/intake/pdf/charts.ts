import { type Row, rowsOf, splitAtGaps } from "./lines.ts";
import type { Box, PageContent, Run } from "./page-content.ts";

/** The words of a drawing stand in short pieces: this share of its letters, at most, is in longer rows, of so many words. */
const PROSE = { words: 9, share: 0.4 };
/** An axis has at least so many numbers; their steps differ by at most this part. */
const AXIS = { numbers: 4, difference: 0.12, gap: 0.55 };
/** The title of an axis is at most so far below its numbers, in sizes, and has at most so many words. */
const TITLE = { below: 3, words: 8 };
const NUMBER = /^[-−+]?\d+(?:[.,]\d+)?\s?%?$/u;

export interface WithoutCharts {
  readonly content: PageContent;
  readonly charts: readonly { readonly rows: readonly Row[] }[];
}

/** Takes the words of charts out of a page: what stands in a drawing, and the numbers of an axis with its title. */
export function takeCharts(content: PageContent): WithoutCharts {
  const charts: { rows: readonly Row[] }[] = [];
  let { runs } = content;
  const take = (rows: readonly Row[]) => {
    if (rows.length === 0) return;
    const gone = new Set(rows.flatMap((row) => row.runs));
    charts.push({ rows });
    runs = runs.filter((run) => !gone.has(run));
  };
  for (const box of content.drawings) {
    const rows = rowsOf(runs.filter((run) => isInside(run, box)));
    if (!isProse(rows)) take(rows);
  }
  take(axesOf(rowsOf(runs)));
  return { content: { ...content, runs }, charts };
}

const isInside = ({ x, right, y }: Run, box: Box) =>
  x >= box.x - 1 && right <= box.right + 1 && y >= box.y && y <= box.bottom + 1;

const wordsIn = ({ runs }: Row) => runs.flatMap(({ text }) => text.split(/\s+/u)).length;
const lettersIn = (rows: readonly Row[]) =>
  rows.reduce((sum, { runs }) => sum + runs.reduce((letters, { text }) => letters + text.length, 0), 0);

const isProse = (rows: readonly Row[]) =>
  lettersIn(rows.filter((row) => wordsIn(row) >= PROSE.words)) > PROSE.share * lettersIn(rows);

/** The rows of numbers at even steps that count evenly, each with the title below it. */
function axesOf(rows: readonly Row[]): Row[] {
  return rows.flatMap((row, at) => {
    if (!isAxis(row)) return [];
    const [next] = rows.slice(at + 1);
    if (next === undefined) return [row];
    const isRowOfTable = splitAtGaps(next.runs, AXIS.gap).filter((piece) => NUMBER.test(textIn(piece))).length > 1;
    if (isRowOfTable) return [];
    return isTitle(next, row) ? [row, next] : [row];
  });
}

const textIn = (runs: readonly Run[]) => runs.map(({ text }) => text).join(" ");

function isAxis({ runs }: Row): boolean {
  const pieces = splitAtGaps(runs, AXIS.gap).flatMap(numbersIn);
  if (pieces.length < AXIS.numbers || pieces.some(({ value }) => !Number.isFinite(value))) return false;
  return isEven(pieces.map(({ value }) => value)) && isEven(pieces.map(({ middle }) => middle));
}

/** The number of each run and its middle; not a number for other words. */
function numbersIn(piece: readonly Run[]): { readonly value: number; readonly middle: number }[] {
  return piece.map(({ text, x, right }) => ({
    value: NUMBER.test(text)
      ? Number(
          text
            .replace(/[%\s+]/gu, "")
            .replace("−", "-")
            .replace(",", "."),
        )
      : Number.NaN,
    middle: (x + right) / 2,
  }));
}

function isEven(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  return least > 0 && most - least <= AXIS.difference * most;
}

/** Whether a short row that ends no sentence stands in the middle below an axis, and in type that is no larger. */
function isTitle(title: Row, axis: Row): boolean {
  const size = Math.max(...axis.runs.map((run) => run.size));
  const isNear = title.y - axis.y < TITLE.below * size && title.runs.every((run) => run.size <= size * 1.3);
  const isMiddle = title.x > axis.x && title.right < axis.right;
  return isNear && isMiddle && wordsIn(title) <= TITLE.words && !/[.;:!?]$/u.test(textIn(title.runs));
}
