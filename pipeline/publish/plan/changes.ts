import type { CHANGE_COLUMNS, Change } from "#pipeline/core/change.ts";
import { jsonText } from "#pipeline/core/json-text.ts";
import { DERIVED, joinReasons, statedReason } from "#pipeline/core/reason-parts.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import type { SchemaChange } from "#pipeline/publish/compare/diff-schema.ts";
import { parseRows } from "#pipeline/publish/compare/published-release.ts";
import { codedAs } from "#schemas/coded-tables.ts";
import type { ClaimedCell, ClaimTrace } from "./claim-traces.ts";
import { derivedReason, sumUp } from "./derived-changes.ts";
import type { ReasonOf } from "./reasons.ts";

interface Listed {
  readonly diff: ReleaseDiff;
  readonly version: string;
  readonly reasonOf: ReasonOf;
  /** The changes to claims that nothing else shows. */
  readonly traces: readonly ClaimTrace[];
}

/**
 * The rows that a release adds to `changes.csv`: tables and columns first, then coded rows, one per changed cell, then
 * what nothing but a claim shows, and last the derived rows, summed up.
 */
export function changesOf({ diff, version, reasonOf, traces }: Listed): Change[] {
  const coded = diff.rows.filter(({ isDerived }) => !isDerived);
  const traced = new Set(traces.flatMap(({ row }) => keysOf(row)));
  const made = diff.rows.filter(({ isDerived }) => isDerived);
  const explained = made.filter((row) => isExplained(row, reasonOf));
  const derived = made
    .filter((row) => !explained.includes(row))
    .flatMap((row) => kindsOf(row, version).filter(({ key }) => !traced.has(key)));
  return [
    ...diff.schema.map((change) => schemaRow(change, version)),
    ...coded.flatMap((row) => rowChanges(row, version, reasonOf)),
    ...explained.flatMap((row) => rowChanges(row, version, reasonOf)),
    ...traces.flatMap(({ row, about }) => rowChanges(row, version, reasonOfClaim(about, reasonOf))),
    ...sumUp(derived.map(({ counted }) => counted)),
  ];
}

/** Whether somebody recorded a reason for a derived row, such as a disagreement that the machine found. */
const isExplained = ({ table, recordId, cells }: RowChange, reasonOf: ReasonOf) =>
  codedAs(table) !== null && [null, ...cells].some((cell) => reasonOf(table, recordId, cell) !== null);

export const rowChanges = (row: RowChange, version: string, reasonOf: ReasonOf): Change[] =>
  row.change === "changed" ? cellRows(row, version, reasonOf) : [wholeRow(row, version, reasonOf)];

/** Otherwise a claim has the reason of the cell that it is about. */
export const reasonOfClaim =
  (about: ClaimedCell, reasonOf: ReasonOf): ReasonOf =>
  (table, recordId, cell) =>
    reasonOf(table, recordId, cell) ??
    reasonOf(about.table, about.recordId, { ...(cell ?? NO_CELL), column: about.column });

const NO_CELL = { before: "", after: "", isDerived: false };

const keysOf = (row: RowChange) => kindsOf(row, "").map(({ key }) => key);

/** What of a row counts as one change, and its key. */
const kindsOf = ({ change, table, recordId, cells }: RowChange, version: string) =>
  (change === "changed" ? cells.map(({ column }) => column) : [null]).map((column) => ({
    key: `${table}/${recordId}/${column ?? ""}`,
    counted: { version, change: kindOf(change), table, column },
  }));

const kindOf = (change: RowChange["change"]): Change["change"] =>
  change === "added" || change === "changed" ? change : "retired";

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

/** A whole row that is new or gone. A row that is gone leaves its last values, as a JSON object. */
const wholeRow = (
  { change, table, recordId, isDerived, reason, last }: RowChange,
  version: string,
  reasonOf: ReasonOf,
): Change => ({
  version,
  change: kindOf(change),
  table,
  ...NOTHING_ELSE,
  record_id: recordId,
  old_value:
    last === null ? null : jsonText(Object.fromEntries(Object.entries(last).filter(([, value]) => value !== ""))),
  reason: markedReason(joinReasons([reason, reasonOf(table, recordId, null)]), isDerived),
});

const markedReason = (reason: string | null, isDerived: boolean) =>
  isDerived ? joinReasons([DERIVED, reason]) : statedReason(reason);

function cellRows(
  { table, recordId, isDerived: isMade, cells }: RowChange,
  version: string,
  reasonOf: ReasonOf,
): Change[] {
  const stated = new Map(
    cells
      .filter(({ isDerived }) => !isDerived && !isMade)
      .map((cell): [string, string | null] => [cell.column, reasonOf(table, recordId, cell)]),
  );
  return cells.map((cell) => ({
    version,
    change: "changed",
    table,
    record_id: recordId,
    column: cell.column,
    old_value: cell.before || null,
    new_value: cell.after || null,
    reason:
      cell.isDerived || isMade
        ? derivedReason(cell.column, reasonOf(table, recordId, cell), { table, stated })
        : statedReason(stated.get(cell.column) ?? null),
  }));
}
