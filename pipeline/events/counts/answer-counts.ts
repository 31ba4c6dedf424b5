import { groupBy } from "#pipeline/core/group-by.ts";
import type { Admin1Unit } from "#pipeline/events/admin1-key.ts";
import type { Engine, PortableQuery, SqlRow } from "#pipeline/events/engine.ts";
import { type CountDefinition, countDefinitions } from "#schemas/events/count-queries.ts";
import { countTables } from "./count-tables.ts";
import { type ClaimPlan, type CountInput, planCounts } from "./plan-counts.ts";
import type { SourcePlan } from "./plan-source.ts";
import type { UncountableIn } from "./uncountable.ts";

/** A unit or country that was counted. */
export interface CountedName {
  /** P-code, or country code. */
  readonly key: string;
  /** As the source writes it. */
  readonly name: string;
  readonly nEvents: number;
}

/** A unit as the list of P-codes has it. */
export interface ListedUnit {
  readonly key: string;
  readonly name: string;
}

/** What one definition counts. */
export interface DefinitionCount {
  readonly definition: CountDefinition;
  readonly counted: number;
  readonly nEvents: number;
  /** The events that a share is a share of; `null` for other measures. */
  readonly nEventsAll: number | null;
  readonly nVague: number;
  /** In the order of their keys; none if neither units nor countries are counted. */
  readonly names: readonly CountedName[];
  /** The units that the country's list of P-codes has beside them; none if units are not counted, or there is no list. */
  readonly others: readonly ListedUnit[];
}

export interface SourceAnswer extends Omit<SourcePlan, "families" | "relatedFamilies"> {
  /** In the order of the definitions; none if there is a reason. */
  readonly counts: readonly DefinitionCount[];
}

/** A claim beside what each source counts. */
export interface ClaimAnswer extends Omit<ClaimPlan, "sources"> {
  readonly sources: readonly SourceAnswer[];
}

/** Counts, in imported events, what each claim claims. Claims that no query counts are left out. */
export async function answerCounts(
  input: CountInput & { readonly units: readonly Admin1Unit[] },
  engine: Pick<Engine, "run">,
  query: PortableQuery,
): Promise<readonly ClaimAnswer[]> {
  const plans = planCounts(input);
  const tables = countTables(plans, input.aliases);
  const rows = tables.length === 0 ? [] : await engine.run(query, tables);
  const found = groupBy(rows, ({ claim_id: claim, event_source: source }) => `${claim} ${source}`);
  return plans.map((plan) => {
    const listed = listedUnits(plan, input.units);
    return {
      ...plan,
      sources: plan.sources.map(({ families: _, relatedFamilies: __, ...source }) =>
        answerOf(source, found.get(`${plan.claim.row.record_id} ${source.edition.event_source}`) ?? [], listed),
      ),
    };
  });
}

/** The units of the country of a claim, if the claim is about units. */
const listedUnits = ({ query, area }: ClaimPlan, units: readonly Admin1Unit[]): ListedUnit[] =>
  query.measure !== "units" || area === null || area.kind === "world"
    ? []
    : units.filter(({ iso3 }) => iso3 === area.iso3).map(({ pcode, names: [name = pcode] }) => ({ key: pcode, name }));

function answerOf(
  source: Omit<SourceAnswer, "counts">,
  rows: readonly SqlRow[],
  listed: readonly ListedUnit[],
): SourceAnswer {
  const byDefinition = groupBy(rows, ({ definition }) => definition);
  const counts = countDefinitions.flatMap((definition): DefinitionCount[] => {
    const [total, ...names] = byDefinition.get(definition) ?? [];
    if (total === undefined || total.counted === null) return [];
    const counted = new Set(names.map(({ name_key: key }) => key));
    return [
      {
        definition,
        counted: Number(total.counted),
        nEvents: Number(total.n_events),
        nEventsAll: total.n_events_all === null ? null : Number(total.n_events_all),
        nVague: Number(total.n_vague),
        names: names.map(({ name_key, written, n_events }) => ({
          key: String(name_key),
          name: String(written),
          nEvents: Number(n_events),
        })),
        others: listed.filter(({ key }) => !counted.has(key)),
      },
    ];
  });
  const reason: UncountableIn | null =
    source.reason ?? (counts.some(({ definition }) => definition === "declared") ? null : { code: "nothing-to-share" });
  return { ...source, reason, counts: reason === null ? counts : [] };
}
