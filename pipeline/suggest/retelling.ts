import { byCodeUnit } from "#pipeline/core/order.ts";
import type { CodedDocument } from "./coded-documents.ts";
import { shareIn, trigramsOf } from "./trigrams.ts";
import { wordsOf } from "./words.ts";

/** How much of a document another one has. */
export interface Overlap {
  readonly sourceId: string;
  /** The share of the document's runs of three words that the other one has as well. */
  readonly share: number;
}

export interface Retelling {
  /** The documents that can be older, by their overlap, the largest first. */
  readonly overlaps: readonly Overlap[];
  /** The source to propose for `derived_from`, or `null`. It is a proposal with a number: a person decides. */
  readonly proposed: string | null;
}

/** A retelling had .22, and the next pair of documents .06: between them, there is room. */
const LEAST_SHARE = 0.12;
const LEAST_LEAD = 2;

/** Whether a document retells one of others. Those that are certainly younger are left out. */
export function findRetelling(document: CodedDocument, others: readonly CodedDocument[]): Retelling {
  const own = runsOf(document);
  const overlaps = others
    .filter((other) => other.sourceId !== document.sourceId && canBeOlder(other, document))
    .map((other) => ({ sourceId: other.sourceId, share: shareIn(own, runsOf(other)) }))
    .sort((a, b) => b.share - a.share || byCodeUnit(a.sourceId, b.sourceId));
  const [first, second] = overlaps;
  const isClear = first !== undefined && first.share >= LEAST_SHARE && first.share >= LEAST_LEAD * (second?.share ?? 0);
  return { overlaps, proposed: isClear ? first.sourceId : null };
}

const canBeOlder = ({ publishedEarliest: other }: CodedDocument, { publishedLatest: own }: CodedDocument) =>
  other === null || own === null || other <= own;

const runsOf = ({ sentences }: CodedDocument) =>
  new Set(sentences.flatMap(({ text }) => [...trigramsOf(wordsOf(text))]));
