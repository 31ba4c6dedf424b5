import { suggestFrom } from "./nearest.ts";
import { byCodeUnit } from "./order.ts";
import { plainWords } from "./plain-words.ts";

/** Something with an id, and what else people call it: its label, its acronym, its other names. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** A shorter text begins too many names. */
const SHORTEST_BEGINNING = 3;

/** Names to look at that begin with the text. Further ones are not compared. */
const MOST_NAMES = 20;

/**
 * Suggests the id that a text most likely means, for any number of texts. First comes the id or name that is the same but
 * for accents, capitals and punctuation, then the only one that begins with the text, and then the nearest spelling
 * (`nearestOf`). Nothing is prepared before the first text is asked for.
 */
export function suggestNamed(candidates: () => readonly Named[]): (typed: string) => string | null {
  let book: NameBook | null = null;
  return (typed) => {
    book ??= nameBook(candidates());
    const wanted = plainWords(typed);
    return book.idOf.get(wanted) ?? onlyIdBeginning(wanted, book) ?? book.idOf.get(book.nearest(wanted) ?? "") ?? null;
  };
}

interface NameBook {
  /** By plain words; ids come before names. */
  readonly idOf: ReadonlyMap<string, string>;
  /** The plain words in code-unit order. */
  readonly sorted: readonly string[];
  readonly nearest: (wanted: string) => string | null;
}

function nameBook(candidates: readonly Named[]): NameBook {
  const idOf = new Map<string, string>();
  const add = (name: string, id: string) => {
    const plain = plainWords(name);
    if (plain !== "" && !idOf.has(plain)) idOf.set(plain, id);
  };
  for (const { id } of candidates) add(id, id);
  for (const { id, names } of candidates) for (const name of names) add(name, id);
  return { idOf, sorted: [...idOf.keys()].sort(byCodeUnit), nearest: suggestFrom([...idOf.keys()]) };
}

/** The id whose names alone begin with the text; `null` if there is none, or more than one. */
function onlyIdBeginning(wanted: string, { idOf, sorted }: NameBook): string | null {
  if (wanted.length < SHORTEST_BEGINNING) return null;
  let found: string | null = null;
  const first = firstFrom(wanted, sorted);
  for (const name of sorted.slice(first, first + MOST_NAMES)) {
    if (!name.startsWith(wanted)) return found;
    const id = idOf.get(name) ?? null;
    if (found !== null && id !== found) return null;
    found = id;
  }
  return found;
}

/** The position of the first text in code-unit order that does not come before the wanted one. */
function firstFrom(wanted: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
