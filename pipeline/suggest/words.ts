import { withoutAccents } from "#pipeline/core/without-accents.ts";

/** A word of a text in plain letters and lower case, as printed, and where it stands. */
export interface PlacedWord {
  readonly plain: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(WORD)].map(({ 0: printed, index: start }) => ({
    plain: plainWord(printed),
    printed,
    start,
    end: start + printed.length,
  }));

const plainWord = (printed: string) => withoutAccents(printed).toLowerCase();

/** The words of a text in plain letters and lower case. */
export const wordsOf = (text: string): string[] => placedWords(text).map(({ plain }) => plain);

/**
 * A word without the endings that most change with number and tense, so that "taxes" is found in "taxing". It is cruder
 * than a stemmer on purpose: it must only give words of one family the same beginning.
 */
export function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=[^s])s$/u, "");
  return word.replace(/(?:ations?|ings?|ments?|ements?|ies|ied|ed|es|e|y|s)$/u, "");
}

/** Words that are in most sentences, and say little about any. English and French. */
const COMMON = new Set(
  `a about after all also an and any are as at be been before between both but by can could did do does for from had has have
  he her his how if in into is it its more most no not of on one only or other our out over own she so some such than that the
  their them then there these they this those through to under up us was we were what when where which while who whose will with
  would within without during against among
  au aux avec ce ces cette dans de des du elle en est et eux il ils la le les leur leurs mais ne ou par pas pour que qui sa
  se ses son sur un une y ont sont plus d l s qu n chez comme
  depuis donc entre lui nous sous tous tout toute toutes vers vous`.split(/\s+/u),
);

export const isCommon = (word: string) => COMMON.has(word);
