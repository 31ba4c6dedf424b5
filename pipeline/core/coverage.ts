import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** How much of one document is coded. Every sentence is either cited, passed over or unread. */
export interface Coverage {
  readonly sourceId: string;
  readonly sentences: number;
  readonly cited: number;
  /** In the order of the text. */
  readonly passedOver: readonly PassedOver[];
  /** Their locators, in the order of the text. */
  readonly unread: readonly string[];
}

/** A sentence that is passed over. */
export interface PassedOver {
  readonly entry: SentenceIndexRow;
  readonly reason: PassedOverReason;
}

export type PassedOverReason = CodedRow<"passed_over">["reason"];

/** What the rows say about the sentences of one document. */
export interface Reading {
  /** Locators of sentences that an entry cites. */
  readonly cited: ReadonlySet<string>;
  /** By locator, why the sentence is passed over. */
  readonly passedOver: ReadonlyMap<string, PassedOverReason>;
}

/** Counts the sentences of a document; one that is cited and passed over counts as cited. */
export function coverageOf({ sourceId, entries }: SentenceIndex, { cited, passedOver }: Reading): Coverage {
  const rest = entries.filter(({ locator }) => !cited.has(locator));
  const reasonOf = ({ locator }: SentenceIndexRow) => passedOver.get(locator);
  return {
    sourceId,
    sentences: entries.length,
    cited: entries.length - rest.length,
    passedOver: rest.flatMap((entry) => {
      const reason = reasonOf(entry);
      return reason === undefined ? [] : [{ entry, reason }];
    }),
    unread: rest.flatMap((entry) => (reasonOf(entry) === undefined ? [entry.locator] : [])),
  };
}
