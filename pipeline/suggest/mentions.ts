import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { capitalsOf, hasCapitalsOf, isCommonInCapitals } from "./capitals.ts";
import { type PlacedWord, placedWords } from "./words.ts";

/** A name by which an actor or a place is called. */
export interface CodedName {
  readonly kind: "actor" | "place";
  readonly id: string;
  readonly name: string;
}

/** A name found in a text. */
export interface Mention extends CodedName {
  /** The place of the words in the text. */
  readonly start: number;
  readonly end: number;
}

interface KnownName {
  readonly name: string;
  readonly words: readonly PlacedWord[];
  readonly meant: readonly CodedName[];
}

/**
 * Prepares a search for names as whole words, the last of which may have a plural. The longest name at a place counts,
 * whoever it is of; so "northern Mali" is not a mention of Mali. A name that is a place's and an actor's is taken for the
 * place. What is printed in capitals, such as IS and FAMa, or begins with a capital must do so in the text as well. The text
 * is one sentence. Time grows with it, and not with the number of names.
 */
export function mentionFinder(names: readonly CodedName[]): (text: string) => Mention[] {
  const known = knownNames(names);
  const places = new Map(
    known.filter(({ meant: [one] }) => one?.kind === "place").map((name) => [plainName(name.words), name]),
  );
  const byFirst = groupBy(known, ({ words }) => words[0]?.plain ?? "");
  for (const begun of byFirst.values())
    begun.sort((a, b) => b.words.length - a.words.length || byCodeUnit(a.name, b.name));
  return (text) => {
    const words = placedWords(text);
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]?.plain ?? "";
      const begun = [
        ...(byFirst.get(word) ?? []),
        ...(word.endsWith("s") ? (byFirst.get(word.slice(0, -1)) ?? []) : []),
      ];
      const found = begun.find((known) => isAt(known.words, words, at));
      const [start, end] = [words[at]?.start, words[at + (found?.words.length ?? 1) - 1]?.end];
      if (found === undefined || start === undefined || end === undefined) continue;
      const joined = joinedNames(found, words.slice(0, at), places);
      mentions.push(...[...joined, found].flatMap(({ meant }) => meant.map((one) => ({ ...one, start, end }))));
      at += found.words.length - 1;
    }
    return mentions;
  };
}

/**
 * The other places that share the last words of a name with it: "northern and central Mali" are northern Mali and central
 * Mali, unless a longer name has both.
 */
function joinedNames(
  { words, meant: [one] }: KnownName,
  before: readonly PlacedWord[],
  places: ReadonlyMap<string, KnownName>,
): KnownName[] {
  const [, ...rest] = words;
  if (one?.kind !== "place" || rest.length === 0 || !JOINING.has(before.at(-1)?.plain ?? "")) return [];
  const joined: KnownName[] = [];
  for (const word of before.slice(0, -1).reverse()) {
    const other = places.get(plainName([word, ...rest]));
    if (other === undefined) break;
    joined.unshift(other);
  }
  return joined;
}

const JOINING = new Set(["and", "or", "et", "ou"]);

const plainName = (words: readonly PlacedWord[]) => words.map(({ plain }) => plain).join(" ");

/** The names, each with all that it may mean: names that differ in accents or capitals alone are other names. */
function knownNames(names: readonly CodedName[]): KnownName[] {
  const alike = groupBy(names, ({ name }) => placedWords(name).map(formOf).join(" "));
  return [...alike.values()].flatMap((meant): KnownName[] => {
    const [first] = meant;
    const words = placedWords(first?.name ?? "");
    if (first === undefined || words.length === 0) return [];
    const places = meant.filter(({ kind }) => kind === "place");
    const chosen = new Map((places.length > 0 ? places : meant).map((one) => [one.id, one]));
    return [{ name: first.name, words, meant: [...chosen.values()].sort((a, b) => byCodeUnit(a.id, b.id)) }];
  });
}

const formOf = ({ plain, printed }: PlacedWord) => `${plain}/${capitalsOf(printed)}`;

function isAt(name: readonly PlacedWord[], words: readonly PlacedWord[], at: number): boolean {
  if (name.length === 1 && isCommonInCapitals(words, at)) return false;
  return name.every((wanted, number) => {
    const there = words[at + number];
    if (there === undefined) return false;
    const isLast = number === name.length - 1;
    const isIt = there.plain === wanted.plain || (isLast && there.plain === `${wanted.plain}s`);
    return isIt && hasCapitalsOf(wanted, there);
  });
}
