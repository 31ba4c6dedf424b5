import { sha256Hex } from "#pipeline/core/hash.ts";

/** Ligature characters that some programs write instead of two or three letters. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

/**
 * Removes the differences that word processors and web pages introduce: all white space becomes one space, quotes become
 * straight, dashes and hyphens become one character, ligatures become letters, and soft hyphens and zero-width
 * characters disappear.
 */
export function foldSentence(sentence: string): string {
  return (
    sentence
      .normalize("NFC")
      .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
      .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
      // Before the quotes: a pattern that looks for white space before a quote would try each space of a long run.
      .replace(/\s+/gu, " ")
      .replace(/« ?| ?»|[“”„‟″]/gu, '"')
      .replace(/[‘’‚‛′‹›ʼ`´]/gu, "'")
      .replace(/[‐‑‒–—―−]/gu, "-")
      .trim()
  );
}

/** SHA-256 of the folded sentence. Two sentences are the same if, and only if, their hashes are equal. */
export const hashSentence = (sentence: string) => sha256Hex(foldSentence(sentence));

/** The number of words in a sentence: parts between white space that contain a letter or a digit. */
export const countWords = (sentence: string) =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The sentence of a normalised text that an index row describes; `null` if the text has another sentence there. */
export function readSentence({ start, end, sha256 }: { start: number; end: number; sha256: string }, text: string) {
  const sentence = text.slice(start, end);
  return hashSentence(sentence) === sha256 ? sentence : null;
}
