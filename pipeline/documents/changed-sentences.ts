import { evidenceOf, expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { type Citation, formatCitation } from "#pipeline/documents/citations.ts";
import type { Recut } from "#pipeline/documents/recut-sentences.ts";

/** Consecutive sentences that are consecutive in both texts, but with different locators. */
export interface MovedRun {
  readonly from: string;
  readonly to: string;
  readonly sentences: number;
}

export interface GoneSentence {
  readonly locator: string;
  readonly line: number;
  readonly words: number;
  readonly citedBy: readonly string[];
  /** The rows of sealed second codings that cite it. */
  readonly sealedBy: readonly string[];
  /** Locators of the new sentences between its former neighbours. They are candidates to check, not replacements. */
  readonly inItsPlace: readonly string[];
}

export interface NewSentence {
  readonly locator: string;
  readonly text: string;
}

/** A sentence that was split into several, or several that were joined into one. */
export interface RecutRun {
  readonly from: string;
  readonly to: string;
}

/** Where the sentences that were split or joined are now. */
export const formatRecuts = (index: SentenceIndex, now: SentenceIndex, recuts: readonly Recut[]): RecutRun[] =>
  recuts.map((recut) => ({ from: evidenceOf(recut.before, index), to: evidenceOf(recut.now, now) }));

/** The sentences whose locator changed, in the order of the index. */
export function findMoved(index: SentenceIndex, now: SentenceIndex, pairs: ReadonlyMap<number, number>): MovedRun[] {
  const runs: { from: number; to: number; length: number }[] = [];
  for (const [from, to] of [...pairs].sort(([a], [b]) => a - b)) {
    if (index.entries[from]?.locator === now.entries[to]?.locator) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.from + run.length === from && run.to + run.length === to) run.length += 1;
    else runs.push({ from, to, length: 1 });
  }
  const range = (first: number, length: number) => Array.from({ length }, (_, step) => first + step);
  return runs.map(({ from, to, length }) => ({
    from: evidenceOf(range(from, length), index),
    to: evidenceOf(range(to, length), now),
    sentences: length,
  }));
}

/** The sentences of the index that are no longer in the text, and the rows that cite them. */
export function findGone(
  index: SentenceIndex,
  now: SentenceIndex,
  { places, citations }: { places: ReadonlyMap<number, readonly number[]>; citations: readonly Citation[] },
): GoneSentence[] {
  const isSealed = ({ seal }: Citation) => seal === "kept";
  const citers = citersOf(
    citations.filter((citation) => !isSealed(citation)),
    index,
  );
  const sealed = citersOf(citations.filter(isSealed), index);
  const taken = new Set([...places.values()].flat());
  return index.entries.flatMap((entry, position): GoneSentence[] => {
    if (places.has(position)) return [];
    const before = position === 0 ? -1 : places.get(position - 1)?.at(-1);
    const inItsPlace: string[] = [];
    for (let at = (before ?? now.entries.length) + 1; at < now.entries.length && !taken.has(at); at += 1) {
      inItsPlace.push(now.entries[at]?.locator ?? "");
    }
    const { locator, line, words } = entry;
    const [citedBy, sealedBy] = [citers.get(locator) ?? [], sealed.get(locator) ?? []];
    return [{ locator, line, words, citedBy, sealedBy, inItsPlace }];
  });
}

/** The rows that cite each sentence, by locator. */
function citersOf(citations: readonly Citation[], index: SentenceIndex): Map<string, string[]> {
  const citers = new Map<string, string[]>();
  for (const citation of citations) {
    const citer = formatCitation(citation);
    for (const { locator } of expandEvidence(citation.evidence, index).entries) {
      const known = citers.get(locator);
      if (known === undefined) citers.set(locator, [citer]);
      else known.push(citer);
    }
  }
  return citers;
}

/** The sentences of the text that are not in the index. */
export function findAdded(
  now: SentenceIndex,
  places: ReadonlyMap<number, readonly number[]>,
  text: string,
): NewSentence[] {
  const taken = new Set([...places.values()].flat());
  return now.entries.flatMap(({ locator, start, end }, position) =>
    taken.has(position) ? [] : [{ locator, text: text.slice(start, end) }],
  );
}
