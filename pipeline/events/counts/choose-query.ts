import { plainWords } from "#pipeline/core/plain-words.ts";
import { eventKind } from "#schemas/codelists/event-data.ts";
import { type CountDefinition, type CountQuery, countQueries, type EventKind } from "#schemas/events/count-queries.ts";
import type { Claim } from "./claim.ts";

/** The query for a claim: the first one of its attribute that fits. `null` if no query counts the attribute. */
export const queryFor = (claim: Claim): CountQuery | null =>
  countQueries.find((query) => query.attribute === claim.row.attribute && fits(query, claim)) ?? null;

function fits({ fits: condition }: CountQuery, { row, place }: Claim): boolean {
  if (condition === "always") return true;
  if (condition === "value_names_kind") return kindOfValue(row.value) !== null;
  return place !== null && ` ${plainWords(row.value)} `.includes(` ${plainWords(place.name)} `);
}

/** The kind of event that the value of a claim names by its label, such as remote violence. */
function kindOfValue(value: string): EventKind | null {
  const wanted = plainWords(value);
  return eventKind.codes.find(({ label }) => plainWords(label) === wanted)?.code ?? null;
}

/** The kinds of events that a query counts for a claim; none if it has no such definition. */
export function kindsCounted(query: CountQuery, { row }: Claim, definition: CountDefinition): readonly EventKind[] {
  const kinds = query.kinds[definition] ?? [];
  if (kinds !== "of_value") return kinds;
  const named = kindOfValue(row.value);
  return named === null ? [] : [named];
}
