import { plural } from "#pipeline/core/plural.ts";
import { remarksOnHyphens } from "#pipeline/intake/remarks-on-hyphens.ts";
import type { Block, Dropped, Hyphen, Note, PageTurn, Remark } from "#pipeline/intake/taken-in.ts";
import { kindOf } from "./block-kind.ts";
import { cutColumns } from "./columns.ts";
import { joinNotes, marksIn, splitNotes, type WithoutNotes } from "./footnotes.ts";
import { type JoinedLines, joinLines, type Vocabulary, vocabularyOf } from "./hyphens.ts";
import { joinColumns } from "./join-columns.ts";
import { type Line, lineOf } from "./lines.ts";
import { listMark } from "./list-marks.ts";
import { type Measure, measureColumns } from "./measure-columns.ts";
import type { PageContent, Rule } from "./page-content.ts";
import { type Group, groupLines } from "./paragraphs.ts";
import { dropHeads } from "./running-heads.ts";
import { droppedRows, remarksOnDropped, setApart } from "./set-apart.ts";
import { findTables } from "./tables.ts";

export interface LaidOut {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly dropped: readonly Dropped[];
  readonly hyphens: readonly Hyphen[];
  readonly remarks: readonly Remark[];
}

interface Column {
  readonly lines: readonly Line[];
  readonly content: PageContent;
}

/** Turns the text runs of pages into paragraphs, headings and items in reading order, and into notes. */
export function layOut(contents: readonly PageContent[]): LaidOut {
  const { pages: headless, heads } = dropHeads(contents);
  const { pages, apart } = setApart(headless);
  const columns = columnsOf(pages);
  const { bodySize } = measureColumns(columns.map(({ lines, content }) => withoutTables(lines, content.rules)));
  const marks = marksIn(columns.flatMap(({ lines }) => lines));
  const split = columns.map(({ lines, content }) => ({
    content,
    ...splitNotes(lines, content.rules, { bodySize, marks }),
  }));
  const { bodies, tables, remarks } = takeTables(split);
  const measure = measureColumns(bodies);
  const words = vocabularyOf([...bodies.flat(), ...split.flatMap(notesLines)].map(({ text }) => text));
  const groups = joinColumns(
    bodies.map((lines) => groupLines(lines, measure)),
    measure,
  );
  const hyphens: Hyphen[] = [];
  const blocks = blocksOf(groups, measure, words, hyphens);
  const notes = joinNotes(
    split.flatMap((column) => column.notes),
    (lines) => collect(joinLines(lines, words), hyphens).text,
  );
  return {
    blocks,
    notes,
    dropped: [...heads, ...rotatedOf(contents), ...apart, ...tables, ...marksOf(bodies)].sort(
      (a, b) => (a.page ?? 0) - (b.page ?? 0),
    ),
    hyphens,
    remarks: [
      ...remarksOnDropped([...apart, ...tables]),
      ...remarks,
      ...notes.filter(isUnsure).map(remarkOnNote),
      ...remarksOnHyphens(hyphens),
      ...groups.flatMap(remarkOnCut),
    ],
  };
}

/** The lines of a column that are not rows of a table: a document may have more of these than of text. */
function withoutTables(lines: readonly Line[], rules: readonly Rule[]): Line[] {
  const tables = findTables(lines, rules);
  return lines.filter((_, at) => !tables.some(({ first, last }) => first <= at && at <= last));
}

/** A hyphen at the end of the last line: the rest of the word was not found. */
function remarkOnCut({ lines }: Group): Remark[] {
  const last = lines.at(-1);
  const [word] = /\p{L}+[-‐\u00AD]$/u.exec(last?.text ?? "") ?? [];
  return last === undefined || word === undefined ? [] : [{ code: "word-cut", page: last.page, detail: word }];
}

/** Few notes are longer. */
const LONG_NOTE = 600;

/** Text that was taken for a note by mistake has no mark, or is long. */
const isUnsure = ({ mark, text }: Note) => mark === "" || text.length > LONG_NOTE;

const remarkOnNote = ({ text, page }: Note): Remark => ({ code: "note-unsure", page, detail: text });

const notesLines = ({ notes }: WithoutNotes): readonly Line[] => notes.flatMap(({ lines }) => lines);

const rotatedOf = (contents: readonly PageContent[]): Dropped[] =>
  contents.flatMap(({ page, rotated }) => rotated.map((text) => ({ text, page, rule: "rotated" })));

const marksOf = (bodies: readonly (readonly Line[])[]): Dropped[] =>
  bodies.flat().flatMap(({ marks, page }) => marks.map((text) => ({ text, page, rule: "note-mark" })));

/** The columns of all pages in reading order. Gutters that several pages have count where a page has little text. */
function columnsOf(pages: readonly PageContent[]): Column[] {
  const first = pages.map(({ runs }) => cutColumns(runs).gutters);
  const known = first
    .flat()
    .filter((x) => first.filter((gutters) => gutters.some((other) => Math.abs(other - x) < 4)).length > 1);
  return pages.flatMap((content) =>
    cutColumns(content.runs, known).regions.map(({ rows, column }) => ({
      content,
      lines: rows.map((row) => lineOf(row, content.page, column)).filter(({ text }) => text !== ""),
    })),
  );
}

function takeTables(columns: readonly (WithoutNotes & { readonly content: PageContent })[]) {
  const tables: Dropped[] = [];
  const remarks: Remark[] = [];
  const bodies = columns.map(({ lines, content: { page, rules } }) => {
    const gone = new Set<number>();
    for (const { first, last, readsAsProse } of findTables(lines, rules)) {
      const rows = lines.slice(first, last + 1);
      if (readsAsProse) {
        remarks.push({ code: "columns-unclear", page, detail: plural(rows.length, "line") });
        continue;
      }
      tables.push(droppedRows("table", page, rows));
      for (let at = first; at <= last; at += 1) gone.add(at);
    }
    return lines.filter((_, at) => !gone.has(at));
  });
  return { bodies, tables, remarks };
}

function collect(joined: JoinedLines, all: Hyphen[]): JoinedLines {
  all.push(...joined.hyphens);
  return joined;
}

function blocksOf(groups: readonly Group[], { bodySize }: Measure, words: Vocabulary, hyphens: Hyphen[]): Block[] {
  const letters = groups.flatMap(({ lines }) => lines);
  const bold = letters.filter(({ isBold }) => isBold).reduce((sum, { text }) => sum + text.length, 0);
  const isBodyBold = bold > 0.5 * letters.reduce((sum, { text }) => sum + text.length, 0);
  return groups.flatMap((group): Block[] => {
    const { text, turns } = collect(joinLines(group.lines, words), hyphens);
    const kind = kindOf(group, text, bodySize, isBodyBold);
    const mark = kind === "item" ? listMark(text) : null;
    // Only a bullet says nothing but that an item begins: a dash or a number may be part of the sentence.
    const cut = mark !== null && mark.kind === "bullet" ? mark.mark.length : 0;
    const [first] = group.lines;
    if (first === undefined || text.slice(cut).trim() === "") return [];
    const { page, column } = first;
    return [{ kind, text: text.slice(cut), page, turns: turns.map(afterCut(cut)), column, rule: group.rule }];
  });
}

/** Where a page begins in a text that lost so many characters at its start. */
const afterCut =
  (cut: number) =>
  ({ page, start }: PageTurn): PageTurn => ({ page, start: Math.max(0, start - cut) });
