import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { affectedLocators } from "#pipeline/documents/affected-locators.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { textContent } from "#pipeline/intake/intake-files.ts";
import type { PageRange } from "#pipeline/intake/taken-in.ts";
import type { Obtained } from "./add/obtain-document.ts";
import { takeInDocument } from "./add/taken-document.ts";

interface Comparing {
  readonly index: SentenceIndex;
  readonly citations: readonly Citation[];
  /** `null` for all. */
  readonly pages: readonly PageRange[] | null;
}

/**
 * The locators of cited sentences that a changed document would move or remove; `null` if it cannot be taken in. Of a PDF,
 * only the pages are compared that were taken in. Nothing is written.
 */
export async function affectedSentences(
  document: Obtained,
  { index, citations, pages }: Comparing,
): Promise<readonly string[] | null> {
  const taken = await takeInDocument(document, { as: null, pages });
  if ("code" in taken) return null;
  const bytes = new TextEncoder().encode(textContent(taken.taken));
  const { text, sha256 } = readText({ path: `${index.sourceId}.txt`, bytes });
  if (text === null) return null;
  const now = sentenceIndex(index.sourceId, index.path, buildIndex(text, sha256));
  return affectedLocators(index, now, citations);
}
