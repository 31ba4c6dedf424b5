import { dayNumber } from "#pipeline/core/iso-day.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { SmallTable } from "./engine.ts";

/** The name of an actor in a source of event data, and the days and the country in which it has that meaning. */
export interface AliasRow {
  readonly event_source: string;
  readonly name: string;
  readonly actor_id: string;
  readonly family_id: string;
  /** Days since 1970-01-01. */
  readonly day_first: number;
  readonly day_last: number;
  /** ISO 3166-1 alpha-3; `null` stands for every place. */
  readonly iso3: string | null;
}

interface CodedAlias {
  readonly event_source: string;
  readonly name: string;
  readonly actor_id: string;
  readonly family_id: string;
  /** ISO days. */
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** Country codes joined by `; `. */
  readonly countries: string | null;
}

export interface Aliases {
  /** One for each country of an alias. */
  readonly rows: readonly AliasRow[];
  /** An actor without an alias is its own family. */
  readonly familyOf: (actorId: string) => string;
  /** Whether a source has a name for some actor of the family. */
  readonly hasFamily: (source: string, familyId: string) => boolean;
  /** Whether a source has the name for some actor in the country; `null` is a country that is not known. */
  readonly hasName: (source: string, name: string, iso3: string | null) => boolean;
}

/** Open ends of the days of an alias. */
export const FIRST_DAY = -1_000_000;
export const LAST_DAY = 1_000_000;

export function readAliases(coded: readonly CodedAlias[]): Aliases {
  const rows = coded.flatMap(rowsOf);
  const families = new Map(rows.map(({ actor_id, family_id }) => [actor_id, family_id]));
  const named = new Set(rows.map(({ event_source, family_id }) => `${event_source}/${family_id}`));
  const names = new Set(rows.map(({ event_source, name, iso3 }) => JSON.stringify([event_source, name, iso3])));
  const isName = (...parts: readonly (string | null)[]) => names.has(JSON.stringify(parts));
  return {
    rows,
    familyOf: (actorId) => families.get(actorId) ?? actorId,
    hasFamily: (source, familyId) => named.has(`${source}/${familyId}`),
    hasName: (source, name, iso3) => isName(source, name, null) || isName(source, name, iso3),
  };
}

function rowsOf({ valid_from: from, valid_to: to, countries, ...alias }: CodedAlias): AliasRow[] {
  const { event_source, name, actor_id, family_id } = alias;
  const day_first = from === null ? FIRST_DAY : dayNumber(from);
  const day_last = to === null ? LAST_DAY : dayNumber(to);
  const places = countries === null ? [null] : splitList(countries);
  return places.map((iso3) => ({ event_source, name, actor_id, family_id, day_first, day_last, iso3 }));
}

/** The small table `aliases` of the queries. */
export const aliasTable = (rows: readonly AliasRow[]): SmallTable => ({
  name: "aliases",
  columns: {
    event_source: "VARCHAR",
    name: "VARCHAR",
    actor_id: "VARCHAR",
    family_id: "VARCHAR",
    day_first: "INTEGER",
    day_last: "INTEGER",
    iso3: "VARCHAR",
  },
  rows: rows.map((row) => ({ ...row })),
});
