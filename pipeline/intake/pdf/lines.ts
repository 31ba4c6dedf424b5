import { heaviest, type Run } from "./page-content.ts";
import { composeAccents } from "./tidy-characters.ts";

/** Runs on one baseline. */
export interface Row {
  readonly y: number;
  readonly x: number;
  readonly right: number;
  /** From left to right. */
  readonly runs: readonly Run[];
}

/** A line of text within a column. */
export interface Line extends Row {
  readonly page: number;
  readonly column: number | null;
  readonly size: number;
  readonly isBold: boolean;
  readonly text: string;
  /** The marks of notes that were taken out of the text. */
  readonly marks: readonly string[];
}

/** Two baselines count as one up to this distance, in sizes. */
const SAME_BASELINE = 0.28;
/** A gap between two runs is a space from this width on, in sizes. */
const SPACE = 0.13;

/** Groups runs by their baseline, from the top of the page to its bottom. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: Run[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && run.y - y <= Math.max(1, SAME_BASELINE * run.size)) group.push(run);
    else {
      groups.push([run]);
      y = run.y;
    }
  }
  return groups.map((group) => {
    const inOrder = group.sort((a, b) => a.x - b.x);
    return {
      runs: inOrder,
      y: heaviest(
        inOrder.map((run) => [run.y, run.text.length]),
        0,
      ),
      x: Math.min(...inOrder.map(({ x }) => x)),
      right: Math.max(...inOrder.map(({ right }) => right)),
    };
  });
}

/** The runs of a row in groups with gaps of at least `gap` sizes between them. */
export function splitAtGaps(runs: readonly Run[], gap: number): Run[][] {
  const pieces: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const piece = pieces.at(-1);
    if (piece !== undefined && run.x - right < gap * run.size) piece.push(run);
    else pieces.push([run]);
    right = piece === undefined ? run.right : Math.max(right, run.right);
  }
  return pieces;
}

export function lineOf(row: Row, page: number, column: number | null): Line {
  const letters = row.runs.filter(({ isRaised }) => !isRaised);
  const sizes = (letters.length > 0 ? letters : row.runs).map((run) => [run.size, run.text.length] as const);
  return {
    ...row,
    page,
    column,
    size: heaviest(sizes, 10),
    isBold: letters.length > 0 && letters.every(({ isBold, text }) => isBold || !/[\p{L}\p{N}]/u.test(text)),
    ...textOf(row.runs),
  };
}

/** The text of runs on one baseline, with a space where there is a gap, without the marks of notes. */
export function textOf(runs: readonly Run[]): { readonly text: string; readonly marks: readonly string[] } {
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  const marks: string[] = [];
  for (const run of runs) {
    const gap = run.x - right;
    const hasSpace = gap > SPACE * run.size || (run.isSpaced === true && gap > 0);
    const isApart = hasSpace && text !== "" && !text.endsWith(" ");
    const raised = run.isRaised ? readRaised(run.text, text) : { text: run.text, mark: null };
    if (raised.mark !== null) marks.push(raised.mark);
    else if (marks.length > 0 && /^[.,;:!?)\]]/u.test(raised.text)) text = text.trimEnd() + raised.text;
    else text += (isApart ? " " : "") + raised.text;
    right = Math.max(right, run.right);
  }
  return { text: composeAccents(text.replace(/ {2,}/gu, " ").trim()), marks };
}

const NOTE_MARK = /^[([]?(?:\d{1,3}(?: ?[,–-] ?\d{1,3})*|[*†‡§¶#]{1,4}|[a-z]|[ivx]{1,4})[)\]]?,?$/u;
/** What a number above the line belongs to, unless it is a note: a number, one letter, a unit. */
const TAKES_EXPONENT = /(?:\d|(?:^|[^\p{L}])(?:\p{L}|[kcm]m))$/u;
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A mark of a note is taken out of the text; an exponent is kept as such, and other raised letters as they are. */
function readRaised(raised: string, before: string): { readonly text: string; readonly mark: string | null } {
  const isExponent = /^\d+$/u.test(raised) && TAKES_EXPONENT.test(before);
  if (isExponent)
    return { text: [...raised].map((digit) => RAISED_DIGITS[Number(digit)] ?? digit).join(""), mark: null };
  const isLetter = /^\p{L}/u.test(raised);
  if (NOTE_MARK.test(raised) && before !== "" && !(isLetter && !/(?:\p{L}{3}|\p{P})$/u.test(before)))
    return { text: "", mark: raised.replace(/^[([]|[)\]]?,?$/gu, "") };
  return { text: raised, mark: null };
}
