import { diffRows, type RowChange } from "./diff-rows.ts";
import { diffTables, type SchemaChange } from "./diff-schema.ts";
import type { PublishedRelease, PublishedTable } from "./published-release.ts";

/** What differs between two releases, in the order of the newer one's tables; tables that are gone come last. */
export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly schema: readonly SchemaChange[];
  readonly rows: readonly RowChange[];
}

/**
 * Compares two releases by key, from their published files alone.
 *
 * A row that is gone is `retired` where the newer release has its tombstone, else `moved` where another table has
 * its id now, else `removed`.
 */
export function diffReleases(from: PublishedRelease, to: PublishedRelease): ReleaseDiff {
  const { schema, renamed } = diffTables(from, to);
  const kept = new Set([...to.tables.keys()].map((name) => renamed.get(name) ?? name));
  const pairs: [PublishedTable, PublishedTable][] = [
    ...[...to.tables.values()].map((after): [PublishedTable, PublishedTable] => [
      from.tables.get(renamed.get(after.name) ?? after.name) ?? emptied(after),
      after,
    ]),
    ...[...from.tables.values()]
      .filter(({ name }) => !kept.has(name))
      .map((before): [PublishedTable, PublishedTable] => [before, emptied(before)]),
  ];
  const found = pairs.map(([before, after]) => diffRows({ before, after, to }));
  return {
    from: from.version,
    to: to.version,
    schema: [...schema, ...found.flatMap((table) => table.schema)],
    rows: found.flatMap((table) => table.rows),
  };
}

/** A table that one of the releases lacks, without its rows: so all rows of the other's are added, or gone. */
const emptied = (table: PublishedTable): PublishedTable => ({
  ...table,
  records: function* records() {},
});
