import type { EventsIssue } from "#pipeline/core/issues/events-issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { withoutAccents } from "#pipeline/core/without-accents.ts";
import type { EventProfile, ProfileCell } from "#schemas/events/profile.ts";

/** Where a cell is in each row, and the header as the file writes it. */
export interface MappedColumn {
  readonly position: number;
  readonly header: string;
}

export type MappedColumns = { readonly [C in ProfileCell]?: MappedColumn };

/** An issue of a column of the header. */
export interface HeaderIssue {
  readonly column: string | null;
  readonly issue: EventsIssue;
}

/** Without these, an event cannot be compared with anything. */
const REQUIRED = ["event_id", "date_start", "latitude", "longitude", "actor_a", "actor_b", "event_type"] as const;

/** Headers of tables that count events by place and time. */
const COUNTS = new Set(["events", "event_count", "events_count", "nb_events", "n_events", "number_of_events"]);

/** A header without regard to capitals, accents, and what stands between its words. */
export const plainHeader = (header: string) =>
  withoutAccents(header)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/gu, "");

/** Finds the columns of a profile in the header of a file. Columns that it does not name are not read. */
export function mapColumns(
  header: readonly string[],
  profile: EventProfile,
): MappedColumns | { readonly issues: readonly HeaderIssue[] } {
  const plain = header.map(plainHeader);
  const mapped: { [C in ProfileCell]?: MappedColumn } = {};
  const missing: MissingColumn[] = [];
  const issues: HeaderIssue[] = [];
  const names = acceptedNames(profile);
  for (const [cell, accepted] of cellsOf(profile)) {
    const name = names.get(cell)?.find((known) => plain.includes(known));
    const position = name === undefined ? -1 : plain.indexOf(name);
    const written = header[position];
    if (name === undefined || written === undefined) {
      if (isRequired(cell, profile)) missing.push({ cell, accepted, nearest: nearestAmong(accepted, header) });
      continue;
    }
    if (plain.includes(name, position + 1))
      issues.push({ column: written, issue: { code: "events/duplicate-column" } });
    mapped[cell] = { position, header: written };
  }
  if (missing.length > 0) issues.unshift({ column: null, issue: { code: "events/missing-columns", missing } });
  if (issues.length === 0) return mapped;
  const counts = mapped.event_id === undefined ? header.find((written) => COUNTS.has(plainHeader(written))) : undefined;
  return { issues: counts === undefined ? issues : [{ column: counts, issue: { code: "events/counts-only" } }] };
}

type MissingColumn = Extract<EventsIssue, { readonly code: "events/missing-columns" }>["missing"][number];

/** Shapefiles cut the names of columns to this length. */
const SHAPEFILE = 10;

/** The headers of each cell in plain letters; last, as a shapefile cuts them, unless two cells would have the same. */
function acceptedNames(profile: EventProfile): ReadonlyMap<ProfileCell, readonly string[]> {
  const whole = cellsOf(profile).map(([cell, accepted]) => [cell, accepted.map(plainHeader)] as const);
  const cut = (names: readonly string[]) => new Set(names.map((name) => name.slice(0, SHAPEFILE)));
  const taken = whole.flatMap(([, names]) => [...cut(names)]);
  const isOne = (name: string) => taken.indexOf(name) === taken.lastIndexOf(name);
  return new Map(whole.map(([cell, names]) => [cell, [...names, ...[...cut(names)].filter(isOne)]]));
}

const cellsOf = ({ columns }: EventProfile): [ProfileCell, readonly string[]][] =>
  PROFILE_CELLS.flatMap((cell) => {
    const accepted = columns[cell];
    return accepted === undefined ? [] : [[cell, accepted]];
  });

const PROFILE_CELLS: readonly ProfileCell[] = [
  "event_id",
  "date_start",
  "date_end",
  "date_prec",
  "latitude",
  "longitude",
  "where_prec",
  "country",
  "iso3",
  "iso_number",
  "admin1",
  "admin2",
  "location",
  "actor_a",
  "assoc_a",
  "actor_b",
  "assoc_b",
  "event_type",
  "sub_event_type",
  "deaths_low",
  "deaths_best",
  "deaths_high",
  "deaths_civilians",
];

/** Precision is needed too, unless the profile gives one to all events: a vague event must not pass for an exact one. */
function isRequired(cell: ProfileCell, { date_precision, where_precision }: EventProfile): boolean {
  if (cell === "date_prec") return "codes" in date_precision;
  if (cell === "where_prec") return "codes" in where_precision;
  return REQUIRED.some((required) => required === cell);
}

function nearestAmong(accepted: readonly string[], header: readonly string[]): string | null {
  for (const name of accepted) {
    const nearest = nearestOf(name, header);
    if (nearest !== null) return nearest;
  }
  return null;
}
