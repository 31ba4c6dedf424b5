import { dayNumber } from "#pipeline/core/iso-day.ts";
import type { AliasRow } from "#pipeline/events/aliases.ts";
import type { SmallTable, SqlRow } from "#pipeline/events/engine.ts";
import { type CountDefinition, countDefinitions, definitionRules } from "#schemas/events/count-queries.ts";
import { kindsCounted } from "./choose-query.ts";
import { areaCode } from "./claim-area.ts";
import { cutDays, type Days, partOf } from "./cut-days.ts";
import type { ClaimPlan } from "./plan-counts.ts";
import type { SourcePlan } from "./plan-source.ts";

/** How near an actor of an event must be to that of the claim: 2 is the same, 1 of its family, 0 anybody. */
const CLOSENESS = { actor: 2, family: 1, anyone: 0 } as const;
/** 2 is surely in the area and the window, 1 is perhaps. */
const SURE = 2;
const PERHAPS = 1;

/** Who stands for whoever took part: `counts.sql` gives this number to all events. */
const ANYONE = 0;

/** A claim that is asked: its plan, the sources that are asked, its days, and the number of who it is about. */
interface AskedClaim {
  readonly plan: ClaimPlan;
  readonly sources: readonly SourcePlan[];
  readonly days: Days;
  /** The same for claims about the same actors. */
  readonly asker: number;
}

/**
 * The small tables that `counts.sql` reads, for all claims that can be counted; none if no claim can be. The query adds
 * events up by period, place, kind and closeness, once for each asker, before it looks at claims: what it has in memory
 * grows with these and not with the events. Epochs are the days between which every name has the same meanings.
 */
export function countTables(plans: readonly ClaimPlan[], aliases: readonly AliasRow[]): readonly SmallTable[] {
  const claims = askedClaims(plans);
  if (claims.length === 0) return [];
  const askers = [...new Map(claims.map((claim) => [claim.asker, claim])).values()].flatMap(askerRows);
  const wanted = new Set(askers.map(({ event_source: source, family_id: family }) => `${source} ${family}`));
  const named = aliases.filter(({ event_source: source, family_id: family }) => wanted.has(`${source} ${family}`));
  const epochs = cutDays(named);
  const periods = cutDays([...claims.map(({ days }) => days), ...named]);
  return [
    {
      name: "periods",
      columns: { day_first: "INTEGER", day_last: "INTEGER", period: "INTEGER", epoch: "INTEGER" },
      rows: periods.map((days, period) => ({ ...days, period, epoch: partOf(epochs, days.day_first) })),
    },
    {
      name: "claims",
      columns: {
        claim_id: "VARCHAR",
        event_source: "VARCHAR",
        measure: "VARCHAR",
        first_period: "INTEGER",
        last_period: "INTEGER",
        area_kind: "VARCHAR",
        area_iso3: "VARCHAR",
        area_key: "VARCHAR",
      },
      rows: claims.flatMap((claim) => claimRows(claim, periods)),
    },
    {
      name: "askers",
      columns: {
        asker_id: "INTEGER",
        event_source: "VARCHAR",
        has_related: "INTEGER",
        party: "VARCHAR",
        actor_id: "VARCHAR",
        family_id: "VARCHAR",
      },
      rows: askers,
    },
    {
      name: "claim_parts",
      columns: {
        claim_id: "VARCHAR",
        asker_id: "INTEGER",
        definition: "VARCHAR",
        part: "VARCHAR",
        event_kind: "VARCHAR",
        least_closeness: "INTEGER",
        least_sureness: "INTEGER",
        anywhere: "INTEGER",
        deaths: "VARCHAR",
      },
      rows: claims.flatMap(partRows),
    },
    {
      name: "aliases",
      columns: {
        event_source: "VARCHAR",
        name: "VARCHAR",
        actor_id: "VARCHAR",
        family_id: "VARCHAR",
        first_epoch: "INTEGER",
        last_epoch: "INTEGER",
        iso3: "VARCHAR",
      },
      rows: named.map(({ day_first, day_last, ...alias }) => ({
        ...alias,
        first_epoch: partOf(epochs, day_first),
        last_epoch: partOf(epochs, day_last),
      })),
    },
  ];
}

