import type { Note } from "#pipeline/intake/taken-in.ts";
import type { Line } from "./lines.ts";
import type { Rule } from "./page-content.ts";

/** The type of notes is at most so large, in parts of that of the text. */
const SMALL = 0.93;
/** The line above notes is at most so far above them, in sizes. */
const BELOW_RULE = 2.6;
/** A year, a decimal, pages, a volume with its issue and the code of a list (`4 = Mali`) begin with no mark. */
const MARK = /^[([]?(\d{1,3}(?!\d|[.,]\d|\s*[=:–]|\()|[*†‡§¶]{1,3}|[a-z](?=[.)\]\s]))[)\].]?\s*(?=\S)/u;

/** Headings are shorter than this. */
const HEADING = 60;

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
export function splitNotes(lines: readonly Line[], rules: readonly Rule[], known: KnownOfNotes): WithoutNotes {
  const from = startOfNotes(lines, rules, known);
  const to = endOfNotes(lines, from);
  return { lines: [...lines.slice(0, from), ...lines.slice(to)], notes: cutNotes(lines.slice(from, to)) };
}

/** What the whole document tells of its notes. */
interface KnownOfNotes {
  readonly bodySize: number;
  /** The marks in the text; empty if the document has none that are raised. */
  readonly marks: ReadonlySet<string>;
}

/** The numbers that the marks of lines stand for: `3,4` for two notes, `3–5` for three. */
export function marksIn(lines: Iterable<Line>): Set<string> {
  const marks = new Set<string>();
  for (const line of lines)
    for (const mark of line.marks)
      for (const part of mark.split(/ ?, ?/u)) {
        const [first, last = first] = part.split(/ ?[–-] ?/u);
        marks.add(part);
        for (let number = Number(first); number <= Number(last) && number < 1000; number += 1) marks.add(`${number}`);
      }
  return marks;
}

/** Notes end at a heading, such as that of the references below them. */
function endOfNotes(lines: readonly Line[], from: number): number {
  const heading = lines.findIndex(
    (line, at) =>
      at > from && line.isBold && markOf(line) === null && !/[.,;:]$/u.test(line.text) && line.text.length < HEADING,
  );
  return heading === -1 ? lines.length : heading;
}

function startOfNotes(lines: readonly Line[], rules: readonly Rule[], { bodySize, marks }: KnownOfNotes): number {
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
  while (small < lines.length && !opensNotes(lines[small], marks)) small += 1;
  return small;
}

function isBelowRule(line: Line, before: Line | undefined, rules: readonly Rule[]): boolean {
  return rules.some((rule) => {
    const isAbove = rule.y < line.y && rule.y > line.y - BELOW_RULE * line.size;
    const isBelowLast = before === undefined || rule.y > before.y;
    return isAbove && isBelowLast && Math.abs(rule.x - line.x) < 3 * line.size && rule.right < line.x + 320;
  });
}

/** Type that is small alone is not enough: captions and code are, too. A number that is not raised answers a mark of the text. */
function opensNotes(line: Line | undefined, marks: ReadonlySet<string>): boolean {
  const [first] = line?.runs ?? [];
  const found = line === undefined ? null : markOf(line);
  if (first === undefined || found === null) return false;
  if (first.isRaised) return true;
  return (
    /^[([]?(?:\d{1,3}|[*†‡§¶]{1,3})(?![\p{L}\p{N}])/u.test(first.text) && (marks.size === 0 || marks.has(found.mark))
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
