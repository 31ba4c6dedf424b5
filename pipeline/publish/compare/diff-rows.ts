import { byCodeUnit } from "#pipeline/core/order.ts";
import { isCoded, isDerivedCell } from "./coded-cells.ts";
import { diffColumns, type SchemaChange } from "./diff-schema.ts";
import { fateOf } from "./fate.ts";
import { mergeRecords } from "./merge-records.ts";
import { keyOf, type PublishedCells, type PublishedRelease, type PublishedTable, rowsOf } from "./published-release.ts";

export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** Whether the value follows from other cells or rows, so that its change corrects nothing. */
  readonly isDerived: boolean;
}

export interface RowChange {
  readonly change: "added" | "changed" | "retired" | "moved" | "removed";
  readonly table: string;
  readonly recordId: string;
  /** Whether the whole row is made from other rows, such as a claim. */
  readonly isDerived: boolean;
  /** Whether only its locators changed, and they name the same sentences. */
  readonly isRelocated: boolean;
  /** Its values now; `null` for a derived row, and for one that is gone. */
  readonly now: PublishedCells | null;
  /** Filled only if the row changed. */
  readonly cells: readonly CellChange[];
  /** For a row that is gone: the reason in its tombstone, or the table that it moved to. */
  readonly reason: string | null;
  /** For a row that is gone: its last values. */
  readonly last: PublishedCells | null;
}

interface Tables {
  readonly before: PublishedTable;
  readonly after: PublishedTable;
  readonly to: PublishedRelease;
}

/** The rows of one table that were added, changed or are gone, and the changes to its columns. Renaming a column does not change its cells. */
export function diffRows({ before, after, to }: Tables): { schema: SchemaChange[]; rows: RowChange[] } {
  const { schema, renamed } = diffColumns(before, after);
  const compared = after.columns.flatMap(({ name }) => {
    const older = renamed.get(name) ?? name;
    return before.columns.some((column) => column.name === older) ? [{ name, older }] : [];
  });
  const { added, changed, gone } = pairRows({
    before,
    after,
    keyAfter: oldKeyIn({ before, after, renamed }),
    compared,
  });
  const whole = (change: RowChange["change"], recordId: string): RowChange => ({
    change,
    table: after.name,
    recordId,
    isDerived: !isCoded(after.name, recordId),
    // Only the whole diff can tell.
    isRelocated: false,
    now: null,
    cells: [],
    reason: null,
    last: null,
  });
  const fate = gone.length === 0 ? () => null : fateOf(after, to);
  return {
    schema,
    rows: [
      ...[...added, ...changed]
        .sort((a, b) => a.position - b.position)
        .map(
          ({ recordId, now, cells }): RowChange => ({
            ...whole(cells === null ? "added" : "changed", recordId),
            now,
            cells: cells ?? [],
          }),
        ),
      ...gone.map(([recordId, last]): RowChange => {
        const { change, reason } = fate(recordId) ?? { change: "removed" as const, reason: null };
        return { ...whole(change, recordId), reason, last };
      }),
    ],
  };
}

interface Pairing extends Omit<Tables, "to"> {
  /** The columns of the newer rows that form the key for pairing rows. */
  readonly keyAfter: readonly string[];
  readonly compared: readonly { readonly name: string; readonly older: string }[];
}

interface FoundRow {
  readonly recordId: string;
  readonly position: number;
  readonly now: PublishedCells | null;
  /** `null` for a row that is new. */
  readonly cells: readonly CellChange[] | null;
}

/**
 * Walks through both files in parallel, and parses only rows that differ. Normally, both files are sorted by key. Rows
 * that were not paired on the way are compared by key at the end. So the order affects only the speed, not the result.
 */
function pairRows({ before, after, keyAfter, compared }: Pairing) {
  const keysBefore = (record: string) => partsOf(before.parse(record), before.key);
  const keysAfter = (record: string) => partsOf(after.parse(record), keyAfter);
  const isComparable = compared.length === after.columns.length && isSameOrder(before, compared);
  const left = new Map<string, PublishedCells>();
  const come = new Map<string, { row: PublishedCells; position: number }>();
  const changed: FoundRow[] = [];
  const found = (row: PublishedCells) => {
    const recordId = keyOf(row, keyAfter);
    return { recordId, now: isCoded(after.name, recordId) ? row : null };
  };
  const compareCells = (was: PublishedCells, row: PublishedCells, position: number) => {
    const cells = changedCells(was, row, compared, after.name);
    if (cells.length > 0) changed.push({ ...found(row), position, cells });
  };
  let position = 0;
  const pairs = mergeRecords({
    before: before.records(),
    after: after.records(),
    compare: (a, b) => compareParts(keysBefore(a), keysAfter(b)),
    isComparable,
  });
  for (const pair of pairs) {
    position += 1;
    const was = pair.before === null ? null : before.parse(pair.before);
    const is = pair.after === null ? null : after.parse(pair.after);
    if (was !== null && is !== null) compareCells(was, is, position);
    else if (was !== null) left.set(keyOf(was, before.key), was);
    else if (is !== null) come.set(keyOf(is, keyAfter), { row: is, position });
  }
  for (const [key, { row, position: at }] of come) {
    const was = left.get(key);
    if (was === undefined) continue;
    compareCells(was, row, at);
    left.delete(key);
    come.delete(key);
  }
  const added = [...come.values()].map(
    ({ row, position: at }): FoundRow => ({
      ...found(row),
      position: at,
      cells: null,
    }),
  );
  return { added, changed, gone: [...left] };
}

const isSameOrder = (before: PublishedTable, compared: Pairing["compared"]) =>
  before.columns.map(({ name }) => name).join() === compared.map(({ older }) => older).join();

const partsOf = (row: PublishedCells, key: readonly string[]) => key.map((column) => row[column] ?? "");

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const order = byCodeUnit(part, b[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** The older key, if it is still unique in the newer rows; otherwise the newer key. So a new key alone does not add rows. */
function oldKeyIn({
  before,
  after,
  renamed,
}: Omit<Tables, "to"> & { readonly renamed: ReadonlyMap<string, string> }): readonly string[] {
  const nameNow = new Map([...renamed].map(([now, then]) => [then, now]));
  const key = before.key.map((column) => nameNow.get(column) ?? column);
  const isThere = key.every((name) => after.columns.some((column) => column.name === name));
  if (key.join() === after.key.join() || !isThere) return after.key;
  const rows = [...rowsOf(after)];
  return new Set(rows.map((row) => keyOf(row, key))).size === rows.length ? key : after.key;
}

const changedCells = (
  was: PublishedCells,
  row: PublishedCells,
  columns: Pairing["compared"],
  table: string,
): CellChange[] =>
  columns.flatMap(({ name, older }) => {
    const [before, after] = [was[older] ?? "", row[name] ?? ""];
    return before === after
      ? []
      : [{ column: name, before, after, isDerived: isDerivedCell(table, name, before, after) }];
  });
