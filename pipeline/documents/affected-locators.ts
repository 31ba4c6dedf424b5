import { expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { Citation } from "./citations.ts";

/** The locators of cited sentences that have another sentence, or none, in a text as it is now, in the order of the text. */
export function affectedLocators(index: SentenceIndex, now: SentenceIndex, citations: readonly Citation[]): string[] {
  const cited = new Set(
    citations
      .filter(({ sourceId }) => sourceId === index.sourceId)
      .flatMap(({ evidence }) => expandEvidence(evidence, index).entries.map(({ locator }) => locator)),
  );
  const hashNow = (locator: string) => now.entries[now.at.get(locator) ?? -1]?.sha256;
  return index.entries
    .filter(({ locator, sha256 }) => cited.has(locator) && hashNow(locator) !== sha256)
    .map(({ locator }) => locator);
}
