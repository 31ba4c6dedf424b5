import { writeCsv } from "#pipeline/core/csv-text.ts";
import { countWords, hashSentence } from "#pipeline/core/sentence-hash.ts";
import { cutSentences } from "#pipeline/core/sentences.ts";
import { columnNames } from "#schemas/column.ts";
import { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** The sentences of a normalised text: their places and hashes, but not their words. */
export function buildIndex(text: string): SentenceIndexRow[] {
  return cutSentences(text).map(({ locator, line, start, end, text: sentence }) => ({
    locator,
    line,
    start,
    end,
    words: countWords(sentence),
    sha256: hashSentence(sentence),
  }));
}

/** The content of `<source_id>.index.csv`. */
export const writeIndex = (rows: readonly SentenceIndexRow[]) => writeCsv(columnNames(SentenceIndexRow), rows);
