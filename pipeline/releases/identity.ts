import type { Issue } from "#pipeline/core/issue.ts";
import type { PublishedTableName } from "#schemas/tables.ts";
import type { ReleaseDiff } from "./diff.ts";
import type { PublishedRelease } from "./published-release.ts";

/** Tables whose rows come and go with the rows that they are reckoned from. In every other table, ids are for ever. */
const DERIVED: ReadonlySet<string> = new Set<PublishedTableName>(["claims", "evidence", "codelists", "columns"]);

/** Whether a table's ids may never vanish. */
export const hasLastingIds = (table: string) => !DERIVED.has(table);

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
  const users = new Map(
    [...to.tables.values()]
      .filter(({ name, key }) => hasLastingIds(name) && key.length === 1)
      .flatMap(({ name, rows }) => [...rows.keys()].map((id): [string, string] => [id, name])),
  );
  const reused = new Map<string, { table: string; id: string; version: string }>();
  for (const { version, tables } of [to, from]) {
    for (const [tombstone, { record_id: id = "" }] of tables.get("retired")?.rows ?? []) {
      const table = users.get(id);
      if (table !== undefined) reused.set(tombstone, { table, id, version });
    }
  }
  return reused;
}
