import { bm25 } from "./bm25.ts";
import type { ReadSentence } from "./coded-documents.ts";
import { shareIn, trigramsOf } from "./trigrams.ts";
import { isCommon, wordsOf } from "./words.ts";

/** A coded sentence of another document that has words of a sentence. */
export interface Neighbour {
  readonly sentence: ReadSentence;
  /** The records that cite it. */
  readonly records: readonly string[];
  /** BM25. */
  readonly score: number;
  /** The share of the sentence's runs of three words that it has as well. */
  readonly share: number;
  readonly likeness: Likeness;
}

/** Measured on pairs of documents: at these shares, 4 of 5 and 2 of 3 proposals had a record in common. */
const SAYS = 0.3;
const MAY_SAY = 0.15;

export type Likeness = "says-this" | "may-say-this" | "is-near";

const likenessOf = (share: number): Likeness =>
  share >= SAYS ? "says-this" : share >= MAY_SAY ? "may-say-this" : "is-near";

/** Below this share, which is written as 0 %, a sentence has words in common with another one, but nothing that it says. */
const LEAST_SHARE = 0.005;

/** Whether a neighbour says anything of the sentence in the same words. */
export const isTelling = ({ share }: Neighbour) => share >= LEAST_SHARE;

/** Prepares a search in coded sentences: the nearest first, ties in the order given. */
export function neighbourFinder(sentences: readonly ReadSentence[]): (text: string, n: number) => Neighbour[] {
  const rank = bm25(sentences.map(({ text }) => contentOf(text)));
  const runs = sentences.map(({ text }) => trigramsOf(wordsOf(text)));
  return (text, n) => {
    const own = trigramsOf(wordsOf(text));
    return rank(contentOf(text))
      .slice(0, n)
      .flatMap(({ at, score }): Neighbour[] => {
        const [sentence, others] = [sentences[at], runs[at]];
        if (sentence === undefined || others === undefined) return [];
        const share = shareIn(own, others);
        const records = [...new Set(sentence.rows.map(({ recordId }) => recordId))].sort();
        return [{ sentence, records, score, share, likeness: likenessOf(share) }];
      });
  };
}

const contentOf = (text: string) => wordsOf(text).flatMap((word) => (isCommon(word) ? [] : [word]));
