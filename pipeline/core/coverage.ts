import { byCodeUnit } from "#pipeline/core/order.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";

/** How much of one document is coded. Every sentence is either cited, passed over or unread. */
export interface Coverage {
  readonly sourceId: string;
  readonly sentences: number;
  readonly cited: number;
  readonly passedOver: number;
  /** Sentences passed over, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Their locators, in the order of the text. */
  readonly unread: readonly string[];
}

/** What the rows say about the sentences of one document. */
export interface Reading {
  /** Locators of sentences that an entry cites. */
  readonly cited: ReadonlySet<string>;
  /** By locator, why the sentence is passed over. */
  readonly passedOver: ReadonlyMap<string, string>;
}

/** Counts the sentences of a document; one that is cited and passed over counts as cited. */
export function coverageOf({ sourceId, entries }: SentenceIndex, { cited, passedOver }: Reading): Coverage {
  const rest = entries.filter(({ locator }) => !cited.has(locator));
  const reasons = rest.flatMap(({ locator }) => passedOver.get(locator) ?? []);
  return {
    sourceId,
    sentences: entries.length,
    cited: entries.length - rest.length,
    passedOver: reasons.length,
    reasons: countEach(reasons),
    unread: rest.flatMap(({ locator }) => (passedOver.has(locator) ? [] : [locator])),
  };
}

function countEach(items: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of [...items].sort(byCodeUnit)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Object.fromEntries(counts);
}
