import type { Note } from "#pipeline/intake/taken-in.ts";
import type { Line } from "./lines.ts";
import type { Rule } from "./page-content.ts";

/** The type of notes is at most so large, in parts of that of the text. */
const SMALL = 0.93;
/** The line above notes is at most so far above them, in sizes. */
const BELOW_RULE = 2.6;
/** A year, a decimal, pages, a volume with its issue and the code of a list (`4 = Mali`) begin with no mark. */
const MARK = /^[([]?(\d{1,3}(?!\d|[.,]\d|\s*[=:–]|\()|[*†‡§¶]{1,3}|[a-z](?=[.)\]\s]))[)\].]?\s*(?=\S)/u;

interface NoteText {
  readonly mark: string;
  readonly page: number;
  readonly lines: readonly Line[];
}

/** The lines of a column, and the notes below them. A note without a mark goes on from the column or page before. */
export interface WithoutNotes {
  readonly lines: readonly Line[];
  readonly notes: readonly NoteText[];
}

/**
 * Takes the footnotes off the end of a column: smaller type and a mark, or a drawn line above and either smaller type or a
 * raised mark. A line of a table has text below it, too, which often begins with a number.
 */
export function splitNotes(lines: readonly Line[], rules: readonly Rule[], bodySize: number): WithoutNotes {
  const from = startOfNotes(lines, rules, bodySize);
  return { lines: lines.slice(0, from), notes: cutNotes(lines.slice(from)) };
}

function startOfNotes(lines: readonly Line[], rules: readonly Rule[], bodySize: number): number {
  let small = lines.length;
  while (small > 0 && (lines[small - 1]?.size ?? 0) <= bodySize * SMALL) small -= 1;
  const afterRule = lines.findLastIndex((line, at) => isBelowRule(line, lines[at - 1], rules));
  if (afterRule > 0 || (afterRule === 0 && lines.every((line) => line.size <= bodySize))) {
    const [first] = lines.slice(afterRule);
    const isSmall = afterRule >= small;
    if (first !== undefined && (isSmall || markOf(first)?.isRaised === true)) {
      if (lines.slice(afterRule).every((line) => line.size <= bodySize * 1.02)) return afterRule;
    }
  }
  while (small < lines.length && !hasRaisedMark(lines[small])) small += 1;
  return small;
}

function isBelowRule(line: Line, before: Line | undefined, rules: readonly Rule[]): boolean {
  return rules.some((rule) => {
    const isAbove = rule.y < line.y && rule.y > line.y - BELOW_RULE * line.size;
    const isBelowLast = before === undefined || rule.y > before.y;
    return isAbove && isBelowLast && Math.abs(rule.x - line.x) < 3 * line.size && rule.right < line.x + 320;
  });
}

/** Type that is small alone is not enough: captions and code are, too. */
function hasRaisedMark(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const [first] = line.runs;
  return (
    first !== undefined && MARK.test(line.text) && (first.isRaised || /^(?:\d{1,3}|[*†‡§¶]{1,3})/u.test(first.text))
  );
}

function markOf(line: Line): { readonly mark: string; readonly isRaised: boolean } | null {
  const mark = MARK.exec(line.text)?.[1];
  if (mark === undefined) return null;
  return { mark, isRaised: line.runs[0]?.isRaised === true };
}

/** A line opens a note if it begins with a raised mark, or with the number after the last one. */
function cutNotes(lines: readonly Line[]): NoteText[] {
  const notes: { mark: string; page: number; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = notes.at(-1);
    const found = markOf(line);
    const opens =
      found !== null && (last === undefined || last.mark === "" || found.isRaised || follows(found.mark, last.mark));
    if (opens) notes.push({ mark: found.mark, page: line.page, lines: [line] });
    else if (last === undefined) notes.push({ mark: "", page: line.page, lines: [line] });
    else last.lines.push(line);
  }
  return notes;
}

const follows = (mark: string, last: string) => (/^\d/u.test(mark) ? Number(mark) === Number(last) + 1 : mark !== last);

/** Joins the notes of a document: one without a mark goes on with the one before. */
export function joinNotes(notes: readonly NoteText[], joinLines: (lines: readonly Line[]) => string): Note[] {
  const joined: { mark: string; page: number; lines: Line[] }[] = [];
  for (const { mark, page, lines } of notes) {
    const last = joined.at(-1);
    if (mark === "" && last !== undefined) last.lines.push(...lines);
    else joined.push({ mark, page, lines: [...lines] });
  }
  return joined.map(({ mark, page, lines }) => {
    const text = joinLines(lines);
    return { mark, page, text: mark === "" ? text : text.replace(MARK, "") };
  });
}
