import { writeCsv } from "#pipeline/core/csv-text.ts";
import { countWords, hashSentence, readSentence } from "#pipeline/core/sentence-hash.ts";
import { cutSentences } from "#pipeline/core/sentences.ts";
import { indexColumns, type SentenceIndexRow } from "#schemas/sentence-index.ts";

/**
 * The sentences of a normalised text: their places and hashes, but not their words. `textSha256` is the hash of the
 * file that the text was read from. The pages are not known yet: see `withPages`.
 */
export function buildIndex(text: string, textSha256: string): SentenceIndexRow[] {
  return cutSentences(text).map(({ locator, line, start, end, text: sentence }) => ({
    locator,
    line,
    start,
    end,
    words: countWords(sentence),
    sha256: hashSentence(sentence),
    text_sha256: textSha256,
    page: null,
  }));
}

/** Whether two indexes have the same sentences in the same places, whichever files they were cut from, on whichever pages. */
export const hasSameSentences = (a: readonly SentenceIndexRow[], b: readonly SentenceIndexRow[]) =>
  a.length === b.length && a.every((row, at) => isSameSentence(row, b[at]));

export const isSameSentence = (a: SentenceIndexRow, b: SentenceIndexRow | undefined) =>
  b !== undefined &&
  a.locator === b.locator &&
  a.sha256 === b.sha256 &&
  a.line === b.line &&
  a.start === b.start &&
  a.end === b.end &&
  a.words === b.words;

/**
 * Whether an index divides this very text, perhaps elsewhere than the rules do today: each row is a sentence of the text, in
 * order, and nothing but marks and white space lies between them. An index edited by hand does not.
 */
export function isAnotherCut(rows: readonly SentenceIndexRow[], text: string): boolean {
  let at = 0;
  for (const row of rows) {
    if (row.start < at || countWords(text.slice(at, row.start)) > 0 || readSentence(row, text) === null) return false;
    if (countWords(text.slice(row.start, row.end)) !== row.words) return false;
    at = row.end;
  }
  return countWords(text.slice(at)) === 0;
}

/** The content of `<source_id>.index.csv`. */
export const writeIndex = (rows: readonly SentenceIndexRow[]) =>
  writeCsv(indexColumns({ hasPages: rows.some(({ page }) => page !== null) }), rows);
