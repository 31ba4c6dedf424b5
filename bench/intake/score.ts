import { foldSentence } from "#pipeline/core/sentence-hash.ts";
import { cutSentences, normaliseText } from "#pipeline/core/sentences.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of the sentences of the document that are sentences of the result, after folding. */
  readonly exact: number;
  readonly missing: readonly string[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const countWords = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

const sentencesOf = (text: string) => cutSentences(normaliseText(text)).map((sentence) => foldSentence(sentence.text));

/** Compares the text that was taken in with the text that was set. */
export function scoreText(set: string, taken: string): Score {
  const [wanted, found] = [countWords(normaliseText(set)), countWords(normaliseText(taken))];
  let shared = 0;
  for (const [word, count] of wanted) shared += Math.min(count, found.get(word) ?? 0);
  const precision = shared / Math.max(1, total(found));
  const recall = shared / Math.max(1, total(wanted));
  const have = new Set(sentencesOf(taken));
  const sentences = sentencesOf(set);
  const missing = sentences.filter((sentence) => !have.has(sentence));
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    exact: 1 - missing.length / Math.max(1, sentences.length),
    missing,
  };
}
