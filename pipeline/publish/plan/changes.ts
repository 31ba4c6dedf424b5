import type { CHANGE_COLUMNS, Change } from "#pipeline/core/change.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import type { SchemaChange } from "#pipeline/publish/compare/diff-schema.ts";
import { parseRows } from "#pipeline/publish/compare/published-release.ts";
import { joinReasons } from "./corrections.ts";
import type { ReasonOf } from "./reasons.ts";

/** The rows that a release adds to `changes.csv`: tables and columns first, then rows, one per changed cell. */
export function changesOf(diff: ReleaseDiff, version: string, reasonOf: ReasonOf): Change[] {
  return [
    ...diff.schema.map((change) => schemaRow(change, version)),
    ...diff.rows.flatMap((row) =>
      row.change === "changed" ? cellRows(row, version, reasonOf) : [wholeRow(row, version, reasonOf)],
    ),
  ];
}

/** The rows of `changes.csv` in the last release, which cover all releases, newest first. */
export const earlierChanges = (files: ReleaseReader): Change[] =>
  parseRows(files.text("changes.csv")).map((row: ChangeCells) => ({
    version: row.version ?? "",
    change: row.change === "added" || row.change === "retired" ? row.change : "changed",
    table: row.table ?? "",
    record_id: row.record_id || null,
    column: row.column || null,
    old_value: row.old_value || null,
    new_value: row.new_value || null,
    reason: row.reason || null,
  }));

/** A row of changes.csv as its file has it. */
type ChangeCells = { readonly [C in (typeof CHANGE_COLUMNS)[number]]?: string };

const NOTHING_ELSE = { record_id: null, column: null, old_value: null, new_value: null, reason: null };

function schemaRow({ change, table, column, before, after }: SchemaChange, version: string): Change {
  const isNew = change === "table-added" || change === "column-added";
  const isGone = change === "table-removed" || change === "column-removed";
  const values = isNew || isGone ? {} : { old_value: before, new_value: after };
  return {
    version,
    change: isNew ? "added" : isGone ? "retired" : "changed",
    table,
    ...NOTHING_ELSE,
    column,
    ...values,
  };
}

const wholeRow = ({ change, table, recordId, reason }: RowChange, version: string, reasonOf: ReasonOf): Change => ({
  version,
  change: change === "added" ? "added" : "retired",
  table,
  ...NOTHING_ELSE,
  record_id: recordId,
  reason: joinReasons([reason, reasonOf(table, recordId, null)]),
});

const cellRows = ({ table, recordId, cells }: RowChange, version: string, reasonOf: ReasonOf): Change[] =>
  cells.map((cell) => ({
    version,
    change: "changed",
    table,
    record_id: recordId,
    column: cell.column,
    old_value: cell.before || null,
    new_value: cell.after || null,
    reason: reasonOf(table, recordId, cell),
  }));
