import { csvPath } from "#pipeline/core/csv-path.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { readManifest } from "#pipeline/publish/compare/other-files.ts";
import { parseRows, readRelease, rowsOf } from "#pipeline/publish/compare/published-release.ts";
import { dataHashOf } from "#pipeline/publish/describe/release-facts.ts";
import type { SiteRelease } from "#pipeline/site/release/release-view.ts";

/** Everything about a release that its pages show, from its own files. */
export async function readSiteRelease(store: ReleaseStore, version: string): Promise<SiteRelease> {
  const files = await store.open(version);
  const { created, doi, tables } = readRelease(files);
  const { outputs } = readManifest(files);
  const absent = new Set(await store.absentFiles(version));
  const data = outputs.filter(({ path }) => [...tables.keys()].some((name) => csvPath(name) === path));
  return {
    cited: { version, created, doi, dataHash: dataHashOf(data) },
    tables: [...tables.values()].map((table) => ({
      ...{ name: table.name, key: table.key, columns: table.columns, title: table.title },
      // The descriptor adds the number of rows.
      description: table.description.replace(/ [\d,]+ rows?\.$/u, ""),
      rows: [...rowsOf(table)],
    })),
    files: outputs.map((file) => ({ ...file, isThere: !absent.has(file.path) })),
    changes: parseRows(files.text("changes.csv")),
  };
}
