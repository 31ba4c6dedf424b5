import { z } from "zod";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import type { ResolvedRecord } from "#pipeline/core/resolution.ts";
import { splitList } from "#pipeline/core/row.ts";
import { linkedTables } from "#schemas/coded/event-links.ts";
import { comparable, type NotComparable, UNIT_PRECISION } from "#schemas/events/match-rules.ts";

export type MatchedTable = (typeof linkedTables)[number];

/** For each table whose records are matched, the columns that name the actors of each side. */
const sideColumns: Readonly<Record<MatchedTable, readonly [readonly string[], readonly string[]]>> = {
  events: [
    ["actor1_id", "assoc_actor1_ids"],
    ["actor2_id", "assoc_actor2_ids"],
  ],
  economic_warfare_incidents: [["actor_id"], ["related_actor_id"]],
  expansion_timeline: [["actor_id"], []],
};

/** When and where a record is, as events are compared with it. */
export interface MatchRecord {
  readonly record_id: string;
  /** Days since 1970-01-01. */
  readonly day_first: number;
  readonly day_last: number;
  readonly date_prec: number;
  /** `null` together with longitude, if the place is no point. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** A place without a point is as vague as a first-level unit, at least. */
  readonly where_prec: number;
  readonly iso3: string | null;
  readonly admin1_key: string | null;
  /** Ids of the actors of the first and the second side. */
  readonly sides: readonly [readonly string[], readonly string[]];
}

const Row = z.object({
  date: z.string().nullable(),
  date_earliest: z.string().nullable(),
  date_latest: z.string().nullable(),
  date_prec: z.int().nullable(),
  place_id: z.string().nullable(),
  iso3: z.string().nullable(),
  admin1: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  where_prec: z.int().nullable(),
});

export interface UnitOf {
  /** Key of the first-level unit with a name. */
  readonly keyOf: (iso3: string | null, admin1: string | null) => string | null;
  /** Name of the unit that a place is as a whole; `null` if it is none. */
  readonly unitNamed: (placeId: string) => string | null;
}

/** A record as it is compared, or why it is compared with no event of any source. */
export function matchRecord(record: ResolvedRecord, unitOf: UnitOf): MatchRecord | NotComparable {
  const when = whenOf(Row.parse(record.row));
  if (typeof when === "string") return when;
  const where = whereOf(Row.parse(record.row), unitOf);
  if (typeof where === "string") return where;
  const sides = sidesOf(record);
  if (sides.every((side) => side.length === 0)) return "no_actor";
  return { record_id: record.id, ...when, ...where, sides };
}

function whenOf({ date, date_earliest: earliest, date_latest: latest, date_prec: precision }: z.infer<typeof Row>) {
  if (date === null) return "no_date";
  if (earliest === null || latest === null || precision === null) return "date_too_vague";
  const [dayFirst, dayLast] = [dayNumber(earliest), dayNumber(latest)];
  if (dayLast - dayFirst + 1 > comparable.mostDays) return "date_too_vague";
  return { day_first: dayFirst, day_last: dayLast, date_prec: precision };
}

function whereOf(row: z.infer<typeof Row>, { keyOf, unitNamed }: UnitOf) {
  const { place_id: placeId, iso3, latitude, longitude, where_prec: precision } = row;
  if (placeId === null || precision === null) return "no_place";
  const hasPoint = latitude !== null && longitude !== null;
  const key = keyOf(iso3, row.admin1 ?? unitNamed(placeId));
  if (precision > comparable.vaguestPlace || !(hasPoint || key !== null)) return "place_too_vague";
  return {
    latitude,
    longitude,
    where_prec: hasPoint ? precision : Math.max(precision, UNIT_PRECISION),
    iso3,
    admin1_key: key,
  };
}

function sidesOf({ table, row }: ResolvedRecord): [string[], string[]] {
  const matched = linkedTables.find((name) => name === table);
  if (matched === undefined) throw new Error(`The table ${table} is not matched with events.`);
  const cells = new Map(Object.entries(row));
  const actorsIn = (columns: readonly string[]) => [...new Set(columns.flatMap((name) => splitList(cells.get(name))))];
  const [first, second] = sideColumns[matched];
  return [actorsIn(first), actorsIn(second)];
}
