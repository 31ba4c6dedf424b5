import { countBatches } from "#pipeline/events/counts/count-tables.ts";
import { planCounts } from "#pipeline/events/counts/plan-counts.ts";
import type { MatchRecord } from "#pipeline/events/match/match-record.ts";
import { aClaim, anEdition } from "#tests/builders/event-counts.ts";
import { seededAliases } from "#tests/builders/seeded-records.ts";

const CLAIMS_OF_A_KIND = 20;

const claimedAmounts = [
  { attribute: "attacks_n", unit: "attacks", place_id: "mali" },
  { attribute: "clashes_n", unit: "clashes", place_id: "mali" },
  { attribute: "deaths_n", unit: "deaths", place_id: "mopti-region" },
  { attribute: "regions_active_n", unit: "regions", place_id: "mali" },
  { attribute: "countries_active_n", unit: "countries", place_id: null },
] as const;

const claimOf = (cells: (typeof claimedAmounts)[number], actor: string, at: number) =>
  aClaim({
    ...cells,
    record_id: `prf-${cells.attribute}-${at}`,
    actor_id: actor,
    date_earliest: `${1991 + at}-03-01`,
    date_latest: `${1992 + at}-09-30`,
  });

/** The small tables of the query `counts`, for claims of every kind about the actors of seeded records. */
export function seededCountBatches(sources: readonly string[], records: readonly MatchRecord[]) {
  const aliases = seededAliases(sources);
  const claims = claimedAmounts.flatMap((cells) =>
    records.slice(0, CLAIMS_OF_A_KIND).map(({ sides: [[actor = ""]] }, at) => claimOf(cells, actor, at)),
  );
  const editions = sources.map((source) =>
    anEdition({ event_source: source, event_edition: "1.0", first_day: "1990-01-01", last_day: "2023-12-31" }),
  );
  const plans = planCounts({ claims, editions, aliases: aliases.rows });
  return countBatches(plans, aliases.rows);
}
