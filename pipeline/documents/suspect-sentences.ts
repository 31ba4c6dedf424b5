import { countWords } from "#pipeline/core/sentence-hash.ts";
import { cutSentences } from "#pipeline/core/sentences.ts";

/** Longer sentences are rare; most of them are lists, or sentences whose ends nobody saw. */
const MOST_WORDS = 120;

/**
 * The locators of sentences that look cut wrongly: those within a line that begin with a small letter, or are a single
 * word, and those that are too long.
 */
export function suspectSentences(text: string): string[] {
  const sentences = cutSentences(text);
  return sentences
    .filter((sentence, at) => {
      const isFirst = sentences[at - 1]?.line !== sentence.line;
      const isLast = sentences[at + 1]?.line !== sentence.line;
      const words = countWords(sentence.text);
      return words > MOST_WORDS || (words === 1 && !isLast) || (!isFirst && /^\p{Ll}/u.test(sentence.text));
    })
    .map(({ locator }) => locator);
}
