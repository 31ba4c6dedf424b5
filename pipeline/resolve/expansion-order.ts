import { byCodeUnit, byColumns } from "#pipeline/core/order.ts";
import type { RegisterEntry } from "#pipeline/core/resolution.ts";
import { joinList } from "#pipeline/core/row.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";

/** The cells of a step that its rank among the others, and the table by country, depend on. */
export type Step = Pick<
  PublishedRow<"expansion_timeline">,
  | "record_id"
  | "actor_id"
  | "actor"
  | "country"
  | "iso3"
  | "date"
  | "date_earliest"
  | "date_latest"
  | "date_precision"
  | "date_prec"
>;

const INTERVAL = ["date_earliest", "date_latest"] as const;
const byEndAndId = byColumns(["date_latest", "record_id"]);

/** A date that is open at its start may be the earliest of all. */
const inTime = (a: Step, b: Step) => byCodeUnit(a.date_earliest ?? "", b.date_earliest ?? "") || byEndAndId(a, b);
const hasSameInterval = (a: Step, b: Step) => INTERVAL.every((column) => a[column] === b[column]);
const isDated = ({ date }: Step) => date !== null;

/** By id, the rank of each dated step among its actor's: steps whose dates allow the same days share a rank. */
export function rankSteps(steps: readonly Step[]): ReadonlyMap<string, number> {
  const last = new Map<string, { readonly step: Step; readonly rank: number }>();
  return new Map(
    steps
      .filter(isDated)
      .sort(inTime)
      .map((step): [string, number] => {
        const before = last.get(step.actor_id);
        const isNew = before === undefined || !hasSameInterval(before.step, step);
        const rank = (before?.rank ?? 0) + (isNew ? 1 : 0);
        last.set(step.actor_id, { step, rank });
        return [step.record_id, rank];
      }),
  );
}

type CountryEntry = Extract<RegisterEntry, { readonly table: "expansion_by_country" }>;

/** The rows of `expansion_by_country`. A step in a place that spans several countries is in none of them. */
export function expansionByCountry(steps: readonly Step[]): CountryEntry[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.country === null) continue;
    const key = `${step.actor_id}/${step.country}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [step]);
    else group.push(step);
  }
  return [...groups].flatMap(([id, own]) => {
    const [any] = own;
    if (any === undefined) return [];
    const dated = own.filter(isDated).sort(inTime);
    const undated = own.filter((step) => !isDated(step));
    const [earliest] = dated;
    const row = wholeRow("expansion_by_country", [
      { actor_id: any.actor_id, actor: any.actor, country: any.country, iso3: any.iso3 },
      { n_steps: own.length, n_dated_steps: dated.length, n_undated_steps: undated.length },
      earliest === undefined ? {} : datesOf(earliest),
      {
        earliest_dated_step_ids: idsOf(
          dated.filter((step) => earliest !== undefined && hasSameInterval(step, earliest)),
        ),
        undated_step_ids: idsOf(undated),
      },
    ]);
    return [{ table: "expansion_by_country", id, row, evidence: [] }];
  });
}

const datesOf = ({ date, date_earliest, date_latest, date_precision, date_prec }: Step) => ({
  date,
  date_earliest,
  date_latest,
  date_precision,
  date_prec,
});

const idsOf = (steps: readonly Step[]) => joinList(steps.map(({ record_id }) => record_id).sort());
