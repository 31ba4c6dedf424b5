import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { ReleasedTables } from "#pipeline/explain/released/release-tables.ts";
import { readRelease, rowsOf } from "#pipeline/publish/compare/published-release.ts";

/** The tables of a release, from its own files. */
export async function releasedTables(store: ReleaseStore, version: string): Promise<ReleasedTables> {
  const { tables } = readRelease(await store.open(version));
  const entries = [...tables].map(([name, table]) => [name, { ...table, rows: () => rowsOf(table) }] as const);
  return { version, tables: new Map(entries) };
}
