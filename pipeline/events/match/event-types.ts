import type { CurrentEdition } from "#pipeline/events/current-editions.ts";

/** What a type means that a source writes as a code; `null` if its profile does not say so. */
export type TypeMeaning = (source: string, type: string | null) => string | null;

/** As the profiles say with which the editions were imported; of several editions of a source, the newest that has it. */
export function typeMeanings(current: readonly Pick<CurrentEdition, "edition" | "rank">[]): TypeMeaning {
  const newestFirst = current.toSorted((a, b) => b.rank - a.rank).map(({ edition }) => edition);
  return (source, type) =>
    newestFirst
      .filter(({ event_source }) => event_source === source)
      .map(({ profile }) => (type === null ? undefined : profile.event_types[type]))
      .find((meaning) => meaning !== undefined) ?? null;
}
