import { groupBy } from "#pipeline/core/group-by.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { StagedLine, StagedTables } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

type Alias = StagedLine<CodedRow<"actor_aliases">>;

/**
 * Checks that each actor has one family, that the head of a family is in no other, and that the periods in which a name
 * means an actor in a country do not overlap.
 */
export function checkAliases({ actor_aliases: { path, rows } }: StagedTables): Issue[] {
  const at = ({ line }: Alias, column: keyof Alias["values"]): Place => ({ file: path, line, column });
  const periods = groupBy(rows, ({ values: { event_source, name, actor_id } }) =>
    JSON.stringify([event_source, name, actor_id]),
  );
  return [...checkFamilies(rows, at), ...[...periods.values()].flatMap((named) => checkPeriods(named, at))];
}

type At = (alias: Alias, column: keyof Alias["values"]) => Place;

function checkFamilies(rows: readonly Alias[], at: At): Issue[] {
  const first = new Map<string, Alias>();
  for (const row of rows) if (!first.has(row.values.actor_id)) first.set(row.values.actor_id, row);
  return rows.flatMap((row): Issue[] => {
    const { actor_id: actorId, family_id: familyId } = row.values;
    const known = first.get(actorId);
    if (known !== undefined && known.values.family_id !== familyId) {
      const { family_id: firstFamilyId } = known.values;
      const place = at(row, "family_id");
      return [{ code: "resolve/second-family", at: place, actorId, familyId, firstFamilyId, firstLine: known.line }];
    }
    const headOf = first.get(familyId)?.values.family_id ?? familyId;
    return headOf === familyId
      ? []
      : [{ code: "resolve/family-in-a-family", at: at(row, "family_id"), familyId, headOf }];
  });
}

/** Rows of one name for one actor. Two with the same beginning and countries have the same key, which is reported already. */
function checkPeriods(named: readonly Alias[], at: At): Issue[] {
  const sorted = named.toSorted(
    (a, b) => byCodeUnit(a.values.valid_from ?? "", b.values.valid_from ?? "") || a.line - b.line,
  );
  return sorted.flatMap((row, position): Issue[] => {
    const before = sorted.slice(0, position).find((earlier) => overlap(earlier.values, row.values));
    if (before === undefined) return [];
    const { name, actor_id: actorId } = row.values;
    const place = at(row, "valid_from");
    return [{ code: "resolve/overlapping-aliases", at: place, name, actorId, otherLine: before.line }];
  });
}

/** Whether two rows have a day and a country in common; the first begins no later than the second. */
function overlap(first: Alias["values"], second: Alias["values"]): boolean {
  if (first.valid_from === second.valid_from && first.countries === second.countries) return false;
  const isEverywhere = first.countries === null || second.countries === null;
  const countries = splitList(first.countries);
  const shareCountry = isEverywhere || splitList(second.countries).some((one) => countries.includes(one));
  return shareCountry && !isBefore(first.valid_to, second.valid_from);
}

/** An end that is not known is after every day. */
const isBefore = (end: string | null, day: string | null) => end !== null && (day === null || end < day);
