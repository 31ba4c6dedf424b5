import type { Change } from "#pipeline/core/change.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { CellChange, RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { type PublishedRelease, rowsOf, type TextRow } from "#pipeline/publish/compare/published-release.ts";
import { isFromColumn } from "./corrections.ts";

/** The cell of a record that a claim is about. */
export interface ClaimedCell {
  readonly table: string;
  readonly recordId: string;
  /** A coded column. */
  readonly column: string;
  /** The statement that makes the claim, by its record, source and evidence. */
  readonly statement: string;
}

/** The part of a change to `claims` that nothing else shows, and the cell of the record that it is about. */
export interface ClaimTrace {
  readonly row: RowChange;
  readonly about: ClaimedCell;
}

/**
 * The column with what a source says. Its certainty and whom it quotes, which each claim of a statement repeats, are
 * claims of their own; the rest is what became of the claim.
 */
export const SAID = "value";

/**
 * The changes to `claims` that are the only trace of a change to a coded row, such as the correction of a statement that
 * was outvoted. All others follow from a change that the record itself shows: it is new or gone, its own cell changed, or
 * its evidence did, because a statement came or went.
 */
export function claimTraces(diff: ReleaseDiff, from: PublishedRelease, to: PublishedRelease): ClaimTrace[] {
  const rows = diff.rows.filter(({ table }) => table === "claims").flatMap(onlySaid);
  if (rows.length === 0) return [];
  const cells = claimedCells([from, to], new Set(rows.map(({ recordId }) => recordId)));
  const [before, after] = [statementsIn(from), statementsIn(to)];
  const isShown = shownCells(diff);
  return rows.flatMap((row) => {
    const about = cells.get(row.recordId);
    if (about === undefined || isShown(about)) return [];
    return before.has(about.statement) && after.has(about.statement) ? [{ row, about }] : [];
  });
}

function onlySaid(row: RowChange): RowChange[] {
  // What nothing else shows is no consequence of anything.
  if (row.change !== "changed") return [{ ...row, isDerived: false }];
  const cells = row.cells.filter(({ column }) => column === SAID);
  return cells.length === 0 ? [] : [{ ...row, isDerived: false, cells }];
}

const statementOf = ({ table, record_id, source_id, evidence }: TextRow<"claims">) =>
  [table, record_id, source_id, evidence].join("/");

function statementsIn({ tables }: PublishedRelease): ReadonlySet<string> {
  const claims = tables.get("claims");
  return new Set(claims === undefined ? [] : [...rowsOf(claims)].map(statementOf));
}

type Listed = Pick<Change, "table" | "record_id">;

/** The cells that the listed claims are about, as far as one of the releases has the claim. */
export function cellsOfClaims(releases: readonly PublishedRelease[], changes: readonly Listed[]): CellOfClaim {
  const ids = changes.flatMap(({ table, record_id }) => (table === "claims" && record_id !== null ? [record_id] : []));
  const cells = claimedCells(releases, new Set(ids));
  return (claimId) => cells.get(claimId);
}

/** The cells that the claims of these traces are about. */
export function cellsOfTraces(traces: readonly ClaimTrace[]): CellOfClaim {
  const cells = new Map(traces.map(({ row, about }) => [row.recordId, about]));
  return (claimId) => cells.get(claimId);
}

export type CellOfClaim = (claimId: string) => ClaimedCell | undefined;

/** The same changes; those of a claim name the record that it is about, for which its reason was recorded. */
export const aboutRecords = <C extends Listed>(changes: readonly C[], claimed: CellOfClaim): C[] =>
  changes.map((change) => {
    const about = change.table === "claims" ? claimed(change.record_id ?? "") : undefined;
    return about === undefined ? change : { ...change, table: about.table, record_id: about.recordId };
  });

/** By claim, the cell that it is about. */
function claimedCells(
  releases: readonly PublishedRelease[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ClaimedCell> {
  const found = new Map<string, ClaimedCell>();
  for (const { tables } of wanted.size === 0 ? [] : releases) {
    const claims = tables.get("claims");
    for (const row of claims === undefined ? [] : rowsOf(claims)) {
      const { claim_id = "", table = "", record_id: recordId = "", column = "" }: TextRow<"claims"> = row;
      if (wanted.has(claim_id) && table !== "")
        found.set(claim_id, { table, recordId, column, statement: statementOf(row) });
    }
  }
  return found;
}

/** Whether the record itself shows that a cell changed: the whole record came or went, or a stated cell changed. */
function shownCells({ rows }: ReleaseDiff): (cell: ClaimedCell) => boolean {
  const whole = new Set<string>();
  const cells = new Map<string, readonly CellChange[]>();
  for (const row of rows) {
    if (row.isDerived) continue;
    if (row.change === "changed") cells.set(`${row.table}/${row.recordId}`, row.cells);
    else whole.add(`${row.table}/${row.recordId}`);
  }
  return ({ table, recordId, column }) => {
    const changed = cells.get(`${table}/${recordId}`) ?? [];
    const isOwn = (cell: CellChange) => !cell.isDerived && isFromColumn(table, cell.column, column);
    return whole.has(`${table}/${recordId}`) || changed.some(isOwn);
  };
}
