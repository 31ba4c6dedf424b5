import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { textOf } from "#pipeline/core/text-of.ts";
import { dataset } from "#schemas/dataset.ts";

/** The release that stands after a run. */
export interface StandingRelease {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
  /** The number of rows of each table; empty for releases until 2.0.1, whose manifest does not say. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Reads it from the release's manifest. It loads no package, because a run with nothing to do shows it too. */
export function standingRelease(release: ReleaseReader, version: string): StandingRelease {
  const manifest = parseJson(release.text("manifest.json"));
  const { created, rows }: Record<string, unknown> = isRecord(manifest) ? manifest : {};
  const counts = Object.entries(isRecord(rows) ? rows : {}).flatMap(([table, count]): [string, number][] =>
    typeof count === "number" ? [[table, count]] : [],
  );
  return { version, created: textOf(created), rows: Object.fromEntries(counts) };
}

/** What stands where, for a person who wants to look at it: the release, its tables and rows, the files to open. */
export function formatStanding({ version, created, rows }: StandingRelease, dist: string): string {
  const tables = Object.entries(rows);
  const width = Math.max(...tables.map(([table]) => table.length));
  const sum = tables.reduce((total, [, count]) => total + count, 0);
  const counted = tables.length === 0 ? "" : `: ${plural(tables.length, "table")}, ${plural(sum, "row")}`;
  return [
    `${dataset.name} ${version} of ${created} is in ${dist}/latest${counted}`,
    ...tables.map(([table, count]) => `  ${table.padEnd(width)}  ${count}`),
    `To look at the data, open ${dist}/latest/${dataset.name}.xlsx, or the tables in ${dist}/latest/data.`,
    `To understand them, read ${dist}/latest/CODEBOOK.md. What changed is in ${dist}/latest/CHANGELOG.md.`,
  ].join("\n");
}
