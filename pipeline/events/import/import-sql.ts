import { globText } from "#pipeline/core/glob-text.ts";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";
import { eventColumns, stagedColumns } from "./staged-rows.ts";

/** A text in SQL. */
const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The lines that `stagedLine` wrote, from these files. */
function stagedSql(paths: readonly string[]): string {
  const columns = [
    ...stagedColumns.map((name) => [name, canonicalEvent[name].type]),
    ["file_number", "INTEGER"],
    ["line_number", "BIGINT"],
  ];
  const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(", ");
  const files = paths.map((path) => sqlText(globText(path))).join(", ");
  return `read_csv([${files}], columns = {${types}}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false)`;
}

/**
 * Makes the tables `read_rows`, `repeated` (the rows whose ids other rows have too, and whether their content differs)
 * and `left_out` (those of them that are no event: all in conflict, else all but the first).
 */
export const loadSql = (paths: readonly string[]): readonly string[] => [
  `CREATE TABLE read_rows AS SELECT event_id, CAST(SUBSTRING(event_sha256, 1, 32) AS UUID) AS content, day_first, day_last, CAST(SUBSTRING(date_start, 1, 4) AS INTEGER) AS year, file_number, line_number FROM ${stagedSql(paths)}`,
  "CREATE TABLE repeated AS SELECT event_id, file_number, line_number, MIN(content) OVER same_id <> MAX(content) OVER same_id AS is_conflict, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY file_number, line_number) AS place FROM read_rows SEMI JOIN (SELECT event_id FROM read_rows GROUP BY event_id HAVING COUNT(*) > 1) USING (event_id) WINDOW same_id AS (PARTITION BY event_id)",
  "CREATE TABLE left_out AS SELECT file_number, line_number FROM repeated WHERE is_conflict OR place > 1",
];

/** The rows whose ids are in conflict, in the order of files and lines. */
export const CONFLICTS_SQL =
  "SELECT event_id, file_number, line_number FROM repeated WHERE is_conflict ORDER BY file_number, line_number";

/** One row for each year that has events: their number, and the first and last day. */
export const YEARS_SQL =
  "SELECT year, COUNT(*) AS n_events, MIN(day_first) AS first_day, MAX(day_last) AS last_day FROM read_rows ANTI JOIN left_out USING (file_number, line_number) GROUP BY year ORDER BY year";

/** For each file with events, the number of those that were first read there. */
export const FILES_SQL =
  "SELECT file_number, COUNT(*) AS n_events FROM read_rows ANTI JOIN left_out USING (file_number, line_number) GROUP BY file_number ORDER BY file_number";

interface YearOfEdition {
  readonly source: string;
  readonly edition: string;
  /** SHA-256 of the files, by their numbers. */
  readonly hashes: readonly string[];
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * Writes the events of one year as Parquet, in the order of their first days and ids. The order is complete, so with one
 * thread the bytes are always the same. The year is the name of the folder, and no column of the file.
 */
export function copyYearSql({ source, edition, hashes, from, to }: YearOfEdition): string {
  const hashOf = `CASE file_number ${hashes.map((hash, number) => `WHEN ${number} THEN '${hash}'`).join(" ")} END`;
  const added: Readonly<Record<string, string>> = {
    event_source: sqlText(source),
    event_edition: sqlText(edition),
    file_sha256: hashOf,
  };
  const columns = eventColumns
    .filter((name) => name !== "year")
    .map((name) => (added[name] === undefined ? name : `${added[name]} AS ${name}`));
  return `COPY (SELECT ${columns.join(", ")} FROM ${stagedSql(from)} ANTI JOIN left_out USING (file_number, line_number) ORDER BY day_first, event_id) TO ${sqlText(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`;
}

/** How many examples of each kind of change a message names. */
const EXAMPLES = 3;

/** What a newer edition changes: by kind of change the number of events, and the first ids, joined by `; `. */
export const changesSql = (before: string, after: string): string =>
  `WITH earlier AS (SELECT event_id, event_sha256 FROM (${before})), later AS (SELECT event_id, event_sha256 FROM (${after})),
compared AS (SELECT COALESCE(later.event_id, earlier.event_id) AS event_id, CASE WHEN earlier.event_id IS NULL THEN 'added' WHEN later.event_id IS NULL THEN 'removed' ELSE 'revised' END AS change FROM earlier FULL OUTER JOIN later ON earlier.event_id = later.event_id WHERE earlier.event_sha256 IS DISTINCT FROM later.event_sha256),
numbered AS (SELECT event_id, change, ROW_NUMBER() OVER (PARTITION BY change ORDER BY event_id) AS place FROM compared)
SELECT change, COUNT(*) AS n_events, STRING_AGG(CASE WHEN place <= ${EXAMPLES} THEN event_id END, '; ' ORDER BY place) AS examples FROM numbered GROUP BY change ORDER BY change`;
