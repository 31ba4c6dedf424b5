import { csvPath } from "#pipeline/core/csv-path.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import type { PublishedRelease, PublishedTable } from "#pipeline/publish/compare/published-release.ts";
import { fieldsOf } from "#pipeline/publish/tables/field.ts";
import { surveyOf } from "#pipeline/publish/tables/survey.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";
import { readCanonicalRows } from "./canonical-rows.ts";
import type { EditionTable } from "./edition.ts";

/** The tables of a published release, for its editions; `null` if one of them has other columns than this program knows. */
export function tablesOfRelease(published: PublishedRelease, release: ReleaseReader): EditionTable[] | null {
  const tables = [...published.tables.values()].map((table) => editionTable(table, release));
  return tables.every((table) => table !== null) ? tables : null;
}

function editionTable({ name, columns }: PublishedTable, release: ReleaseReader): EditionTable | null {
  if (!isPublishedTable(name)) return null;
  const fields = fieldsOf(name);
  if (columns.map((column) => column.name).join() !== fields.map((field) => field.name).join()) return null;
  const rows = () => readCanonicalRows(release.chunks(csvPath(name)), fields);
  const survey = surveyOf(fields.map((field) => field.name));
  for (const row of rows()) survey.count(row);
  return { ...publishedTable(name), name, fields, rowCount: survey.rowCount(), filled: survey.filled(), rows };
}
