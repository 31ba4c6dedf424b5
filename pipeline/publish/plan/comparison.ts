import type { Change } from "#pipeline/core/change.ts";
import { withoutMark } from "#pipeline/core/reason-parts.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { changesOf, earlierChanges, reasonOfClaim, rowChanges } from "./changes.ts";
import { type ClaimTrace, claimTraces, SAID } from "./claim-traces.ts";
import { isGone } from "./headline.ts";
import type { ReasonOf } from "./reasons.ts";
import { type LineOf, recordLines } from "./record-lines.ts";

/** The name that stands for what raw/ gives now, in the place of a version. */
export const STAGED = "staged";

/** A cell of a record that both releases have. */
export interface ComparedCell {
  readonly column: string;
  readonly old_value: string | null;
  readonly new_value: string | null;
  /** Whether the value follows from other cells or rows, so that its change corrects nothing. */
  readonly is_derived: boolean;
  readonly reason: string | null;
}

interface ComparedRecord {
  readonly record_id: string;
  /** What it is, in one line; `null` for a derived row, and if nothing is known of it. */
  readonly line: string | null;
  /** Whether the whole row is made from other rows, such as a claim. */
  readonly is_derived: boolean;
}

/** The differences in one table. */
export interface ComparedTable {
  readonly table: string;
  readonly added: readonly ComparedRecord[];
  readonly changed: readonly (ComparedRecord & { readonly cells: readonly ComparedCell[] })[];
  readonly retired: readonly (ComparedRecord & {
    readonly last_values: Readonly<Record<string, string>>;
    readonly reason: string | null;
  })[];
}

/** A correction: a cell that a coder wrote, in a record that was published before. */
export interface Corrected extends Pick<ComparedCell, "old_value" | "new_value" | "reason"> {
  readonly table: string;
  readonly record_id: string;
  readonly column: string;
  /** The claim that changed, if the record itself does not show the correction, because other statements outvote it. */
  readonly claim_id: string | null;
}

/** The differences between two releases, which need not be consecutive, or between a release and what raw/ gives now. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly schema: ReleaseDiff["schema"];
  /** As changes.csv lists them. */
  readonly changes: readonly Omit<Change, "version">[];
  readonly tables: readonly ComparedTable[];
  /** The corrections that only a claim shows. */
  readonly outvoted: readonly Corrected[];
  readonly corrections_without_reason: readonly Omit<Corrected, "reason">[];
}

interface Compared {
  readonly diff: ReleaseDiff;
  readonly traces: readonly ClaimTrace[];
  readonly reasonOf: ReasonOf;
  readonly lineOf: LineOf;
}

/** Compares two published releases. The reasons come from changes.csv of the newer one. */
export function compareReleases(older: ReleaseReader, newer: ReleaseReader): Comparison {
  const [from, to] = [readRelease(older), readRelease(newer)];
  const diff = diffReleases(from, to);
  const traces = claimTraces(diff, from, to);
  return compare({ diff, traces, reasonOf: newestReasons(earlierChanges(newer)), lineOf: recordLines(from, to) });
}

export function compare({ diff, traces, reasonOf, lineOf }: Compared): Comparison {
  const changes = changesOf({ diff, version: diff.to, reasonOf, traces });
  const tables = [...new Set(diff.rows.map(({ table }) => table))].map((table) =>
    compareTable(
      table,
      diff.rows.filter((row) => row.table === table),
      { reasonOf, lineOf },
    ),
  );
  const outvoted = traces.flatMap((trace) => outvotedCells(trace, reasonOf));
  const stated = tables.flatMap(({ table, changed }) =>
    changed.flatMap(({ record_id, cells }) =>
      cells
        .filter((cell) => !cell.is_derived)
        .map((cell): Corrected => ({ table, record_id, claim_id: null, ...cell })),
    ),
  );
  return {
    from: diff.from,
    to: diff.to,
    schema: diff.schema,
    changes: changes.map(({ version: _, ...change }) => change),
    tables,
    outvoted,
    corrections_without_reason: [...stated, ...outvoted].filter(({ reason }) => reason === null).map(withoutReason),
  };
}

const withoutReason = ({ table, record_id, column, old_value, new_value, claim_id }: Corrected) => ({
  ...{ table, record_id, column, old_value, new_value, claim_id },
});

function compareTable(
  table: string,
  rows: readonly RowChange[],
  { reasonOf, lineOf }: Pick<Compared, "reasonOf" | "lineOf">,
): ComparedTable {
  const idOf = (row: RowChange) => ({ record_id: row.recordId, line: lineOf(row), is_derived: row.isDerived });
  return {
    table,
    added: rows.filter(({ change }) => change === "added").map(idOf),
    changed: rows
      .filter(({ change }) => change === "changed")
      .map((row) => ({ ...idOf(row), cells: comparedCells(row, reasonOf) })),
    retired: rows
      .filter(({ change }) => isGone(change))
      .map((row) => ({
        ...idOf(row),
        last_values: Object.fromEntries(Object.entries(row.last ?? {}).filter(([, value]) => value !== "")),
        reason: rowChanges(row, "", reasonOf)[0]?.reason ?? null,
      })),
  };
}

const comparedCells = (row: RowChange, reasonOf: ReasonOf): ComparedCell[] =>
  rowChanges(row, "", reasonOf).map(({ column, old_value, new_value, reason }, at) => ({
    ...{ column: column ?? "", old_value, new_value },
    is_derived: row.isDerived || row.cells[at]?.isDerived === true,
    reason,
  }));

/** A claim that is new or gone has its value on one side only. */
function outvotedCells({ row, about }: ClaimTrace, reasonOf: ReasonOf): Corrected[] {
  const { table, recordId: record_id, column } = about;
  return rowChanges(row, "", reasonOfClaim(about, reasonOf)).map((change) => ({
    ...{ table, record_id, claim_id: row.recordId, reason: change.reason },
    column,
    old_value: row.last?.[SAID] ?? change.old_value,
    new_value: change.new_value,
  }));
}

/** The reason of the newest change to the same value, as somebody wrote it. */
export function newestReasons(changes: readonly Change[]): ReasonOf {
  const known = new Map<string, string | null>();
  for (const { table, record_id, column, new_value, reason } of changes) {
    const key = JSON.stringify([table, record_id, column, new_value ?? ""]);
    if (!known.has(key)) known.set(key, reason);
  }
  return (table, recordId, cell) =>
    withoutMark(known.get(JSON.stringify([table, recordId, cell?.column ?? null, cell?.after ?? ""])) ?? null);
}
