import { withoutAccents } from "./without-accents.ts";

interface Names {
  /** What is looked for. */
  readonly names: Iterable<string>;
  /** Other words, each a pattern without accents or capitals. */
  readonly patterns?: readonly string[];
  /** Longer names in which one of those is a part: they are those of something else. */
  readonly others?: Iterable<string>;
}

/** A name as its words, of which the last may have a plural. */
interface Name {
  readonly words: readonly string[];
  readonly isWanted: boolean;
}

/**
 * Whether a text has one of the names as whole words, in the singular or plural. Capitals and accents do not
 * matter, nor what stands between two words of a name. Time grows with the text, and not with the number of names.
 */
export function nameFinder({ names, patterns = [], others = [] }: Names): (text: string) => boolean {
  const byFirst = new Map<string, Name[]>();
  const add = (isWanted: boolean) => (name: string) => {
    const words = wordsOf(plainText(name));
    const [first] = words;
    if (first === undefined) return;
    const begun = byFirst.get(first) ?? [];
    byFirst.set(first, begun);
    begun.push({ words, isWanted });
  };
  for (const name of names) add(true)(name);
  for (const other of others) add(false)(other);
  // The longest first: a name that is a part of another one is not meant. Of two that are alike, the wanted one is.
  for (const begun of byFirst.values())
    begun.sort((a, b) => b.words.length - a.words.length || Number(b.isWanted) - Number(a.isWanted));
  const pattern = patterns.length === 0 ? null : new RegExp(`^(?:${patterns.join("|")})s?$`, "u");
  // Most texts have no first word of a name, and need not be taken apart.
  const mayBegin = new RegExp([...byFirst.keys(), ...patterns].join("|") || "(?!)", "u");
  const namesAt = (word: string) => byFirst.get(word) ?? [];
  return (text) => {
    const plain = plainText(text);
    if (!mayBegin.test(plain)) return false;
    const words = wordsOf(plain);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? "";
      const found =
        longest(namesAt(word), words, at) ??
        (word.endsWith("s") ? longest(namesAt(word.slice(0, -1)), words, at) : undefined);
      if (found?.isWanted === true || (found === undefined && pattern?.test(word) === true)) return true;
      if (found !== undefined) at += found.words.length - 1;
    }
    return false;
  };
}

const longest = (begun: readonly Name[], words: readonly string[], at: number) =>
  begun.find((name) => isAt(name.words, words, at));

/** Whether the words of a name stand there. */
const isAt = (name: readonly string[], words: readonly string[], at: number): boolean =>
  name.every((word, number) => {
    const there = words[at + number];
    return there === word || (number === name.length - 1 && there === `${word}s`);
  });

/** The letters with accents, and the accents alone, lie before the punctuation of Unicode. Most texts have none. */
const HAS_ACCENTS = /[\u00C0-\u1FFF]/u;

/** A text without accents and capitals. */
const plainText = (text: string): string => (HAS_ACCENTS.test(text) ? withoutAccents(text) : text).toLowerCase();

const wordsOf = (plain: string): readonly string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? [];
