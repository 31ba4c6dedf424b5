import { writeCsv } from "#pipeline/core/csv-text.ts";
import { countWords, hashSentence } from "#pipeline/core/sentence-hash.ts";
import { cutSentences } from "#pipeline/core/sentences.ts";
import { columnNames } from "#schemas/column.ts";
import { SentenceIndexRow } from "#schemas/sentence-index.ts";

/**
 * The sentences of a normalised text: their places and hashes, but not their words. `textSha256` is the hash of the
 * file that the text was read from.
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
  }));
}

/** Whether two indexes have the same sentences in the same places, whichever files they were cut from. */
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

/** The content of `<source_id>.index.csv`. */
export const writeIndex = (rows: readonly SentenceIndexRow[]) => writeCsv(columnNames(SentenceIndexRow), rows);
