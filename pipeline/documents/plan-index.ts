import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";

/** What `documents index` has to do with one text. */
export interface IndexPlan {
  readonly sentences: number;
  /** The content of the index file; `null` if it must not or need not be written. */
  readonly content: string | null;
  /** Whether a new index would make rows cite other sentences than before. */
  readonly isRefused: boolean;
}

/**
 * An index is written if there is none yet, if the text is the recorded one, if each sentence keeps its locator, or if
 * no row cites the source. Otherwise rows would silently cite other sentences: `documents verify` reports these rows
 * and can update them.
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
