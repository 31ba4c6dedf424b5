import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { groupBy } from "#pipeline/core/group-by.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import type { ParquetFile } from "#pipeline/events/current-editions.ts";
import { openDuckDb } from "#pipeline/io/duckdb.ts";
import { type CanonicalEvent, canonicalEvent } from "#schemas/events/canonical-event.ts";
import type { ImportedEdition } from "#schemas/events/edition.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";

const FILE_SHA256 = sha256Hex("an invented file");

/** The cells that a test has to name are those that it is about. The others follow from them, or are those of a clash at a known place. */
export function anEvent(cells: Partial<CanonicalEvent> = {}): CanonicalEvent {
  const dateStart = cells.date_start ?? "2021-06-15";
  const dateEnd = cells.date_end ?? dateStart;
  const { latitude = 14.5, longitude = -4.2 } = cells;
  const event = {
    event_source: "ucdp-ged",
    event_id: "1001",
    date_start: dateStart,
    date_end: dateEnd,
    day_first: dayNumber(dateStart),
    day_last: dayNumber(dateEnd),
    date_prec: 1,
    latitude,
    longitude,
    where_prec: 1,
    cell_y: cellOf(latitude),
    cell_x: cellOf(longitude),
    country: "Mali",
    iso3: "MLI",
    admin1: "Mopti region",
    admin1_key: "ML05",
    admin2: null,
    location: "Testville",
    actor_a: "Government of Testland",
    assoc_a: null,
    actor_b: "Test Rebels",
    assoc_b: null,
    event_type: "1",
    sub_event_type: null,
    event_kind: "armed_clash",
    deaths_low: 1,
    deaths_best: 2,
    deaths_high: 4,
    deaths_civilians: 0,
    year: Number(dateStart.slice(0, 4)),
    ...cells,
  };
  return {
    event_edition: "23.1",
    file_sha256: FILE_SHA256,
    event_sha256: sha256Hex(JSON.stringify(Object.entries(event).toSorted())),
    ...event,
  };
}

const cellOf = (degrees: number | null) => (degrees === null ? null : Math.floor(degrees * 2));

/**
 * Writes events as `events import` does: each edition in `staged/events/<event_source>/<event_edition>`, with its
 * edition.json and one Parquet file a year. Returns the files. Later editions have higher ranks.
 */
export async function writeEvents(staged: string, events: readonly CanonicalEvent[]): Promise<ParquetFile[]> {
  const editions = [...groupBy(events, ({ event_source: source, event_edition: edition }) => `${source}/${edition}`)];
  const files: ParquetFile[] = [];
  for (const [rank, [name, rows]] of editions.toSorted(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const folder = join(staged, "events", name);
    const paths = await writeEditionParquet(folder, rows);
    files.push(...paths.map((path) => ({ event_source: rows[0]?.event_source ?? "", path, rank })));
    await writeFile(join(folder, "edition.json"), `${JSON.stringify(editionOf(rows), null, 2)}\n`);
  }
  return files;
}

async function writeEditionParquet(folder: string, events: readonly CanonicalEvent[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const db = await openDuckDb({ memoryMb: 300, threads: 1, spillTo: join(folder, "spill") });
  const columns = Object.entries(canonicalEvent);
  await db.run(`CREATE TABLE written (${columns.map(([column, { type }]) => `${column} ${type}`).join(", ")})`);
  await db.append(
    "written",
    events.map((event) => columns.map(([column]) => new Map(Object.entries(event)).get(column) ?? null)),
  );
  const paths: string[] = [];
  for (const year of [...new Set(events.map((event) => event.year))].toSorted()) {
    const path = join(folder, `year=${year}`, "events.parquet");
    await mkdir(join(folder, `year=${year}`), { recursive: true });
    await db.run(
      `COPY (SELECT * EXCLUDE (year) FROM written WHERE year = ${year} ORDER BY event_id) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`,
    );
    paths.push(path);
  }
  db.close();
  return paths;
}

function editionOf(events: readonly CanonicalEvent[]): ImportedEdition {
  const [first] = events;
  const days = (column: "date_start" | "date_end") => events.map((event) => event[column] ?? "").toSorted();
  const years = [...new Set(events.map(({ year }) => year ?? 0))].toSorted((a, b) => a - b);
  return {
    ...anEdition(first?.event_source ?? "", first?.event_edition ?? "", years),
    sha256: FILE_SHA256,
    first_day: days("date_start")[0] ?? "",
    last_day: days("date_end").at(-1) ?? "",
  };
}
