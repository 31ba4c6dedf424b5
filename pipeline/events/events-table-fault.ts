import { plural } from "#pipeline/core/plural.ts";
import { canonicalEvent, type SqlType } from "#schemas/events/canonical-event.ts";

/** What a server may call the types of canonical events. */
const names: Readonly<Record<SqlType, RegExp>> = {
  VARCHAR: /^(varchar|char|string|text)\b/iu,
  INTEGER: /^(int|integer|bigint)$/iu,
  DOUBLE: /^(double|double precision)$/iu,
};

/**
 * What is wrong with the columns of a table of events on a server, by name and type; null if nothing is. A table may
 * have more columns.
 */
export function eventsTableFault(columns: ReadonlyMap<string, string>): string | null {
  const faults = Object.entries(canonicalEvent).flatMap(([name, { type }]) => {
    const found = columns.get(name);
    if (found === undefined) return [`no column ${name}`];
    return names[type].test(found) ? [] : [`${found} as the type of ${name}, which is ${type}`];
  });
  const [first, ...others] = faults;
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first}, and ${plural(others.length, "other difference")}`;
}
