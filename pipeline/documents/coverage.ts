import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Row } from "#pipeline/core/row.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import { expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
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

/** How far one document was read. Every sentence is in one of cited, passed over, unread. */
export interface SourceCoverage {
  readonly sourceId: string;
  readonly sentences: number;
  readonly cited: number;
  readonly passedOver: number;
  /** Sentences passed over, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly unread: readonly CoveredSentence[];
  /** Most cited first. */
  readonly busiest: readonly BusySentence[];
}

export interface CoverageInput {
  readonly indexes: Iterable<SentenceIndex>;
  /** Rows of the published table `evidence`. */
  readonly evidence: readonly Row[];
  /** Rows of `passed_over.csv`. */
  readonly passedOver: readonly Row[];
  /** Normalised texts by source, those that are at hand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** From this many records on, a sentence is worth a second look: is each of them really there? */
export const MANY = 6;

export function reportCoverage({ indexes, evidence, passedOver, texts }: CoverageInput): SourceCoverage[] {
  const citers = citersOf(evidence);
  return [...indexes].map((index) => {
    const text = texts.get(index.sourceId) ?? null;
    const reasonOf = reasonsOf(passedOver, index);
    const citedBy = ({ locator }: SentenceIndexRow) => citers.get(`${index.sourceId}:${locator}`) ?? [];
    const rest = index.entries.filter((entry) => citedBy(entry).length === 0);
    const passed = rest.flatMap(({ locator }) => reasonOf.get(locator) ?? []);
    return {
      sourceId: index.sourceId,
      sentences: index.entries.length,
      cited: index.entries.length - rest.length,
      passedOver: passed.length,
      reasons: countEach(passed),
      unread: rest.filter(({ locator }) => !reasonOf.has(locator)).map((entry) => covered(entry, text)),
      busiest: index.entries
        .map((entry) => ({ ...covered(entry, text), citedBy: citedBy(entry) }))
        .filter((sentence) => sentence.citedBy.length >= MANY)
        .sort((a, b) => b.citedBy.length - a.citedBy.length),
    };
  });
}

const covered = (entry: SentenceIndexRow, text: string | null): CoveredSentence => ({
  locator: entry.locator,
  line: entry.line,
  words: entry.words,
  text: text === null ? null : readSentence(entry, text),
});

/** The records that rest on each sentence, by `source_id:locator`. */
function citersOf(evidence: readonly Row[]): Map<string, string[]> {
  const citers = new Map<string, string[]>();
  for (const { table, record_id, source_id, locator } of evidence) {
    const sentence = `${source_id}:${locator}`;
    const known = citers.get(sentence);
    if (known === undefined) citers.set(sentence, [`${table}:${record_id}`]);
    else known.push(`${table}:${record_id}`);
  }
  for (const records of citers.values()) records.sort(byCodeUnit);
  return citers;
}

function reasonsOf(passedOver: readonly Row[], index: SentenceIndex): Map<string, string> {
  const rows = passedOver.filter(({ source_id }) => source_id === index.sourceId);
  return new Map(
    rows.flatMap(({ locator, reason }) =>
      expandEvidence(String(locator), index).entries.map((entry): [string, string] => [entry.locator, String(reason)]),
    ),
  );
}

function countEach(items: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of [...items].sort(byCodeUnit)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Object.fromEntries(counts);
}
