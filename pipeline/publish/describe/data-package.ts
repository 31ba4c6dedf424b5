import type { CitedRelease } from "#pipeline/core/citation.ts";
import { csvPath } from "#pipeline/core/csv-path.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import { dataset, doiAddress } from "#schemas/dataset.ts";
import { LICENCE_FILE } from "./release-facts.ts";
import { tableSchema } from "./table-schema.ts";

/**
 * `datapackage.json`: a Data Package 2.0 whose tables are the CSV files. `profile` and `type` say the same thing, the
 * first for readers of version 1, the second for readers of version 2.
 */
export function dataPackage({ tables, files, sources }: ReleaseContent, release: CitedRelease) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "tabular-data-package",
    name: dataset.name,
    ...(release.doi === null ? {} : { id: doiAddress(release.doi) }),
    title: dataset.title,
    description: dataset.description,
    version: release.version,
    created: `${release.created}T00:00:00Z`,
    keywords: [...dataset.keywords],
    licenses: [{ name: dataset.licence.id, path: LICENCE_FILE, title: dataset.licence.title }],
    contributors: [{ title: dataset.author, role: "author", roles: ["creator", "dataCurator"] }],
    sources: sources.map(({ authors, title, publisher, date_published, url }) => ({
      title: [authors, title, publisher, date_published].filter((part) => part !== null).join(". "),
      ...(url === null ? {} : { path: url }),
    })),
    resources: tables.map((table) => resource(table, files)),
  };
}

function resource(table: ReleaseTable, files: readonly FileFacts[]) {
  const path = csvPath(table.name);
  const file = files.find((facts) => facts.path === path);
  if (file === undefined) throw new Error(`The package describes ${path}, which was not made.`);
  return {
    name: table.name,
    path,
    type: "table",
    profile: "tabular-data-resource",
    title: table.title,
    description: `${table.description} ${plural(table.rowCount, "row")}.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: tableSchema(table),
  };
}
