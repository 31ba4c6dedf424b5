import type { Mention } from "./mentions.ts";
import type { SentenceDate } from "./sentence-dates.ts";
import { placedWords, stemOf } from "./words.ts";

interface Read {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly dates: readonly SentenceDate[];
}

/** Beyond this number of actors or places, one more says nothing new. */
const MANY = 3;

/**
 * What a judge sees of a sentence: its words without their endings, each pair of neighbours, a mark for each year and
 * number, and marks for how many actors and places it names and whether it has a date.
 */
export function featuresOf({ text, mentions, dates }: Read): ReadonlySet<string> {
  const words = placedWords(text).map(({ plain }) => markOf(plain) ?? stemOf(plain));
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  const isDated = dates.some(({ edtf, isOfWork }) => edtf !== null && !isOfWork);
  return new Set([
    ...words,
    ...pairs,
    ...countMarks("actor", mentions),
    ...countMarks("place", mentions),
    isDated ? "#dated" : "#undated",
  ]);
}

/** Whether a feature is a pair of neighbours. */
export const isPair = (feature: string) => feature.includes(" ");

function markOf(word: string): string | null {
  if (/^(?:1[89]|20)\d\d$/u.test(word)) return "#year";
  return /^\d+$/u.test(word) ? "#number" : null;
}

function countMarks(kind: Mention["kind"], mentions: readonly Mention[]): string[] {
  const n = new Set(mentions.flatMap((mention) => (mention.kind === kind ? [mention.id] : []))).size;
  if (n === 0) return [`#no-${kind}`];
  return Array.from({ length: Math.min(n, MANY) }, (_, at) => `#${kind}-${at + 1}`);
}
