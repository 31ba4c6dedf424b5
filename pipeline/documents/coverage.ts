import type { Coverage } from "#pipeline/core/coverage.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import { rangesOf, type SentenceRange } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes } from "#pipeline/core/staged.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

export interface CoveredSentence {
  readonly locator: string;
  readonly line: number;
  /** Page of the original; `null` if it has no pages, or if they are not known. */
  readonly page: number | null;
  readonly words: number;
  /** `null` if the text is not available. */
  readonly text: string | null;
}

/** A sentence that many records cite. */
export interface BusySentence extends CoveredSentence {
  /** `table/record_id`. */
  readonly citedBy: readonly string[];
}

/** How much of one document is coded, with the sentences that need attention. */
export interface SourceCoverage extends Omit<Coverage, "passedOver" | "unread"> {
  readonly passedOver: number;
  /** Sentences passed over, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly unread: readonly CoveredSentence[];
  readonly unreadRanges: readonly SentenceRange[];
  /** Most cited first. */
  readonly busiest: readonly BusySentence[];
}

/** A sentence that at least this many records cite should be checked: it may not support all of them. */
export const MANY = 6;

interface ToReport {
  readonly resolution: Pick<Resolution, "entries">;
  /** Of the sources to report on. */
  readonly coverage: readonly Coverage[];
  readonly indexes: SentenceIndexes;
  /** The normalised texts that are available, by source. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The counts from `resolve`, the records that cite each sentence, and the sentences whose text is available. */
export function reportCoverage({ resolution, coverage, indexes, texts }: ToReport): SourceCoverage[] {
  const citers = citersOf(resolution);
  return coverage.flatMap(({ passedOver, unread, ...counts }): SourceCoverage[] => {
    const text = texts.get(counts.sourceId) ?? null;
    const index = indexes.get(counts.sourceId);
    if (index === undefined) return [];
    const { entries, at } = index;
    const positions = unread.flatMap((locator) => at.get(locator) ?? []);
    const isUnread = new Set(unread);
    const reported = {
      ...counts,
      passedOver: passedOver.length,
      reasons: countEach(passedOver.map(({ reason }) => reason)),
      unread: entries.filter(({ locator }) => isUnread.has(locator)).map((entry) => covered(entry, text)),
      unreadRanges: rangesOf(positions, index),
      busiest: entries
        .map((entry) => ({
          ...covered(entry, text),
          citedBy: citers.get(`${counts.sourceId}:${entry.locator}`) ?? [],
        }))
        .filter((sentence) => sentence.citedBy.length >= MANY)
        .sort((a, b) => b.citedBy.length - a.citedBy.length),
    };
    return [reported];
  });
}

function countEach(items: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of [...items].sort(byCodeUnit)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The entries that cite each sentence, as `table/id` in code-unit order, by `source_id:locator`. */
export function citersOf({ entries }: Pick<Resolution, "entries">): Map<string, string[]> {
  const citers = new Map<string, string[]>();
  for (const { table, id, evidence } of entries()) {
    for (const { source_id, locator } of evidence) {
      const sentence = `${source_id}:${locator}`;
      const known = citers.get(sentence);
      if (known === undefined) citers.set(sentence, [`${table}/${id}`]);
      else known.push(`${table}/${id}`);
    }
  }
  for (const found of citers.values()) found.sort(byCodeUnit);
  return citers;
}

/** A sentence of an index, with its words if the text has it. */
export const covered = (entry: SentenceIndexRow, text: string | null): CoveredSentence => ({
  locator: entry.locator,
  line: entry.line,
  page: entry.page,
  words: entry.words,
  text: text === null ? null : readSentence(entry, text),
});
