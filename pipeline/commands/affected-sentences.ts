import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { affectedLocators } from "#pipeline/documents/affected-locators.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { textContent } from "#pipeline/intake/intake-files.ts";
import type { Obtained } from "./add/obtain-document.ts";
import { takeInDocument } from "./add/taken-document.ts";

/**
 * The locators of cited sentences that a changed document would move or remove; `null` if it cannot be taken in. Nothing
 * is written.
 */
export async function affectedSentences(
  document: Obtained,
  index: SentenceIndex,
  citations: readonly Citation[],
): Promise<readonly string[] | null> {
  const taken = await takeInDocument(document, { as: null, pages: null });
  if ("code" in taken) return null;
  const bytes = new TextEncoder().encode(textContent(taken.taken));
  const { text, sha256 } = readText({ path: `${index.sourceId}.txt`, bytes });
  if (text === null) return null;
  const now = sentenceIndex(index.sourceId, index.path, buildIndex(text, sha256));
  return affectedLocators(index, now, citations);
}
