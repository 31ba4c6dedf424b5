import { sha256Hex } from "#pipeline/core/hash.ts";
import { memo } from "#pipeline/core/memo.ts";
import { plainWords } from "#pipeline/core/plain-words.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import type { EventProfile, ProfileCell } from "#schemas/events/profile.ts";
import { countryCode } from "./country-code.ts";
import type { MappedColumns } from "./map-columns.ts";
import { readActors, readCount, readDegrees } from "./read-cell.ts";
import { readDates } from "./read-dates.ts";
import type { DayOrder } from "./read-day.ts";
import { RowCells, type RowIssue } from "./row-cells.ts";

/** An event without what is the same for all events of an edition or a file. */
export type ReadEvent = Omit<CanonicalEvent, "event_source" | "event_edition" | "file_sha256">;

/** What is read of one row. `order`: a date needs the order of day and month. */
export type ReadRow = RowWithId | "order";

interface RowWithId {
  /** `null` if it has an error. */
  readonly event: ReadEvent | null;
  /** Id of the event, also if the row has an error; `null` if there is none, or if cells may be in wrong columns. */
  readonly eventId: string | null;
  readonly issues: readonly RowIssue[];
}

export interface Reading {
  readonly profile: EventProfile;
  readonly columns: MappedColumns;
  /** How many columns the header has, up to the last one with a name. */
  readonly width: number;
  readonly keyOf: (iso3: string | null, admin1: string | null) => string | null;
  /** How to read 03/04/2021; `null` as long as no such date was found. */
  readonly order: DayOrder | null;
}

/** Reads the rows of one file, each by itself. */
export function eventReader(reading: Reading): (cells: readonly string[]) => ReadRow {
  const { profile, columns, width } = reading;
  const kinds = new Map(Object.entries(profile.event_kinds).map(([type, kind]) => [plainWords(type), kind]));
  const kindOf = memo((type) => kinds.get(plainWords(type)));
  return (cells) => {
    if (isRagged(cells, width)) {
      const issue = { code: "events/ragged-row", cells: cells.length, columns: width } as const;
      return { event: null, eventId: null, issues: [{ column: null, issue }] };
    }
    const row = new RowCells(columns, cells);
    const said = readSaid(row, reading);
    if (said === "order") return "order";
    const eventId = row.id("event_id");
    if (said === null) return { event: null, eventId, issues: row.issues };
    const kind = kindOf(said.event_type);
    if (kind === undefined) row.fault("event_type", { code: "events/unknown-type", value: said.event_type });
    const iso3 = countryCode({ iso3: row.text("iso3"), number: row.id("iso_number"), name: said.country });
    const event = {
      ...said,
      event_sha256: sha256Hex(JSON.stringify(Object.values(said))),
      cell_y: Math.floor(said.latitude * 2),
      cell_x: Math.floor(said.longitude * 2),
      iso3,
      admin1_key: reading.keyOf(iso3, said.admin1),
      event_kind: kind ?? "other",
      year: Number(said.date_start.slice(0, 4)),
    };
    return { event, eventId, issues: row.issues };
  };
}

/** Programs leave empty cells behind the last column. A row with fewer cells has lost some. */
const isRagged = (cells: readonly string[], width: number) =>
  cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "");

/** What the source itself says of the event; `null` if something is wrong. */
function readSaid(row: RowCells, reading: Reading) {
  const event_id = row.id("event_id");
  if (event_id === null) row.fault("event_id", { code: "events/no-id" });
  const dates = readDates(row, reading);
  if (dates === "order") return "order";
  const latitude = degreesIn(row, "latitude", 90);
  const longitude = degreesIn(row, "longitude", 180);
  const where_prec = readWherePrecision(row, reading.profile);
  const event_type = row.id("event_type");
  if (event_type === null) row.fault("event_type", { code: "events/missing-value" });
  const deaths_low = countIn(row, "deaths_low");
  const deaths_best = countIn(row, "deaths_best");
  const deaths_high = countIn(row, "deaths_high");
  const deaths_civilians = countIn(row, "deaths_civilians");
  if (row.issues.length > 0 || dates === null || latitude === null || longitude === null) return null;
  if (event_id === null || event_type === null) return null;
  // Each cell by itself: to copy objects into others takes longer than to read the row.
  return {
    event_id,
    date_start: dates.date_start,
    date_end: dates.date_end,
    day_first: dates.day_first,
    day_last: dates.day_last,
    date_prec: dates.date_prec,
    latitude,
    longitude,
    where_prec,
    country: row.text("country"),
    admin1: row.text("admin1"),
    admin2: row.text("admin2"),
    location: row.text("location"),
    actor_a: row.text("actor_a"),
    assoc_a: readActors(row.written("assoc_a")),
    actor_b: row.text("actor_b"),
    assoc_b: readActors(row.written("assoc_b")),
    event_type,
    sub_event_type: row.text("sub_event_type"),
    deaths_low,
    deaths_best,
    deaths_high,
    deaths_civilians,
  };
}

function degreesIn(row: RowCells, cell: "latitude" | "longitude", most: number): number | null {
  const degrees = readDegrees(row.written(cell), most);
  if (degrees === undefined) row.fault(cell, { code: "events/bad-coordinates", value: row.text(cell) ?? "", most });
  return degrees ?? null;
}

function countIn(row: RowCells, cell: ProfileCell): number | null {
  const count = readCount(row.written(cell));
  if (count === undefined) row.fault(cell, { code: "events/bad-number", value: row.text(cell) ?? "" });
  return count ?? null;
}

function readWherePrecision(row: RowCells, { where_precision }: EventProfile): number | null {
  if ("always" in where_precision) return where_precision.always;
  const code = row.id("where_prec") ?? "";
  const { codes } = where_precision;
  const found = Object.hasOwn(codes, code) ? (codes[code] ?? null) : null;
  if (found === null) row.fault("where_prec", { code: "events/bad-precision", value: code, known: Object.keys(codes) });
  return found;
}
