import type { Issue } from "#pipeline/core/issue.ts";
import { ownColumns } from "#pipeline/publish/compare/coded-cells.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { CellChange, RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import type { PublishedRelease } from "#pipeline/publish/compare/published-release.ts";
import { codedAs } from "#schemas/coded-tables.ts";
import { releaseLimit } from "#schemas/guards.ts";
import { codedFile } from "./coded-file.ts";
import { EVERY_RECORD, isFromColumn, liftKey, type OpenCorrection } from "./corrections.ts";

export interface GuardInput {
  readonly diff: ReleaseDiff;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  readonly open: readonly OpenCorrection[];
  /** Path of corrections.csv, which lies beside the other coded tables. */
  readonly correctionsPath: string;
}

export interface Guarded {
  readonly issues: readonly Issue[];
  /** The corrections that lifted a guard, by `liftKey`. They are not idle, even if every change has a reason of its own. */
  readonly lifting: ReadonlySet<string>;
}

/**
 * Reports tables in which more records changed or are gone than one release may change, unless an open correction of
 * every record of the table lifts the limit. Only coded cells count: what is derived follows from another table, which
 * has its own limit. A table that is derived as a whole has none.
 */
export function checkLimits(input: GuardInput): Guarded {
  const tables = [...new Set(input.diff.rows.map(({ table }) => table))].filter((table) => codedAs(table) !== null);
  const found = tables.flatMap((table) => {
    const rows = input.diff.rows.filter((row) => row.table === table && !row.isDerived);
    const lifts = input.open.filter(({ values, ids }) => values.table === table && ids.includes(EVERY_RECORD));
    const limit = limitFor(table, input.from);
    return [checkChanged(rows, { table, lifts, ...limit }, input), checkGone(rows, { table, lifts, ...limit }, input)];
  });
  return {
    issues: found.flatMap(({ issues }) => issues),
    lifting: new Set(found.flatMap(({ lifting }) => lifting.map(({ line }) => liftKey(line, EVERY_RECORD)))),
  };
}

interface Limit {
  readonly table: string;
  readonly lifts: readonly OpenCorrection[];
  readonly limit: number;
  /** Number of the table's rows in the last release. */
  readonly rows: number;
}

function limitFor(table: string, from: PublishedRelease) {
  let rows = 0;
  for (const _ of from.tables.get(table)?.records() ?? []) rows += 1;
  return { rows, limit: Math.max(releaseLimit.records, Math.floor((rows * releaseLimit.percent) / 100)) };
}

type Found = { readonly issues: readonly Issue[]; readonly lifting: readonly OpenCorrection[] };
const NOTHING: Found = { issues: [], lifting: [] };
const EXAMPLES = 5;

function checkChanged(all: readonly RowChange[], { table, lifts, limit, rows }: Limit, input: GuardInput): Found {
  const own = ownColumns(table);
  const changed = all
    .filter(({ change, isRelocated }) => change === "changed" && !isRelocated)
    .map(({ recordId, cells }) => ({ recordId, cells: cells.filter(({ column }) => own.has(column)) }))
    .filter(({ cells }) => cells.length > 0);
  if (changed.length <= limit) return NOTHING;
  const isLifted = ({ column }: CellChange) =>
    lifts.some(({ values }) => values.column === null || isFromColumn(table, column, values.column));
  const left = changed.filter(({ cells }) => !cells.every(isLifted));
  if (left.length <= limit) return { issues: [], lifting: lifts };
  const [column, inColumn] = mostFrequent(
    left.flatMap(({ cells }) => [...new Set(cells.map((cell) => own.get(cell.column) ?? cell.column))]),
  );
  const at = { file: codedFile(input.correctionsPath, table), line: null, column };
  const examples = left.slice(0, EXAMPLES).map(({ recordId }) => recordId);
  const issue: Issue = {
    ...{ code: "publish/too-many-changes", at, table, count: left.length, rows, limit, column, inColumn, examples },
  };
  return { issues: [issue], lifting: [] };
}

function checkGone(all: readonly RowChange[], { table, lifts, limit, rows }: Limit, input: GuardInput): Found {
  const kept = new Set(all.filter(({ change }) => change === "added").map(withoutEvidence));
  const gone = all.filter(
    (row) => ["retired", "removed", "moved"].includes(row.change) && !kept.has(withoutEvidence(row)),
  );
  if (gone.length <= limit) return NOTHING;
  const whole = lifts.filter(({ values }) => values.column === null);
  if (whole.length > 0) return { issues: [], lifting: whole };
  const at = { file: codedFile(input.correctionsPath, table), line: null, column: null };
  const examples = gone.slice(0, EXAMPLES).map(({ recordId }) => recordId);
  return {
    issues: [{ code: "publish/too-many-gone", at, table, count: gone.length, rows, limit, examples }],
    lifting: [],
  };
}

/** The sides of a disagreement have no id, and their sentences are part of their key. These can move. */
const withoutEvidence = ({ table, recordId }: RowChange) =>
  table === "disagreement_sides" ? recordId.slice(0, recordId.lastIndexOf("/")) : recordId;

function mostFrequent(columns: readonly string[]): [string, number] {
  const counts = new Map<string, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ["", 0]);
}
