import { globText } from "#pipeline/core/glob-text.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";
import type { ImportedEdition } from "#schemas/events/edition.ts";
import { byEdition } from "./edition-order.ts";

/** An edition whose events count, and where they are. */
export interface CurrentEdition {
  readonly edition: ImportedEdition;
  /** The years of it that count. */
  readonly years: readonly number[];
  /** One Parquet file for each of these years, as a path in `staged/events` with `/`. */
  readonly paths: readonly string[];
  /** Place among the editions of its source that count, 1 for the oldest: of two rows of one event, the higher counts. */
  readonly rank: number;
}

/**
 * The editions whose events count: of each source the newest, or all if an edition is only a part; without the years
 * that the newest edition of the superseding source covers. In the order of source and edition.
 */
export function currentEditions(editions: readonly ImportedEdition[]): CurrentEdition[] {
  const bySource = groupBy(
    [...editions].sort((a, b) => byEdition(a.event_edition, b.event_edition)),
    ({ event_source }) => event_source,
  );
  return [...bySource]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, ofSource]) => {
      const newest = ofSource.at(-1);
      const counting = newest?.profile.editions === "parts" ? ofSource : ofSource.slice(-1);
      const superseding = bySource.get(newest?.profile.superseded_by ?? "")?.at(-1);
      return counting.map((edition, position) => currentEdition(edition, { superseding, rank: position + 1 }));
    })
    .filter(({ paths }) => paths.length > 0);
}

/** The newest edition of each source, also of one whose years another source all covers. */
export const newestEditions = (editions: readonly ImportedEdition[]): ReadonlyMap<string, string> =>
  new Map(
    editions
      .toSorted((a, b) => byEdition(a.event_edition, b.event_edition))
      .map(({ event_source, event_edition }) => [event_source, event_edition]),
  );

interface Standing {
  readonly superseding: ImportedEdition | undefined;
  readonly rank: number;
}

function currentEdition(edition: ImportedEdition, { superseding, rank }: Standing): CurrentEdition {
  const years = edition.years.filter((year) => superseding === undefined || !covers(superseding, year));
  const folder = `${edition.event_source}/${edition.event_edition}`;
  return { edition, years, paths: years.map((year) => `${folder}/year=${year}/events.parquet`), rank };
}

/** From its first year to its last, also where a year between them has no event. */
const covers = ({ years }: ImportedEdition, year: number) => year >= Math.min(...years) && year <= Math.max(...years);

/** A Parquet file of canonical events, in a folder `year=YYYY`. */
export interface ParquetFile {
  readonly event_source: string;
  readonly path: string;
  /** Place of its edition among those of the source that count. Of an event that several have, the highest counts. */
  readonly rank: number;
}

/** The files of the editions that count. `placeOf` gives the path on the disk. */
export const currentFiles = (current: readonly CurrentEdition[], placeOf: (path: string) => string): ParquetFile[] =>
  current.flatMap(({ edition, paths, rank }) =>
    paths.map((path) => ({ event_source: edition.event_source, path: placeOf(path), rank })),
  );

const COLUMNS = Object.entries(canonicalEvent).map(([name, { type }]) => ({ name, type }));
const NAMES = COLUMNS.map(({ name }) => name).join(", ");
const NO_EVENTS = `SELECT ${COLUMNS.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${name}`).join(", ")} WHERE FALSE`;

/** A query of DuckDB for the events of files, with the columns of `canonicalEvent`, one row for each event of a source. */
export function eventsSql(files: readonly ParquetFile[]): string {
  const sources = [...groupBy(files, (file) => file.event_source).values()];
  return sources.length === 0 ? NO_EVENTS : sources.map(eventsOfSource).join(" UNION ALL ");
}

/** What an engine needs to know of the files: the query for all events, and the one for each file. */
export const eventQueries = (files: readonly ParquetFile[]) => ({
  sql: eventsSql(files),
  files: files.map((file) => ({ path: file.path, sql: eventsSql([file]) })),
});

/** Most sources have one edition that counts: only several are compared, because that needs all of them in memory. */
function eventsOfSource(files: readonly ParquetFile[]): string {
  const ranks = [...groupBy(files, ({ rank }) => rank)];
  const editions = ranks.map(([rank, parts]) => `SELECT ${NAMES}, ${rank} AS edition_rank FROM ${parquet(parts)}`);
  const [only] = editions;
  if (editions.length === 1) return `SELECT ${NAMES} FROM (${only})`;
  return (
    `SELECT ${NAMES} FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY edition_rank DESC) AS place ` +
    `FROM (${editions.join(" UNION ALL ")})) WHERE place = 1`
  );
}

function parquet(files: readonly ParquetFile[]): string {
  const paths = files.map(({ path }) => `'${globText(path).replaceAll("'", "''")}'`);
  return `read_parquet([${paths.join(", ")}], hive_partitioning = true, hive_types = {'year': INTEGER})`;
}
