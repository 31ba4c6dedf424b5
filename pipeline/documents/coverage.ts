import type { Coverage } from "#pipeline/core/coverage.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import type { SentenceIndexes } from "#pipeline/core/staged.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

export interface CoveredSentence {
  readonly locator: string;
  readonly line: number;
  readonly words: number;
  /** `null` where the text is not at hand. */
  readonly text: string | null;
}

/** A sentence that many records rest on. */
export interface BusySentence extends CoveredSentence {
  /** `table:record_id`. */
  readonly citedBy: readonly string[];
}

/** How far one document was read, with the sentences that need a look. */
export interface SourceCoverage extends Omit<Coverage, "unread"> {
  readonly unread: readonly CoveredSentence[];
  /** Most cited first. */
  readonly busiest: readonly BusySentence[];
}

/** From this many records on, a sentence is worth a second look: is each of them really there? */
export const MANY = 6;

interface ToReport {
  readonly resolution: Pick<Resolution, "coverage" | "entries">;
  readonly indexes: SentenceIndexes;
  /** Normalised texts by source, those that are at hand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What `resolve` counted, with the sentences themselves where their text is at hand, and who cites them. */
export function reportCoverage({ resolution, indexes, texts }: ToReport): SourceCoverage[] {
  const citers = citersOf(resolution);
  return resolution.coverage.map(({ unread, ...counts }) => {
    const text = texts.get(counts.sourceId) ?? null;
    const isUnread = new Set(unread);
    const entries = indexes.get(counts.sourceId)?.entries ?? [];
    return {
      ...counts,
      unread: entries.filter(({ locator }) => isUnread.has(locator)).map((entry) => covered(entry, text)),
      busiest: entries
        .map((entry) => ({
          ...covered(entry, text),
          citedBy: citers.get(`${counts.sourceId}:${entry.locator}`) ?? [],
        }))
        .filter((sentence) => sentence.citedBy.length >= MANY)
        .sort((a, b) => b.citedBy.length - a.citedBy.length),
    };
  });
}

/** The entries that rest on each sentence, by `source_id:locator`, as `table:id`. */
function citersOf({ entries }: ToReport["resolution"]): Map<string, string[]> {
  const citers = new Map<string, string[]>();
  for (const { table, id, evidence } of entries()) {
    for (const { source_id, locator } of evidence) {
      const sentence = `${source_id}:${locator}`;
      const known = citers.get(sentence);
      if (known === undefined) citers.set(sentence, [`${table}:${id}`]);
      else known.push(`${table}:${id}`);
    }
  }
  for (const found of citers.values()) found.sort(byCodeUnit);
  return citers;
}

const covered = (entry: SentenceIndexRow, text: string | null): CoveredSentence => ({
  locator: entry.locator,
  line: entry.line,
  words: entry.words,
  text: text === null ? null : readSentence(entry, text),
});
