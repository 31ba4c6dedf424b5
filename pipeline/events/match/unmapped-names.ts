import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { Aliases } from "#pipeline/events/aliases.ts";
import type { SmallTable, SqlRow } from "#pipeline/events/engine.ts";
import { MOST_SLACK_DAYS } from "#schemas/events/match-rules.ts";
import type { MatchRecord } from "./match-record.ts";

/** A name of an actor in event data that no alias says the meaning of, at least in the countries where it was found. */
export interface UnmappedName {
  readonly event_source: string;
  readonly name: string;
  readonly n_events: number;
}

/** The small table of the query `unmapped`: the countries of records, each with the days from its first to its last. */
export function recordCountries(records: readonly MatchRecord[]): SmallTable {
  const located = records.flatMap(({ iso3, day_first, day_last }) =>
    iso3 === null ? [] : [{ iso3, day_first, day_last }],
  );
  return {
    name: "record_countries",
    columns: { iso3: "VARCHAR", day_first: "INTEGER", day_last: "INTEGER" },
    rows: [...groupBy(located, ({ iso3 }) => iso3)].map(([iso3, rows]) => ({
      iso3,
      day_first: Math.min(...rows.map(({ day_first }) => day_first)) - MOST_SLACK_DAYS,
      day_last: Math.max(...rows.map(({ day_last }) => day_last)) + MOST_SLACK_DAYS,
    })),
  };
}

/** From the rows of the query `unmapped`, each a side of events of one country with all its names: the most frequent first. */
export function unmappedNames(rows: readonly SqlRow[], { hasName }: Aliases): UnmappedName[] {
  const counts = new Map<string, UnmappedName>();
  for (const row of rows) {
    const source = String(row.event_source);
    const iso3 = row.iso3 === null ? null : String(row.iso3);
    for (const name of new Set(splitList(row.names).filter((one) => one !== ""))) {
      if (hasName(source, name, iso3)) continue;
      const key = JSON.stringify([source, name]);
      const n = (counts.get(key)?.n_events ?? 0) + Number(row.n_events);
      counts.set(key, { event_source: source, name, n_events: n });
    }
  }
  return [...counts.values()].sort(
    (a, b) => b.n_events - a.n_events || byCodeUnit(a.event_source, b.event_source) || byCodeUnit(a.name, b.name),
  );
}
