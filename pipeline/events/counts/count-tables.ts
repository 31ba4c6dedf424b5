import { dayNumber } from "#pipeline/core/iso-day.ts";
import { type AliasRow, aliasTable } from "#pipeline/events/aliases.ts";
import type { SmallTable, SqlRow } from "#pipeline/events/engine.ts";
import { type CountDefinition, countDefinitions, definitionRules } from "#schemas/events/count-queries.ts";
import { kindsCounted } from "./choose-query.ts";
import { areaCode } from "./claim-area.ts";
import type { ClaimPlan } from "./plan-counts.ts";

/** How near an actor of an event must be to that of the claim: 2 is the same, 1 of its family, 0 anybody. */
const CLOSENESS = { actor: 2, family: 1, anyone: 0 } as const;
/** 2 is surely in the area and the window, 1 is perhaps. */
const SURE = 2;
const PERHAPS = 1;

/** Claims of one query: an engine has the events of all of them in memory at once. */
const CLAIMS_AT_ONCE = 10;

/** The small tables of one query after another, for all claims that can be counted. */
export function countBatches(plans: readonly ClaimPlan[], aliases: readonly AliasRow[]): (readonly SmallTable[])[] {
  const asked = plans.filter((plan) => askedSources(plan).length > 0);
  const batches = Array.from({ length: Math.ceil(asked.length / CLAIMS_AT_ONCE) }, (_, at) =>
    asked.slice(at * CLAIMS_AT_ONCE, (at + 1) * CLAIMS_AT_ONCE),
  );
  return batches.map((batch) => countTables(batch, aliases));
}

/** The small tables that `counts.sql` reads, for claims that can be counted. */
function countTables(plans: readonly ClaimPlan[], aliases: readonly AliasRow[]): readonly SmallTable[] {
  const families = plans.flatMap(familyRows);
  const wanted = new Set(families.map(({ event_source: source, family_id: family }) => `${source} ${family}`));
  return [
    {
      name: "claims",
      columns: {
        claim_id: "VARCHAR",
        event_source: "VARCHAR",
        measure: "VARCHAR",
        day_first: "INTEGER",
        day_last: "INTEGER",
        area_kind: "VARCHAR",
        area_iso3: "VARCHAR",
        area_key: "VARCHAR",
        has_related: "INTEGER",
      },
      rows: plans.flatMap(claimRows),
    },
    {
      name: "claim_families",
      columns: {
        claim_id: "VARCHAR",
        event_source: "VARCHAR",
        party: "VARCHAR",
        actor_id: "VARCHAR",
        family_id: "VARCHAR",
      },
      rows: families,
    },
    {
      name: "claim_parts",
      columns: {
        claim_id: "VARCHAR",
        definition: "VARCHAR",
        part: "VARCHAR",
        event_kind: "VARCHAR",
        least_closeness: "INTEGER",
        least_sureness: "INTEGER",
        anywhere: "INTEGER",
        deaths: "VARCHAR",
      },
      rows: plans.flatMap(partRows),
    },
    aliasTable(aliases.filter(({ event_source: source, family_id: family }) => wanted.has(`${source} ${family}`))),
  ];
}

/** The sources of a plan that are asked. */
const askedSources = ({ sources }: ClaimPlan) => sources.filter(({ reason }) => reason === null);

function claimRows(plan: ClaimPlan): SqlRow[] {
  const { claim, query, area, window } = plan;
  if (area === null || window === null) return [];
  return askedSources(plan).map(({ edition }) => ({
    claim_id: claim.row.record_id,
    event_source: edition.event_source,
    measure: query.measure,
    day_first: dayNumber(window.first),
    day_last: dayNumber(window.last),
    area_kind: area.kind,
    area_iso3: area.kind === "world" ? null : area.iso3,
    area_key: area.kind === "unit" ? areaCode(area) : null,
    has_related: Number(claim.row.related_actor_id !== null),
  }));
}

interface FamilyRow extends SqlRow {
  readonly event_source: string;
  readonly family_id: string;
}

function familyRows(plan: ClaimPlan): FamilyRow[] {
  const { record_id: claim, actor_id: actor, related_actor_id: related } = plan.claim.row;
  return askedSources(plan).flatMap(({ edition: { event_source: source }, families, relatedFamilies }) => [
    ...families.map((family) => ({
      ...{ claim_id: claim, event_source: source },
      ...{ party: "actor", actor_id: actor, family_id: family },
    })),
    ...relatedFamilies.map((family) => ({
      ...{ claim_id: claim, event_source: source },
      ...{ party: "related", actor_id: related, family_id: family },
    })),
  ]);
}

/** By definition and kind of event: what is counted and, for a share, all that it is a share of. */
function partRows(plan: ClaimPlan): SqlRow[] {
  const { claim, query } = plan;
  const definitions = plan.reason === null ? countDefinitions.filter((one) => isCounted(plan, one)) : [];
  return definitions.flatMap((definition) => {
    const { who, includesVague, deaths } = definitionRules[definition];
    const { shareOf } = query;
    const common = { definition, deaths, least_sureness: includesVague ? PERHAPS : SURE };
    const counted = { ...common, part: "counted", least_closeness: CLOSENESS[who], anywhere: 0 };
    const all = {
      ...{ ...common, part: "all", anywhere: Number(shareOf?.where === "anywhere") },
      least_closeness: CLOSENESS[shareOf?.who === "anyone" ? "anyone" : who],
    };
    return [
      ...kindsCounted(query, claim, definition).map((kind) => ({ ...counted, event_kind: kind })),
      ...(shareOf?.kinds ?? []).map((kind) => ({ ...all, event_kind: kind })),
    ].map((row) => ({ claim_id: claim.row.record_id, ...row }));
  });
}

/** Whoever took part anywhere is nothing that a claim about one actor could be compared with. */
const isCounted = ({ query, area }: ClaimPlan, definition: CountDefinition) =>
  query.kinds[definition] !== undefined && (area?.kind !== "world" || definitionRules[definition].who !== "anyone");
