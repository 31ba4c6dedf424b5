import { FIRST_DAY, LAST_DAY } from "#pipeline/events/aliases.ts";

/** Days from the first to the last, as days since 1970-01-01. */
export interface Days {
  readonly day_first: number;
  readonly day_last: number;
}

/**
 * All of time, cut where one of the spans begins or ends: a part lies inside or outside of each span as a whole. The
 * parts are in order, each begins where the one before it ends.
 */
export function cutDays(spans: readonly Days[]): readonly Days[] {
  const ends = spans.flatMap(({ day_first, day_last }) => [day_first, day_last + 1]);
  const begins = [...new Set([FIRST_DAY, ...ends.filter((day) => day > FIRST_DAY && day <= LAST_DAY)])];
  return begins
    .toSorted((a, b) => a - b)
    .map((day_first, at, sorted) => ({ day_first, day_last: (sorted[at + 1] ?? LAST_DAY + 1) - 1 }));
}

/** The number of the part that a day lies in, from 0. */
export const partOf = (parts: readonly Days[], day: number): number =>
  parts.findLastIndex(({ day_first }) => day_first <= day);
