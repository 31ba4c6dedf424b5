import { sha256Hex } from "#pipeline/core/hash.ts";

/** Presentation forms that some programs write for two or three letters. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

/**
 * A sentence without what word processors and web pages change in passing: white space is one space, quotes
 * are straight, dashes and hyphens one sign, ligatures letters; soft hyphens and zero-width signs are gone.
 */
function foldSentence(sentence: string): string {
  return sentence
    .normalize("NFC")
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/«\s*|\s*»|[“”„‟″]/gu, '"')
    .replace(/[‘’‚‛′‹›ʼ`´]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** SHA-256 of the folded sentence. Equal hashes mean the same sentence; nothing less does. */
export const hashSentence = (sentence: string) => sha256Hex(foldSentence(sentence));

/** Words of a sentence: what white space separates, where it holds a letter or a digit. */
export const countWords = (sentence: string) =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The sentence of a normalised text that an index row stands for; `null` where the text has another one there. */
export function readSentence({ start, end, sha256 }: { start: number; end: number; sha256: string }, text: string) {
  const sentence = text.slice(start, end);
  return hashSentence(sentence) === sha256 ? sentence : null;
}