function askedClaims(plans: readonly ClaimPlan[]): AskedClaim[] {
  const numbers = new Map<string, number>();
  return plans.flatMap((plan) => {
    const sources = plan.sources.filter(({ reason }) => reason === null);
    if (sources.length === 0 || plan.window === null) return [];
    const days = { day_first: dayNumber(plan.window.first), day_last: dayNumber(plan.window.last) };
    const who = JSON.stringify(familyRows(plan, sources));
    const asker = numbers.get(who) ?? ANYONE + 1 + numbers.size;
    numbers.set(who, asker);
    return [{ plan, sources, days, asker }];
  });
}

function claimRows({ plan: { claim, query, area }, sources, days }: AskedClaim, periods: readonly Days[]): SqlRow[] {
  if (area === null) return [];
  return sources.map(({ edition }) => ({
    ...{ claim_id: claim.row.record_id, event_source: edition.event_source, measure: query.measure },
    first_period: partOf(periods, days.day_first),
    last_period: partOf(periods, days.day_last),
    area_kind: area.kind,
    area_iso3: area.kind === "world" ? null : area.iso3,
    area_key: area.kind === "unit" ? areaCode(area) : null,
  }));
}

const askerRows = ({ plan, sources, asker }: AskedClaim) =>
  familyRows(plan, sources).map((row) => ({
    ...{ asker_id: asker, has_related: Number(plan.claim.row.related_actor_id !== null) },
    ...row,
  }));

/** The families of the actors of a claim, by source. */
function familyRows({ claim }: ClaimPlan, sources: readonly SourcePlan[]) {
  const { actor_id: actor, related_actor_id: related } = claim.row;
  return sources.flatMap(({ edition: { event_source }, families, relatedFamilies }) => [
    ...families.map((family_id) => ({ event_source, party: "actor", actor_id: actor, family_id })),
    ...relatedFamilies.map((family_id) => ({ event_source, party: "related", actor_id: related, family_id })),
  ]);
}

/** By definition and kind of event: what is counted, what is vague, and, for a share, all that it is a share of. */
function partRows({ plan, asker }: AskedClaim): SqlRow[] {
  const { claim, query } = plan;
  return countDefinitions
    .filter((one) => isCounted(plan, one))
    .flatMap((definition) => {
      const { who, includesVague, deaths } = definitionRules[definition];
      const { shareOf } = query;
      const common = { definition, deaths, least_sureness: includesVague ? PERHAPS : SURE };
      const counted = { ...common, part: "counted", least_closeness: CLOSENESS[who], anywhere: 0 };
      const vague = { ...counted, part: "vague", least_closeness: CLOSENESS.family, least_sureness: PERHAPS };
      const all = {
        ...{ ...common, part: "all", anywhere: Number(shareOf?.where === "anywhere") },
        least_closeness: CLOSENESS[shareOf?.who === "anyone" ? "anyone" : who],
      };
      return [
        ...kindsCounted(query, claim, definition).flatMap((kind) => [
          { ...counted, event_kind: kind },
          { ...vague, event_kind: kind },
        ]),
        ...(shareOf?.kinds ?? []).map((kind) => ({ ...all, event_kind: kind })),
      ].map((row) => ({
        ...{ claim_id: claim.row.record_id, asker_id: row.least_closeness === CLOSENESS.anyone ? ANYONE : asker },
        ...row,
      }));
    });
}

/** Whoever took part anywhere is nothing that a claim about one actor could be compared with. */
const isCounted = ({ query, area }: ClaimPlan, definition: CountDefinition) =>
  query.kinds[definition] !== undefined && (area?.kind !== "world" || definitionRules[definition].who !== "anyone");
