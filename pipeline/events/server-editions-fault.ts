import { groupBy } from "#pipeline/core/group-by.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { CurrentEdition } from "./current-editions.ts";
import type { SqlRow } from "./engine.ts";

/** Which events a server has; `serverEditionsFault` reads its rows. */
export const SERVER_EDITIONS_SQL =
  "SELECT event_source, event_edition, file_sha256, year, COUNT(*) AS n_events FROM events " +
  "GROUP BY event_source, event_edition, file_sha256, year ORDER BY event_source, event_edition, file_sha256, year";

/**
 * What is different between the events on a server and the imported ones that count; null if nothing is. Results name
 * the imported editions, so the server must have the same events.
 */
export function serverEditionsFault(found: readonly SqlRow[], current: readonly CurrentEdition[]): string | null {
  const byName = groupBy(found, ({ event_source, event_edition }) => `${event_source} ${event_edition}`);
  const known = new Set(current.map(nameOf));
  const strange = [...byName.keys()].filter((name) => !known.has(name));
  const faults = [
    ...strange.map((name) => `it has edition ${name}, which does not count here`),
    ...current.flatMap((one) => editionFault(one, byName.get(nameOf(one)) ?? []) ?? []),
  ];
  const [first, ...others] = faults;
  if (first === undefined) return null;
  return others.length === 0
    ? first
    : `${first}, and there ${others.length === 1 ? "is" : "are"} ${plural(others.length, "other difference")}`;
}

const nameOf = ({ edition: { event_source, event_edition } }: CurrentEdition) => `${event_source} ${event_edition}`;

function editionFault(one: CurrentEdition, rows: readonly SqlRow[]): string | null {
  const { files, years, profile } = one.edition;
  const name = nameOf(one);
  const hashes = new Set<unknown>(files.map(({ sha256 }) => sha256));
  if (rows.some(({ file_sha256 }) => !hashes.has(file_sha256))) return `it has ${name} from other files`;
  const counting = new Set<unknown>(one.years);
  const year = rows.find((row) => !counting.has(row.year))?.year;
  if (year !== undefined) return `it has ${name} with the year ${year}, which does not count here`;
  // Of a part, newer parts may replace every event.
  if (profile.editions === "parts") return null;
  const lacking = one.years.find((wanted) => rows.every((row) => row.year !== wanted));
  if (lacking !== undefined) return `it lacks the year ${lacking} of ${name}`;
  const expected = files.reduce((sum, { n_events }) => sum + n_events, 0);
  const number = rows.reduce((sum, { n_events }) => sum + Number(n_events), 0);
  if (one.years.length < years.length || number === expected) return null;
  return `it has ${plural(number, "event")} of ${name} instead of ${expected}`;
}
