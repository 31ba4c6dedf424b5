import { join } from "node:path";
import { jsonText } from "#pipeline/core/json-text.ts";
import { CONFLICTS_SQL, copyYearSql, FILES_SQL, loadSql, YEARS_SQL } from "#pipeline/events/import/import-sql.ts";
import { isoOf } from "#pipeline/events/import/read-day.ts";
import type { DuckDb } from "#pipeline/io/duckdb.ts";
import { writeDurably } from "#pipeline/io/durable-write.ts";
import { makeFolders } from "#pipeline/io/make-folders.ts";
import type { ImportedEdition } from "#schemas/events/edition.ts";

/** What is known of the rows of all files, once they can be compared. */
export interface LoadedRows {
  /** Rows whose id other rows with different content have too. */
  readonly conflicts: readonly { readonly eventId: string; readonly file: number; readonly line: number }[];
  readonly years: readonly number[];
  /** Empty if no event remains. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly nEvents: number;
  /** By the number of the file. */
  readonly eventsOfFiles: ReadonlyMap<number, number>;
}

/** What is loaded if no row could be read. */
const NOTHING: LoadedRows = {
  conflicts: [],
  years: [],
  firstDay: "",
  lastDay: "",
  nEvents: 0,
  eventsOfFiles: new Map(),
};

/** Compares the ids of the rows in these files. */
export async function loadRows(db: DuckDb, paths: readonly string[]): Promise<LoadedRows> {
  if (paths.length === 0) return NOTHING;
  for (const sql of loadSql(paths)) await db.run(sql);
  const conflicts = await db.query(CONFLICTS_SQL);
  const years = await db.query(YEARS_SQL);
  const files = await db.query(FILES_SQL);
  const isEmpty = years.length === 0;
  return {
    conflicts: conflicts.map(({ event_id, file_number, line_number }) => ({
      eventId: String(event_id),
      file: Number(file_number),
      line: Number(line_number),
    })),
    years: years.map(({ year }) => Number(year)),
    firstDay: isEmpty ? "" : isoOf(Math.min(...years.map(({ first_day }) => Number(first_day)))),
    lastDay: isEmpty ? "" : isoOf(Math.max(...years.map(({ last_day }) => Number(last_day)))),
    nEvents: years.reduce((sum, { n_events }) => sum + Number(n_events), 0),
    eventsOfFiles: new Map(files.map(({ file_number, n_events }) => [Number(file_number), Number(n_events)])),
  };
}

interface WrittenTo {
  readonly db: DuckDb;
  /** The files with the rows of each year. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Writes one Parquet file for each year, and the description of the edition. */
export async function writeEdition(edition: ImportedEdition, { db, rows, folder, signal }: WrittenTo): Promise<void> {
  const hashes = edition.files.map(({ sha256 }) => sha256);
  const { event_source: source, event_edition } = edition;
  for (const year of edition.years) {
    signal.throwIfAborted();
    const to = join(folder, `year=${year}`);
    makeFolders(to);
    const from = rows.get(year) ?? [];
    await db.run(copyYearSql({ source, edition: event_edition, hashes, from, to: join(to, "events.parquet") }));
  }
  await writeDurably(join(folder, "edition.json"), Buffer.from(`${jsonText(edition, 2)}\n`));
}
