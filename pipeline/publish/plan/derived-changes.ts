import type { Change } from "#pipeline/core/change.ts";
import { thousands } from "#pipeline/core/format-input-fault.ts";
import { DERIVED, isMarkedDerived, joinReasons, splitReasons } from "#pipeline/core/reason-parts.ts";
import { isCoded, isDerivedCell, ownColumns } from "#pipeline/publish/compare/coded-cells.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { type ClaimedCell, SAID } from "./claim-traces.ts";

interface CellsOfRecord {
  readonly table: string;
  /** The reason of each stated cell that changed, by published column. */
  readonly stated: ReadonlyMap<string, string | null>;
}

/**
 * The reason of a derived cell: `derived: follows from date`, if a stated cell of the same record changed. A recorded
 * reason that no stated cell of the record has is added, so that it is published.
 */
export function derivedReason(column: string, recorded: string | null, { table, stated }: CellsOfRecord): string {
  const origin = originsOf(table).get(column)?.name;
  const coded = [...new Set([...stated.keys()].map((name) => ownColumns(table).get(name) ?? name))];
  const causes = origin === undefined || origin === column ? coded : coded.filter((name) => name === origin);
  const mark = causes.length === 0 ? DERIVED : `${DERIVED}: follows from ${causes.join(", ")}`;
  const given = new Set([...stated.values()].flatMap(splitReasons));
  return joinReasons([mark, ...splitReasons(recorded).filter((reason) => !given.has(reason))]) ?? mark;
}

type Countable = Pick<Change, "version" | "change" | "table" | "column">;

/** One row for all changes of one kind to a table, or to one column of it: `derived: 3,748 rows`. */
export function sumUp(changes: readonly Countable[], mark = DERIVED): Change[] {
  const groups = new Map<string, { readonly first: Countable; count: number }>();
  for (const change of changes) {
    const key = [change.version, change.table, change.change, change.column ?? ""].join("/");
    const group = groups.get(key) ?? { first: change, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { version, change, table, column }, count }) => ({
    ...{ version, change, table, record_id: null, column, old_value: null, new_value: null },
    reason: `${mark}: ${thousands(count)} row${count === 1 ? "" : "s"}`,
  }));
}

/**
 * The rows of changes.csv of earlier releases, in the form in which a release lists its own: derived cells marked, and
 * derived rows summed up. So are the rows of a table that the version added, for all of them are new. A version that is in this form already stays as it is. `claimed` finds the cell that a claim is
 * about; it does not know the claims that are gone.
 */
export function sumUpEarlier(
  changes: readonly Change[],
  claimed: (claimId: string) => ClaimedCell | undefined,
): Change[] {
  const done = new Set(changes.filter(({ reason }) => isMarkedDerived(reason)).map(({ version }) => version));
  const versions = [...new Set(changes.map(({ version }) => version))];
  return versions.flatMap((version) => {
    const own = changes.filter((change) => change.version === version);
    return done.has(version) ? own : sumUpVersion(own, claimed);
  });
}

function sumUpVersion(changes: readonly Change[], claimed: (claimId: string) => ClaimedCell | undefined): Change[] {
  const isMade = ({ table, record_id }: Change) => record_id !== null && !isCoded(table, record_id);
  const coded = changes.filter((change) => !isMade(change));
  const stated = statedCells(coded);
  const marked = coded.map((change) => {
    const { table, column, reason } = change;
    if (!isDerivedChange(change) || column === null) return change;
    const cells = stated.get(recordOf(change)) ?? new Map<string, string | null>();
    return { ...change, reason: derivedReason(column, reason, { table, stated: cells }) };
  });
  const whole = new Set(coded.flatMap((change) => (change.change === "changed" ? [] : [recordOf(change)])));
  const isTrace = ({ table, record_id, change, column }: Change) => {
    if (table !== "claims" || change !== "changed" || column !== SAID) return false;
    const about = claimed(record_id ?? "");
    const record = `${about?.table}/${about?.recordId}`;
    return about !== undefined && !whole.has(record) && !hasColumn(stated.get(record), about);
  };
  const made = changes.filter(isMade);
  const newTables = new Set(changes.filter(isNewTable).map(({ table }) => table));
  const isOfNewTable = ({ table, change, record_id, reason }: Change) =>
    newTables.has(table) && change === "added" && record_id !== null && reason === null;
  return [
    ...marked.filter((change) => !isOfNewTable(change)),
    ...sumUp(marked.filter(isOfNewTable), "all of the new table"),
    ...made.filter(isTrace),
    ...sumUp(made.filter((change) => !isTrace(change))),
  ];
}

const isNewTable = ({ change, record_id, column, reason }: Change) =>
  change === "added" && record_id === null && column === null && reason === null;

const recordOf = ({ table, record_id }: Change) => `${table}/${record_id}`;

const hasColumn = (names: ReadonlyMap<string, unknown> | undefined, { table, column }: ClaimedCell) =>
  [...(names?.keys() ?? [])].some((name) => (ownColumns(table).get(name) ?? name) === column);

const isDerivedChange = ({ table, change, record_id, column, old_value, new_value }: Change) =>
  change === "changed" &&
  record_id !== null &&
  column !== null &&
  isDerivedCell(table, column, old_value ?? "", new_value ?? "");

/** By record, the reasons of the stated cells that changed. */
function statedCells(changes: readonly Change[]): ReadonlyMap<string, ReadonlyMap<string, string | null>> {
  const found = new Map<string, Map<string, string | null>>();
  for (const change of changes) {
    const { record_id, column, reason } = change;
    if (record_id === null || change.change !== "changed" || column === null || isDerivedChange(change)) continue;
    const cells = found.get(recordOf(change)) ?? new Map<string, string | null>();
    found.set(recordOf(change), cells.set(column, reason));
  }
  return found;
}
