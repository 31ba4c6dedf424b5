import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";

/** The text of a document, and the index that was cut from it. */
export interface IndexedText {
  readonly text: string;
  readonly index: SentenceIndex;
}
