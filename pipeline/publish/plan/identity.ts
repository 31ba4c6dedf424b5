import type { Issue } from "#pipeline/core/issue.ts";
import { isLastingId } from "#pipeline/publish/compare/coded-cells.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import {
  keyOf,
  keysOf,
  type PublishedRelease,
  rowsOf,
  type TextRow,
} from "#pipeline/publish/compare/published-release.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";

interface IdCheck {
  readonly diff: ReleaseDiff;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** Path of retired.csv, where a coder lists retired ids. */
  readonly retiredPath: string;
}

/**
 * Reports published ids that are gone without a tombstone, and retired ids that any table uses again.
 *
 * A tombstone is a row of `retired`, whose own rows are permanent too. So a comparison with the last release covers all
 * earlier releases.
 */
export function checkIds({ diff, from, to, retiredPath }: IdCheck): Issue[] {
  const at = { file: retiredPath, line: null, column: "record_id" };
  const reused = reusedTombstones(from, to);
  const vanished = diff.rows.filter(
    ({ change, table, recordId }) =>
      change === "removed" && isLastingId(table, recordId) && !(table === "retired" && reused.has(recordId)),
  );
  return [
    ...vanished.map(
      ({ table, recordId }): Issue => ({ code: "publish/vanished-id", at, table, id: recordId, version: diff.from }),
    ),
    ...[...reused.values()].map((tombstone): Issue => ({ code: "publish/reused-id", at, ...tombstone })),
  ];
}

/** The draft sources of today, and the path of sources.csv, where the coder says so. */
export interface Drafts {
  readonly path: string;
  readonly ids: readonly string[];
}

/** Reports draft sources that the last release has: without them, everything that rests on them alone would vanish. */
export function checkDrafts({ path, ids }: Drafts, { version, tables }: PublishedRelease): Issue[] {
  const sources = tables.get("source_provenance");
  if (ids.length === 0 || sources === undefined) return [];
  const published = keysOf(sources);
  const at = { file: path, line: null, column: "status" };
  return ids.flatMap((sourceId): Issue[] =>
    published.has(sourceId) ? [{ code: "publish/published-draft", at, sourceId, version }] : [],
  );
}

/** By tombstone (`events/evt-003`): the id that is used again, the table that uses it, and the release that has the tombstone. */
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
      .filter(({ name }) => !isPublishedTable(name) || publishedTable(name).isExplained)
      .flatMap((table) => [...keysOf(table)].map((id): [string, string] => [id, table.name])),
  );
  return new Map(
    tombstones.flatMap(({ key, id, version }) => {
      const table = users.get(id);
      return table === undefined ? [] : [[key, { table, id, version }] as const];
    }),
  );
}
