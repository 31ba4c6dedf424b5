import { isCommon, type PlacedWord } from "./words.ts";

type Capitals = "none" | "first" | "all" | "own";

/** How the capitals of a word are set: those of "FAMa" are its own. */
export function capitalsOf(printed: string): Capitals {
  if (!/^\p{Lu}/u.test(printed)) return "none";
  if (isInCapitals(printed) && printed.length > 1) return "all";
  return /\p{Lu}/u.test(printed.slice(1)) ? "own" : "first";
}

const isInCapitals = (printed: string) => /^[\p{Lu}\p{M}\p{N}]+$/u.test(printed);

/**
 * Whether a word of a text has the capitals that the word of a name has, which it is, or of which it is the plural. "Is"
 * is not IS, and "fama" is not FAMa.
 */
export function hasCapitalsOf(wanted: PlacedWord, there: PlacedWord): boolean {
  const word = there.plain === wanted.plain ? there.printed : there.printed.slice(0, -1);
  switch (capitalsOf(wanted.printed)) {
    case "none":
      return true;
    case "first":
      return capitalsOf(word) !== "none";
    case "all":
      return isInCapitals(word);
    case "own":
      return word === wanted.printed || isInCapitals(word);
  }
}

/**
 * Whether the word at a place of a sentence is a common one whose capitals say nothing: every word of a heading may be
 * in capitals, such as IS and UN, and the first of every sentence begins with one.
 */
export function isCommonInCapitals(words: readonly PlacedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isCommon(word.plain)) return false;
  const isFirst = at === 0 && capitalsOf(word.printed) === "first";
  return isFirst || (words.length > 1 && words.every(({ printed }) => isInCapitals(printed)));
}
