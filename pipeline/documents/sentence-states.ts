import type { Coverage, PassedOverReason } from "#pipeline/core/coverage.ts";
import { compareLocators } from "#pipeline/core/locator.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { type CoveredSentence, citersOf, covered } from "#pipeline/documents/coverage.ts";

/** A sentence, and what the coded rows say of it. */
export interface SentenceState extends CoveredSentence {
  readonly state: "cited" | "passed_over" | "unread";
  /** Why it is passed over, or `null`. */
  readonly reason: PassedOverReason | null;
  /** The records that cite it, as `table/record_id`. */
  readonly records: readonly string[];
}

interface ToState {
  readonly resolution: Pick<Resolution, "entries">;
  readonly coverage: Pick<Coverage, "passedOver" | "unread">;
  readonly index: SentenceIndex;
  /** The normalised text, if it is available. */
  readonly text: string | null;
}

/** Every sentence of a document in the order of its text. One that is cited and passed over counts as cited. */
export function sentenceStates({ resolution, coverage, index, text }: ToState): SentenceState[] {
  const citers = citersOf(resolution);
  const reasons = new Map(coverage.passedOver.map(({ entry, reason }) => [entry.locator, reason]));
  const unread = new Set(coverage.unread);
  return index.entries.map((entry) => {
    const reason = reasons.get(entry.locator) ?? null;
    const state = unread.has(entry.locator) ? "unread" : reason === null ? "cited" : "passed_over";
    const records = citers.get(`${index.sourceId}:${entry.locator}`) ?? [];
    return { ...covered(entry, text), state, reason, records };
  });
}

/** Whether a sentence stands at or after a locator (`p12s3`) or the start of a paragraph (`p12`). */
export const isFrom = (locator: string, from: string): boolean =>
  compareLocators(locator, from.includes("s") ? from : `${from}s1`) >= 0;
