import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import {
  keyOf,
  keysOf,
  type PublishedRelease,
  rowsOf,
  type TextRow,
} from "#pipeline/publish/compare/published-release.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";

/** Whether a table's ids may never vanish. A table that is there no more had such ids. */
export const hasLastingIds = (table: string) => !isPublishedTable(table) || publishedTable(table).hasLastingIds;

interface IdCheck {
  readonly diff: ReleaseDiff;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** Where a tombstone is written. */
  readonly retiredPath: string;
}

/**
 * Ids that were published and are gone without a tombstone, and tombstoned ids that are in use, in whatever table.
 *
 * A tombstone is a row of `retired`, whose rows may not vanish either: so a look at the last release covers all
 * releases before it.
 */
export function checkIds({ diff, from, to, retiredPath }: IdCheck): Issue[] {
  const at = { file: retiredPath, line: null, column: "record_id" };
  const reused = reusedTombstones(from, to);
  const vanished = diff.rows.filter(
    ({ change, table, recordId }) =>
      change === "removed" && hasLastingIds(table) && !(table === "retired" && reused.has(recordId)),
  );
  return [
    ...vanished.map(
      ({ table, recordId }): Issue => ({ code: "publish/vanished-id", at, table, id: recordId, version: diff.from }),
    ),
    ...[...reused.values()].map((tombstone): Issue => ({ code: "publish/reused-id", at, ...tombstone })),
  ];
}

/** By tombstone (`events/evt-003`): the id in use, its table there, and the release that has the tombstone. */
function reusedTombstones(
  from: PublishedRelease,
  to: PublishedRelease,
): Map<string, { table: string; id: string; version: string }> {
  const tombstones = [to, from].flatMap(({ version, tables }) => {
    const retired = tables.get("retired");
    if (retired === undefined) return [];
    return [...rowsOf(retired)].map((row: TextRow<"retired">) => ({
      key: keyOf(row, retired.key),
      id: row.record_id ?? "",
      version,
    }));
  });
  if (tombstones.length === 0) return new Map();
  const users = new Map(
    [...to.tables.values()]
      .filter(({ name, key }) => hasLastingIds(name) && key.length === 1)
      .flatMap((table) => [...keysOf(table)].map((id): [string, string] => [id, table.name])),
  );
  return new Map(
    tombstones.flatMap(({ key, id, version }) => {
      const table = users.get(id);
      return table === undefined ? [] : [[key, { table, id, version }] as const];
    }),
  );
}
