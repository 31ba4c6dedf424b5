import type { AliasRow } from "#pipeline/events/aliases.ts";
import { countTables } from "#pipeline/events/counts/count-tables.ts";
import { planCounts } from "#pipeline/events/counts/plan-counts.ts";
import { aClaim, anEdition } from "#tests/builders/event-counts.ts";
import { actorId, seededAliases } from "#tests/builders/seeded-records.ts";

const CLAIMS_OF_A_KIND = 20;
/** A dataset has claims about few of the actors in the world. */
const ACTORS = 4;
/** One claim of clashes in this many names the opponent. */
const OPPONENTS = 10;

const claimedAmounts = [
  { attribute: "attacks_n", unit: "attacks", place_id: "mali" },
  { attribute: "clashes_n", unit: "clashes", place_id: "mali" },
  { attribute: "deaths_n", unit: "deaths", place_id: "mopti-region" },
  { attribute: "regions_active_n", unit: "regions", place_id: "mali" },
  { attribute: "countries_active_n", unit: "countries", place_id: null },
  { attribute: "share_of_activity", unit: "percent", place_id: "mali", value: "violent events" },
] as const;

type Actors = readonly [string, string];

const claimOf = (cells: (typeof claimedAmounts)[number], [actor, opponent]: Actors, at: number) =>
  aClaim({
    ...cells,
    record_id: `prf-${cells.attribute}-${at}`,
    actor_id: actor,
    related_actor_id: cells.attribute === "clashes_n" && at % OPPONENTS === 0 ? opponent : null,
    date_earliest: `${1991 + at}-03-01`,
    date_latest: `${1992 + at}-09-30`,
  });

/** One name in this many means another actor too, for some years and in one country. */
const TWO_MEANINGS = 12;

const secondMeanings = (rows: readonly AliasRow[]): AliasRow[] =>
  rows.flatMap((row, at) =>
    at % TWO_MEANINGS > 0
      ? []
      : [
          {
            ...row,
            ...{ actor_id: actorId(1), family_id: actorId(0) },
            day_first: 8000,
            day_last: 12_000,
            iso3: "MLI",
          },
        ],
  );

/** The small tables of the query `counts`, for claims of every kind about some of the actors of seeded events. */
export function seededCountTables(sources: readonly string[]) {
  const { rows } = seededAliases(sources);
  const aliases = [...rows, ...secondMeanings(rows)];
  const claims = claimedAmounts.flatMap((cells) =>
    Array.from({ length: CLAIMS_OF_A_KIND }, (_, at) =>
      claimOf(cells, [actorId(at % ACTORS), actorId((at + 1) % ACTORS)], at),
    ),
  );
  const editions = sources.map((source) =>
    anEdition({ event_source: source, event_edition: "1.0", first_day: "1990-01-01", last_day: "2023-12-31" }),
  );
  return countTables(planCounts({ claims, editions, aliases }), aliases);
}
