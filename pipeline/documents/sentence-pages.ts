import { sha256Hex } from "#pipeline/core/hash.ts";
import { type SentenceIndex, textHashOf } from "#pipeline/core/sentence-index.ts";
import { hasSameSentences } from "#pipeline/documents/build-index.ts";
import type { IntakePages, TakenLine } from "#pipeline/documents/intake-pages.ts";
import { pairEqual } from "#pipeline/documents/pair-equal.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** What is known of the pages of a text. */
export interface KnownPages {
  /** As the document was taken in; `null` if that is not at hand. */
  readonly intake: IntakePages | null;
  /** The index before. */
  readonly index: SentenceIndex | undefined;
}

/**
 * The sentences of a normalised text with the page on which each begins. The record of the intake says it for the lines that
 * are as they were taken in. The index before says it for the sentences that are unchanged: all of them if it is of this very
 * text, and otherwise only if there is no record, which may be of a newer original. What neither says for certain is `null`.
 */
export function withPages(rows: readonly SentenceIndexRow[], text: string, known: KnownPages): SentenceIndexRow[] {
  const taken = known.intake === null ? new Map<number, TakenLine>() : pairLines(text, known.intake);
  const before = pagesBefore(rows, known);
  let lineStart = 0;
  let line = 1;
  return rows.map((row, position) => {
    for (; line < row.line; line += 1) lineStart = text.indexOf("\n", lineStart) + 1;
    return { ...row, page: pageIn(taken.get(row.line), row.start - lineStart) ?? before(row, position) };
  });
}

function pageIn(line: TakenLine | undefined, start: number): number | null {
  if (line === undefined) return null;
  return line.turns.findLast((turn) => turn.start <= start)?.page ?? line.page;
}

/** The lines of a text that are as they were taken in, by their number. */
function pairLines(text: string, { blocks }: IntakePages): Map<number, TakenLine> {
  const lines = text.split("\n").flatMap((content, at) => (content.trim() === "" ? [] : [{ content, number: at + 1 }]));
  const pairs = pairEqual(
    blocks.map(({ sha256 }) => sha256),
    lines.map(({ content }) => sha256Hex(content)),
  );
  const found = new Set(pairs.values());
  const left = blocks.map((block, at) => (found.has(at) ? undefined : block));
  const blockAt = (at: number) => (at === -1 ? -1 : at === lines.length ? blocks.length : pairs.get(at));
  return new Map(
    lines.flatMap(({ number }, at): [number, TakenLine][] => {
      const block = blocks[blockAt(at) ?? -1] ?? editedLine(left, blockAt(at - 1), blockAt(at + 1));
      return block === undefined ? [] : [[number, block]];
    }),
  );
}

/** A line in the place of a single one, which is nowhere else, is that one, edited. Where it turns the page, nothing tells any more. */
function editedLine(
  left: readonly (TakenLine | undefined)[],
  before: number | undefined,
  after: number | undefined,
): TakenLine | undefined {
  const block = before === undefined || after !== before + 2 ? undefined : left[before + 1];
  return block?.turns.length === 0 ? block : undefined;
}

/** What the index before says of a sentence. */
function pagesBefore(
  rows: readonly SentenceIndexRow[],
  { intake, index }: KnownPages,
): (row: SentenceIndexRow, position: number) => number | null {
  if (index === undefined) return () => null;
  const { entries } = index;
  if (textHashOf(index) === rows[0]?.text_sha256 || hasSameSentences(entries, rows)) {
    const pages = new Map(entries.map(({ start, page }) => [start, page]));
    return ({ start }) => pages.get(start) ?? null;
  }
  if (intake !== null) return () => null;
  const pairs = pairEqual(
    entries.map(({ sha256 }) => sha256),
    rows.map(({ sha256 }) => sha256),
  );
  return (_, position) => entries[pairs.get(position) ?? -1]?.page ?? null;
}
