import { byColumns } from "#pipeline/core/order.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";

type Step = Pick<
  PublishedRow<"expansion_timeline">,
  "record_id" | "actor_id" | "country" | "date" | "date_earliest" | "date_latest"
>;
type Place = Pick<PublishedRow<"expansion_timeline">, "sequence" | "country_first_date" | "is_first_in_country">;

const inTime = byColumns(["date_earliest", "date_latest", "record_id"]);

/** Orders each actor's dated steps by time, and finds the first step in each country: these columns depend on all steps. */
export function orderExpansion(steps: readonly Step[]): ReadonlyMap<string, Place> {
  const sequences = new Map<string, number>();
  const firsts = new Map<string, Step>();
  const ordered = [...steps].sort(inTime).map((step) => {
    const isDated = step.date_earliest !== null;
    if (isDated) sequences.set(step.actor_id, (sequences.get(step.actor_id) ?? 0) + 1);
    if (isDated && step.country !== null && !firsts.has(countryKey(step))) firsts.set(countryKey(step), step);
    return { step, sequence: isDated ? (sequences.get(step.actor_id) ?? null) : null };
  });
  return new Map(
    ordered.map(({ step, sequence }) => {
      const first = firsts.get(countryKey(step));
      const isFirst = first?.record_id === step.record_id;
      return [step.record_id, { sequence, country_first_date: first?.date ?? null, is_first_in_country: isFirst }];
    }),
  );
}

const countryKey = ({ actor_id, country }: Step) => `${actor_id}\n${country}`;
