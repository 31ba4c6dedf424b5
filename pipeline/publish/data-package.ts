import { countOf } from "#pipeline/core/count-words.ts";
import type { Row } from "#pipeline/core/row.ts";
import { dataset } from "#schemas/dataset.ts";
import type { FileFacts, ReleaseFacts } from "./release-facts.ts";
import type { ReleaseTable } from "./sorted-tables.ts";
import { tableSchema } from "./table-schema.ts";

interface DataPackageInput {
  readonly tables: readonly ReleaseTable[];
  /** Facts of the CSV files by path. */
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly release: ReleaseFacts;
}

/**
 * `datapackage.json`: a Data Package 2.0 whose tables are the CSV files. `profile` and `type` say the same, for
 * readers of version 1 and 2.
 */
export function dataPackage({ tables, files, release }: DataPackageInput) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "tabular-data-package",
    name: dataset.name,
    title: dataset.title,
    description: dataset.description,
    version: release.version,
    created: `${release.created}T00:00:00Z`,
    keywords: [...dataset.keywords],
    licenses: [{ name: dataset.licence.id, path: dataset.licence.url, title: dataset.licence.title }],
    contributors: [{ title: dataset.author, role: "author", roles: ["creator", "dataCurator"] }],
    sources: sourcesOf(tables),
    resources: tables.map((table) => resource(table, files)),
  };
}

function resource(table: ReleaseTable, files: ReadonlyMap<string, FileFacts>) {
  const path = `data/${table.name}.csv`;
  const file = files.get(path);
  if (file === undefined) throw new Error(`The package describes ${path}, which was not made.`);
  return {
    name: table.name,
    path,
    type: "table",
    profile: "tabular-data-resource",
    title: table.title,
    description: `${table.description} ${countOf(table.rows.length, "row")}.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: tableSchema(table),
  };
}

/** The documents that were coded. */
const sourcesOf = (tables: readonly ReleaseTable[]) =>
  (tables.find(({ name }) => name === "source_provenance")?.rows ?? []).map((source: Row) => ({
    title: [source.authors, source.title, source.publisher, source.date_published]
      .filter((part) => part !== null)
      .join(". "),
    ...(typeof source.url === "string" ? { path: source.url } : {}),
  }));
