import { suggestFrom } from "#pipeline/core/nearest.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { type Entry, kinds } from "./entry.ts";

/** How well an entry answers a question, best first. */
const matches = ["exact", "begins", "contains", "elsewhere"] as const;

/**
 * `exact`: its id, its label or another name is what was asked for. `begins`: one of them begins with it. `contains`: they
 * have all the words, or parts of words. `elsewhere`: they do together with the other cells of its rows.
 */
export type Match = (typeof matches)[number];

export interface Hit {
  readonly entry: Entry;
  readonly match: Match;
}

/** An entry in plain words. */
interface PlainEntry {
  readonly entry: Entry;
  readonly names: readonly string[];
  readonly inNames: string;
  readonly anywhere: string;
}

export interface Finder {
  /** The entries that have all words: best first, then by kind, and then in the order of the files. */
  readonly find: (words: readonly string[]) => Hit[];
  /** If there are none: the entries for the nearest spelling, or else those that have the most of the words. */
  readonly findNearest: (words: readonly string[]) => Hit[];
}

/**
 * Prepares a search without regard to capitals, accents, apostrophes and other signs. What is one word to the person who
 * types it stays together: `evt-012` is not found in a text that has `evt` and `012` in two places.
 */
export function finder(entries: readonly Entry[]): Finder {
  const plain = entries.map(plainEntry);
  return {
    find: (words) => search(words.flatMap(wordsOf), plain),
    findNearest: (words) => {
      const wanted = words.flatMap(wordsOf);
      const spelt = nearestSpelling(wanted, plain);
      const hits = spelt === null ? [] : search(spelt, plain);
      return hits.length > 0 ? hits : withMostWords(wanted, plain);
    },
  };
}

/** The words of a text by its spaces, each in plain letters. */
const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/u)
    .map(plainWords)
    .filter((word) => word !== "");

function plainEntry(entry: Entry): PlainEntry {
  const names = [entry.id, entry.label, ...entry.names].map(plainWords);
  const inNames = names.join("\n");
  return { entry, names, inNames, anywhere: [inNames, ...entry.texts.map(plainWords)].join("\n") };
}

function search(words: readonly string[], plain: readonly PlainEntry[]): Hit[] {
  const hits = plain.flatMap((one): Hit[] => {
    const match = words.length === 0 ? null : matchOf(words, one);
    return match === null ? [] : [{ entry: one.entry, match }];
  });
  return inOrder(hits);
}

function matchOf(words: readonly string[], { names, inNames, anywhere }: PlainEntry): Match | null {
  const wanted = words.join(" ");
  if (!words.every((word) => anywhere.includes(word))) return null;
  if (names.includes(wanted)) return "exact";
  if (names.some((name) => name.startsWith(wanted))) return "begins";
  return words.every((word) => inNames.includes(word)) ? "contains" : "elsewhere";
}

/** Sorting is stable: entries that are alike in both keep the order of the files. */
const inOrder = (hits: readonly Hit[]): Hit[] =>
  hits.toSorted(
    (a, b) =>
      matches.indexOf(a.match) - matches.indexOf(b.match) || kinds.indexOf(a.entry.kind) - kinds.indexOf(b.entry.kind),
  );

/** The name that is spelt almost alike, or the words with the nearest known one for each that nothing has. */
function nearestSpelling(words: readonly string[], plain: readonly PlainEntry[]): string[] | null {
  const names = new Set(plain.flatMap((one) => one.names));
  const whole = suggestFrom(names)(words.join(" "));
  if (whole !== null) return [whole];
  const suggest = suggestFrom(new Set([...names].flatMap((name) => name.split(" "))));
  const spelt = words.flatMap((word) =>
    plain.some(({ anywhere }) => anywhere.includes(word)) ? word : (suggest(word) ?? []),
  );
  return spelt.length < words.length ? null : spelt;
}

/** The entries that have more of the words than any other; none if nothing has a single one. */
function withMostWords(words: readonly string[], plain: readonly PlainEntry[]): Hit[] {
  const counted = plain.map((one) => ({ one, found: words.filter((word) => one.anywhere.includes(word)) }));
  const most = counted.reduce((sofar, { found }) => Math.max(sofar, found.length), 1);
  const hits = counted.flatMap(({ one, found }): Hit[] => {
    const match = found.length === most ? matchOf(found, one) : null;
    return match === null ? [] : [{ entry: one.entry, match }];
  });
  return inOrder(hits);
}
