import { withoutAccents } from "#pipeline/core/without-accents.ts";

interface Names {
  /** What is looked for. */
  readonly names: Iterable<string>;
  /** Other words, as patterns. They have no accents. */
  readonly patterns?: readonly string[];
  /** Longer names in which one of those is a part: they are those of something else. */
  readonly others?: Iterable<string>;
}

/**
 * Whether a text has one of the names as whole words, in the singular or plural. Capitals and accents do not matter, nor
 * what stands between two words of a name: a space, a hyphen, or an apostrophe in the form of HTML.
 */
export function nameFinder({ names, patterns = [], others = [] }: Names): (text: string) => boolean {
  const wanted = [...patternsOf(names), ...patterns];
  if (wanted.length === 0) return () => false;
  const isAlone = new RegExp(`^${wholeWords(wanted)}$`, "iu");
  const isWithin = new RegExp(wholeWords(wanted), "iu");
  const longer = patternsOf(
    [...others].map(withoutAccents).filter((other) => isWithin.test(other) && !isAlone.test(other)),
  );
  const both = `${longer.length > 0 ? `${wholeWords(longer)}|` : ""}(?<wanted>${wholeWords(wanted)})`;
  const all = new RegExp(both, "giu");
  // Most texts have no such letters at all, which is quickly seen.
  const mayHave = new RegExp(`(?:${wanted.join("|")})`, "iu");
  return (text) => {
    const plain = HAS_ACCENTS.test(text) ? withoutAccents(text) : text;
    if (mayHave.test(plain))
      for (const { groups } of plain.matchAll(all)) if (groups?.wanted !== undefined) return true;
    return false;
  };
}

/** Letters with accents, and accents alone, lie before the punctuation of Unicode. */
const HAS_ACCENTS = /[\u{C0}-\u{1FFF}]/u;

/** A name as a pattern: its letters and digits, with anything short between its words. */
const patternsOf = (names: Iterable<string>): string[] =>
  [
    ...new Set(
      [...names].map(
        (name) =>
          withoutAccents(name)
            .match(/[\p{L}\p{N}]+/gu)
            ?.join("[^\\p{L}\\p{N}]{1,6}") ?? "",
      ),
    ),
  ]
    .filter((pattern) => pattern !== "")
    // The longest first: an expression takes the first that fits.
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const wholeWords = (patterns: readonly string[]) => `(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})s?(?![\\p{L}\\p{N}])`;
