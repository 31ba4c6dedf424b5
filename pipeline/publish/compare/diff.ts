import { type CellChange, diffRows, type RowChange } from "./diff-rows.ts";
import { diffTables, type SchemaChange } from "./diff-schema.ts";
import { movedSentences } from "./moved-sentences.ts";
import type { PublishedRelease, PublishedTable } from "./published-release.ts";

/** The differences between two releases, in the table order of the newer one; removed tables come last. */
export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly schema: readonly SchemaChange[];
  readonly rows: readonly RowChange[];
}

/**
 * Compares two releases by key, using only their published files.
 *
 * A row that is gone is `retired` if the newer release has its tombstone, `moved` if another table now has its id, and
 * `removed` otherwise.
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
  const rows = found.flatMap((table) => table.rows);
  const isMoved = movedSentences({ diff: { rows }, from, to });
  return {
    from: from.version,
    to: to.version,
    schema: [...schema, ...found.flatMap((table) => table.schema)],
    rows: rows.map((row) => (isMoved(row) ? { ...row, isRelocated: true, cells: row.cells.map(asDerived) } : row)),
  };
}

/** Locators that moved with their sentences are no correction. */
const asDerived = (cell: CellChange): CellChange => ({ ...cell, isDerived: true });

/** An empty copy of a table that only one release has, so that all of its rows count as added or gone. */
const emptied = (table: PublishedTable): PublishedTable => ({
  ...table,
  records: function* records() {},
});
