import { type Aliases, aliasTable } from "#pipeline/events/aliases.ts";
import type { SmallTable } from "#pipeline/events/engine.ts";
import {
  MOST_CANDIDATES,
  MOST_SLACK_DAYS,
  matchScore,
  POINT_PRECISION,
  placeWindows,
  timeWindows,
} from "#schemas/events/match-rules.ts";
import type { MatchRecord } from "./match-record.ts";
import { cellsAround } from "./record-cells.ts";

/**
 * Days of a bucket, and the days between the first and the last of the longest event that stands in the bucket of its
 * first day alone. match.sql has the same two numbers.
 */
const BUCKET_DAYS = 32;
const SHORT_EVENT_DAYS = 31;
/** The bucket of all longer events. */
const LONG_EVENTS = -1_000_000;

/** The small tables of the query `match`: records, aliases, windows and the score. */
export const matchTables = (records: readonly MatchRecord[], aliases: Aliases): readonly SmallTable[] => [
  recordTable(records),
  recordCells(records),
  recordBuckets(records),
  recordActors(records, aliases),
  aliasTable(aliases.rows),
  ...ruleTables,
];

function recordTable(records: readonly MatchRecord[]): SmallTable {
  return {
    name: "records",
    columns: {
      record_id: "VARCHAR",
      day_first: "INTEGER",
      day_last: "INTEGER",
      date_prec: "INTEGER",
      latitude: "DOUBLE",
      longitude: "DOUBLE",
      where_prec: "INTEGER",
      iso3: "VARCHAR",
      admin1_key: "VARCHAR",
    },
    rows: records.map(({ sides: _, ...row }) => row),
  };
}

/** Every cell in which an event may lie that is near enough. */
const recordCells = (records: readonly MatchRecord[]): SmallTable => ({
  name: "record_cells",
  columns: { record_id: "VARCHAR", cell_y: "INTEGER", cell_x: "INTEGER" },
  rows: records.flatMap(({ record_id, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : cellsAround(latitude, longitude).map((cell) => ({ record_id, ...cell })),
  ),
});

/** Every bucket in which an event may stand that is near enough in time. */
const recordBuckets = (records: readonly MatchRecord[]): SmallTable => ({
  name: "record_buckets",
  columns: { record_id: "VARCHAR", bucket: "INTEGER" },
  rows: records.flatMap(({ record_id, day_first: first, day_last: last }) => {
    const from = bucketOf(first - MOST_SLACK_DAYS - SHORT_EVENT_DAYS);
    const to = bucketOf(last + MOST_SLACK_DAYS);
    const buckets = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    return [LONG_EVENTS, ...buckets].map((bucket) => ({ record_id, bucket }));
  }),
});

const bucketOf = (day: number) => Math.floor(day / BUCKET_DAYS);

const recordActors = (records: readonly MatchRecord[], { familyOf }: Aliases): SmallTable => ({
  name: "record_actors",
  columns: { record_id: "VARCHAR", side: "INTEGER", actor_id: "VARCHAR", family_id: "VARCHAR" },
  rows: records.flatMap(({ record_id, sides }) =>
    sides.flatMap((actors, at) =>
      actors.map((actor_id) => ({ record_id, side: at + 1, actor_id, family_id: familyOf(actor_id) })),
    ),
  ),
});

/** Longer than any interval of days. */
const NO_END = 1_000_000;

const { place, time, actors } = matchScore;

const ruleTables: readonly SmallTable[] = [
  {
    name: "place_windows",
    columns: { where_prec: "INTEGER", radius_m: "INTEGER", by_unit: "INTEGER", by_country: "INTEGER" },
    rows: placeWindows.map(({ where_prec, radius_m, by_unit, by_country }) => ({
      where_prec,
      radius_m,
      by_unit: Number(by_unit),
      by_country: Number(by_country),
    })),
  },
  {
    name: "time_windows",
    columns: { date_prec: "INTEGER", slack_days: "INTEGER" },
    rows: timeWindows.map((window) => ({ ...window })),
  },
  {
    name: "time_points",
    columns: { days_first: "INTEGER", days_last: "INTEGER", points: "INTEGER" },
    rows: time.map(({ most_days, points }, at) => ({
      days_first: (time[at - 1]?.most_days ?? 0) + 1,
      days_last: most_days ?? NO_END,
      points,
    })),
  },
  {
    name: "score_points",
    columns: {
      place_points: "INTEGER",
      reach_m: "INTEGER",
      point_prec: "INTEGER",
      unit_points: "INTEGER",
      vague_points: "INTEGER",
      same_points: "INTEGER",
      family_points: "INTEGER",
      most_candidates: "INTEGER",
    },
    rows: [
      {
        place_points: place.most,
        reach_m: place.reach_m,
        point_prec: POINT_PRECISION,
        unit_points: place.unit,
        vague_points: place.vague,
        same_points: actors.same,
        family_points: actors.family,
        most_candidates: MOST_CANDIDATES,
      },
    ],
  },
];
