import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ParquetFile } from "#pipeline/events/current-editions.ts";
import { openDuckDb } from "#pipeline/io/duckdb.ts";
import { canonicalEvent, type EventColumnName } from "#schemas/events/canonical-event.ts";

export interface SeededEvents {
  readonly source: string;
  readonly edition: string;
  readonly events: number;
  readonly seed: number;
}

/** Events lie in these years, in a square of 16 by 32 degrees. */
export const FIRST_YEAR = 1990;
export const YEARS = 34;
export const SOUTH = 8;
export const WEST = -12;
export const HEIGHT = 16;
export const WIDTH = 32;

/** The names that actors of seeded events have, as the source writes them. */
export const SEEDED_NAMES = Array.from({ length: 24 }, (_, at) => `Seeded group ${String.fromCharCode(65 + at)}`);
export const SEEDED_COUNTRIES = ["MLI", "BFA", "NER", "TCD"] as const;

/**
 * Writes invented events as `events import` does, one Parquet file a year, whatever their number: a year at a time,
 * made inside DuckDB. The same seed gives the same events. They are spread evenly over time and space, which is the
 * hard case: no record is far from all of them.
 */
export async function writeSeededEvents(staged: string, seeded: SeededEvents): Promise<ParquetFile[]> {
  const { events } = seeded;
  const db = await openDuckDb({ memoryMb: 1000, threads: 1, spillTo: join(staged, "spill") });
  await db.run("CREATE MACRO mixed(x) AS ((xor(x, x >> 16)) * 73244475) & 4294967295");
  const files = seededFiles(staged, seeded);
  for (const [at, { path }] of files.entries()) {
    const year = FIRST_YEAR + at;
    const [from, to] = [at, at + 1].map((part) => Math.floor((events * part) / YEARS));
    const range = `FROM range(${from}, ${to}) AS numbers(i)`;
    mkdirSync(dirname(path), { recursive: true });
    await db.run(
      `COPY (${eventsSql(seeded, year, range)}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  db.close();
  return files;
}

/** The files that `writeSeededEvents` writes. */
export function seededFiles(
  staged: string,
  { source, edition }: Pick<SeededEvents, "source" | "edition">,
): ParquetFile[] {
  const folder = join(staged, "events", source, edition);
  return Array.from({ length: YEARS }, (_, at) => ({
    event_source: source,
    path: join(folder, `year=${FIRST_YEAR + at}`, "events.parquet"),
    rank: 0,
  }));
}

/** SQL for a number from 0 to below `below` that only the event, the seed and the name of the draw decide. */
const drawOf =
  (seed: number) =>
  (draw: number, below: number): string =>
    `CAST(floor(mixed(mixed(mixed(i * 31 + ${seed * 1009 + draw * 104_729}))) / 4294967296.0 * ${below}) AS INTEGER)`;

function eventsSql({ source, edition, seed }: SeededEvents, year: number, range: string): string {
  const draw = drawOf(seed);
  const firstDay = Date.UTC(year, 0, 1) / 86_400_000;
  const draws = `SELECT i, ${draw(1, 365)} + ${firstDay} AS day_first, ${draw(2, 100)} AS vague_day,
    ${SOUTH} + ${draw(3, HEIGHT * 10_000)} / 1e4 AS latitude, ${WEST} + ${draw(4, WIDTH * 10_000)} / 1e4 AS longitude,
    ${draw(5, 100)} AS vague_place, ${draw(6, SEEDED_NAMES.length)} AS a, ${draw(7, SEEDED_NAMES.length)} AS b,
    ${draw(8, 10)} AS helper, ${draw(9, 20)} AS kind, ${draw(10, 30)} AS deaths ${range}`;
  const shaped = `SELECT *, CASE WHEN vague_day < 80 THEN 1 WHEN vague_day < 88 THEN 2 WHEN vague_day < 93 THEN 3
      WHEN vague_day < 97 THEN 4 ELSE 5 END AS date_prec,
    CASE WHEN vague_place < 70 THEN 1 WHEN vague_place < 85 THEN 2 WHEN vague_place < 90 THEN 3
      WHEN vague_place < 96 THEN 4 WHEN vague_place < 98 THEN 5 WHEN vague_place < 99 THEN 6 ELSE 7 END AS where_prec,
    CAST(floor((longitude - (${WEST})) / ${WIDTH / SEEDED_COUNTRIES.length}) AS INTEGER) AS land,
    CAST(floor((latitude - ${SOUTH}) / 2) AS INTEGER) AS unit FROM (${draws})`;
  const sql = columnSql({ source, edition });
  const columns = Object.entries(canonicalEvent).flatMap(([name, { type }]) =>
    name === "year" ? [] : [`CAST(${sql[name]} AS ${type}) AS ${name}`],
  );
  return `SELECT ${columns.join(", ")} FROM (${shaped}) ORDER BY day_first, i`;
}

/** `year` is in the name of the folder. */
function columnSql(named: Pick<SeededEvents, "source" | "edition">): Readonly<Record<string, string>> {
  const lastDay = "(day_first + CASE date_prec WHEN 1 THEN 0 WHEN 2 THEN 2 WHEN 3 THEN 6 WHEN 4 THEN 30 ELSE 90 END)";
  const isoDay = (day: string) => `CAST(DATE '1970-01-01' + ${day} AS VARCHAR)`;
  const list = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(", ")}]`;
  const iso3 = `${list(SEEDED_COUNTRIES)}[land + 1]`;
  return {
    event_source: `'${named.source}'`,
    event_edition: `'${named.edition}'`,
    event_id: "CAST(i AS VARCHAR)",
    file_sha256: `sha256('${named.source}')`,
    event_sha256: "sha256(CAST(i AS VARCHAR))",
    date_start: isoDay("day_first"),
    date_end: isoDay(lastDay),
    day_first: "day_first",
    day_last: lastDay,
    date_prec: "date_prec",
    latitude: "latitude",
    longitude: "longitude",
    where_prec: "where_prec",
    cell_y: "floor(latitude * 2)",
    cell_x: "floor(longitude * 2)",
    country: `CASE WHEN where_prec < 7 THEN 'Land of ' || ${iso3} END`,
    iso3: `CASE WHEN where_prec < 7 THEN ${iso3} END`,
    admin1: "CASE WHEN where_prec < 6 THEN 'Unit ' || unit END",
    admin1_key: `CASE WHEN where_prec < 6 THEN ${iso3} || ':' || unit END`,
    admin2: "NULL",
    location: "'Place ' || (i % 997)",
    actor_a: `${list(SEEDED_NAMES)}[a + 1]`,
    assoc_a: `CASE WHEN helper = 0 THEN ${list(SEEDED_NAMES)}[b + 1] || '; Seeded helper' END`,
    actor_b: `CASE WHEN kind < 14 THEN ${list(SEEDED_NAMES)}[b + 1] ELSE 'Civilians' END`,
    assoc_b: "CASE WHEN helper = 1 THEN 'Seeded helper' END",
    event_type: "CAST(kind AS VARCHAR)",
    sub_event_type: "NULL",
    event_kind: `CASE WHEN kind < 10 THEN 'armed_clash' WHEN kind < 14 THEN 'remote_violence'
      WHEN kind < 18 THEN 'against_civilians' ELSE 'other' END`,
    deaths_low: "CASE WHEN deaths > 2 THEN deaths - 2 ELSE 0 END",
    deaths_best: "deaths",
    deaths_high: "CASE WHEN helper < 9 THEN deaths + 5 END",
    deaths_civilians: "CASE WHEN kind < 14 THEN 0 ELSE deaths END",
  } satisfies Omit<Record<EventColumnName, string>, "year">;
}
