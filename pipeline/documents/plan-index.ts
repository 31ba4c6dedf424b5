import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";

/** What `documents index` is to do with one text. */
export interface IndexPlan {
  readonly sentences: number;
  /** The content of the index file, where it is to be written. */
  readonly content: string | null;
  /** Whether writing would let the rows that cite the source name other sentences. */
  readonly isRefused: boolean;
}

/**
 * An index is written anew where none is, where the text is the recorded one, where each sentence keeps its locator,
 * or where no row cites the source. Otherwise the rows would silently name other sentences: `documents verify` tells
 * which, and relocates them.
 */
export function planIndex(
  text: string,
  { index, isRecorded, isCited }: { index: SentenceIndex | undefined; isRecorded: boolean; isCited: boolean },
): IndexPlan {
  const rows = buildIndex(text);
  const content = writeIndex(rows);
  const keepsLocators =
    index === undefined ||
    index.entries.every(({ locator, sha256 }, at) => rows[at]?.locator === locator && rows[at]?.sha256 === sha256);
  if (!keepsLocators && isCited && !isRecorded) return { sentences: rows.length, content: null, isRefused: true };
  const isSame = index !== undefined && content === writeIndex(index.entries);
  return { sentences: rows.length, content: isSame ? null : content, isRefused: false };
}
