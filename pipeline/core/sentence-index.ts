import type { Issue, Place } from "#pipeline/core/issue.ts";
import { compareLocators, locatorNumbers, parseEvidence } from "#pipeline/core/locator.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** The sentences of one document in the order of its text: their places and hashes, but not their words. */
export interface SentenceIndex {
  readonly sourceId: string;
  /** Path of the index file, as the user would type it. */
  readonly path: string;
  readonly entries: readonly SentenceIndexRow[];
  /** The line of the index file on which each entry stands. */
  readonly lines: readonly number[];
  /** Position in `entries` by locator. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * Makes an index, in which locators can be looked up, from the rows of an index file in file order. Without `lines`, the
 * rows follow the header directly, as `documents index` writes them.
 */
export function sentenceIndex(
  sourceId: string,
  path: string,
  rows: readonly SentenceIndexRow[],
  lines: readonly number[] = rows.map((_, position) => position + 2),
): SentenceIndex {
  const at = new Map<string, number>();
  rows.forEach(({ locator }, position) => {
    if (!at.has(locator)) at.set(locator, position);
  });
  return { sourceId, path, entries: rows, lines, at };
}

/** The place of an entry in the index file, by its locator; of the whole file if it has no such entry. */
export function placeOfEntry(locator: string, { path, lines, at }: SentenceIndex): Place {
  return { file: path, line: lines[at.get(locator) ?? -1] ?? null, column: "locator" };
}

/** SHA-256 of the text file that an index was cut from; `null` if its rows name several, or there are none. */
export function textHashOf({ entries: [first, ...rest] }: SentenceIndex): string | null {
  if (first === undefined) return null;
  return rest.every((entry) => entry.text_sha256 === first.text_sha256) ? first.text_sha256 : null;
}

/**
 * Finds inconsistencies that cannot come from a text: a locator that does not follow the one before it, sentences that
 * overlap, two paragraphs in one line, a page before that of an earlier sentence of the paragraph. It cannot detect a
 * changed hash; `documents verify` does that.
 */
export function checkIndex({ path, entries, lines }: SentenceIndex): Issue[] {
  const turningBack = findTurningBack(entries);
  return entries.flatMap((entry, position): Issue[] => {
    const column = !follows(entry, entries[position - 1]) ? "locator" : turningBack.has(entry) ? "page" : null;
    if (column === null) return [];
    const at = { file: path, line: lines[position] ?? null, column };
    return [{ code: "resolve/altered-index", at, locator: entry.locator }];
  });
}

function follows(entry: SentenceIndexRow, before: SentenceIndexRow | undefined): boolean {
  const [paragraph, sentence] = locatorNumbers(entry.locator);
  const [lastParagraph, lastSentence] = before === undefined ? [0, 0] : locatorNumbers(before.locator);
  const { line: lastLine, end: lastEnd } = before ?? { line: 0, end: -1 };
  const isInParagraph = paragraph === lastParagraph && sentence === lastSentence + 1 && entry.line === lastLine;
  const opensParagraph = paragraph === lastParagraph + 1 && sentence === 1 && entry.line > lastLine;
  const lineEnds = entry.line - lastLine;
  return (
    (isInParagraph || opensParagraph) &&
    entry.start >= lastEnd + lineEnds &&
    entry.end >= entry.start + Math.max(1, entry.words)
  );
}

/**
 * The sentences on a page before that of an earlier sentence of their line. Between lines, pages may go back: a paragraph
 * that goes on behind a box comes first.
 */
function findTurningBack(entries: readonly SentenceIndexRow[]): ReadonlySet<SentenceIndexRow> {
  const found = new Set<SentenceIndexRow>();
  let [lastLine, lastPage] = [0, 0];
  for (const entry of entries) {
    if (entry.line !== lastLine) lastPage = 0;
    lastLine = entry.line;
    if (entry.page === null) continue;
    if (entry.page < lastPage) found.add(entry);
    lastPage = entry.page;
  }
  return found;
}

export type EvidenceFault =
  /**
   * No such sentence; `last` is the last sentence of the paragraph, or `null` if there is no such paragraph. Then `lines`
   * is how many paragraphs the text has: its lines that are not blank.
   */
  | { readonly kind: "unknown"; readonly locator: string; readonly last: string | null; readonly lines: number | null }
  | { readonly kind: "backwards"; readonly from: string; readonly to: string };

/** The issue of an evidence cell that names sentences which the source does not have. */
export const evidenceIssue = (fault: EvidenceFault, sourceId: string, at: Place): Issue =>
  fault.kind === "backwards"
    ? { code: "resolve/locator-backwards", at, from: fault.from, to: fault.to }
    : { code: "resolve/unknown-locator", at, locator: fault.locator, sourceId, last: fault.last, lines: fault.lines };

/** The sentences that an evidence cell names, each once and in the order of the text, and the errors in the cell. */
export function expandEvidence(
  evidence: string,
  index: SentenceIndex,
): { readonly entries: readonly SentenceIndexRow[]; readonly faults: readonly EvidenceFault[] } {
  const spans: [first: number, last: number][] = [];
  const faults: EvidenceFault[] = [];
  for (const { from, to } of parseEvidence(evidence)) {
    for (const locator of new Set([from, to])) {
      if (!index.at.has(locator)) faults.push(unknownSentence(locator, index));
    }
    if (compareLocators(from, to) > 0) faults.push({ kind: "backwards", from, to });
    const [first, last] = [index.at.get(from), index.at.get(to)];
    if (first !== undefined && last !== undefined && first <= last) spans.push([first, last]);
  }
  return { entries: entriesIn(spans, index), faults };
}

/** The entries in any of the spans, each once and in order, however often the spans overlap. */
function entriesIn(spans: [first: number, last: number][], { entries }: SentenceIndex): SentenceIndexRow[] {
  const found: SentenceIndexRow[] = [];
  let next = 0;
  for (const [first, last] of spans.sort(([a], [b]) => a - b)) {
    for (let position = Math.max(first, next); position <= last; position += 1) {
      const entry = entries[position];
      if (entry !== undefined) found.push(entry);
    }
    next = Math.max(next, last + 1);
  }
  return found;
}

/** By index, the last locator of each paragraph: many cells can name a sentence that their paragraph lacks. */
const lastLocators = new WeakMap<SentenceIndex, ReadonlyMap<number | undefined, string>>();

function unknownSentence(locator: string, index: SentenceIndex): EvidenceFault {
  const known =
    lastLocators.get(index) ?? new Map(index.entries.map((entry) => [locatorNumbers(entry.locator)[0], entry.locator]));
  lastLocators.set(index, known);
  const last = known.get(locatorNumbers(locator)[0]) ?? null;
  return { kind: "unknown", locator, last, lines: last === null ? known.size : null };
}

/** Sentences that follow each other in a text. */
export interface SentenceRange {
  /** As in an evidence cell: `p3s1-p14s2`, or `p3s1` for a single sentence. */
  readonly locators: string;
  readonly sentences: number;
}

/** The fewest ranges that contain exactly these positions of an index, in the order of the text. */
export function rangesOf(positions: Iterable<number>, { entries }: SentenceIndex): SentenceRange[] {
  const runs: { first: number; last: number }[] = [];
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === position - 1) run.last = position;
    else runs.push({ first: position, last: position });
  }
  const locator = (position: number) => entries[position]?.locator ?? "";
  return runs.map(({ first, last }) => ({
    locators: first === last ? locator(first) : `${locator(first)}-${locator(last)}`,
    sentences: last - first + 1,
  }));
}

/** The shortest evidence cell that names exactly these positions of an index: ranges joined by `; `. */
export const evidenceOf = (positions: Iterable<number>, index: SentenceIndex): string =>
  rangesOf(positions, index)
    .map(({ locators }) => locators)
    .join("; ");
