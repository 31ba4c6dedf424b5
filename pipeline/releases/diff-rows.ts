import { diffColumns, type SchemaChange } from "./diff-schema.ts";
import { keyOf, type PublishedRelease, type PublishedRow, type PublishedTable } from "./published-release.ts";

export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface RowChange {
  readonly change: "added" | "changed" | "retired" | "moved" | "removed";
  readonly table: string;
  readonly recordId: string;
  /** Only where the row changed. */
  readonly cells: readonly CellChange[];
  /** Of a row that is gone: its tombstone's reason, or the table that it moved to. */
  readonly reason: string | null;
}

interface Tables {
  readonly before: PublishedTable;
  readonly after: PublishedTable;
  readonly to: PublishedRelease;
}

/** Rows added, changed and gone, and changes to the columns, of one table. A renamed column is no change to its cells. */
export function diffRows({ before, after, to }: Tables): { schema: SchemaChange[]; rows: RowChange[] } {
  const { schema, renamed } = diffColumns(before, after);
  const compared = after.columns.flatMap(({ name }) => {
    const older = renamed.get(name) ?? name;
    return before.columns.some((column) => column.name === older) ? [{ name, older }] : [];
  });
  const rows: RowChange[] = [];
  const rowsAfter = rowsByOldKey({ before, after, renamed });
  for (const [recordId, row] of rowsAfter) {
    const was = before.rows.get(recordId);
    const cells = was === undefined ? [] : changedCells(was, row, compared);
    if (was === undefined) rows.push({ change: "added", table: after.name, recordId, cells, reason: null });
    else if (cells.length > 0) rows.push({ change: "changed", table: after.name, recordId, cells, reason: null });
  }
  for (const recordId of before.rows.keys()) {
    if (!rowsAfter.has(recordId))
      rows.push({ ...whatBecameOf(recordId, after, to), table: after.name, recordId, cells: [] });
  }
  return { schema, rows };
}

/** The newer rows by the older key, where they have its columns and it still tells them apart: a new key makes no new rows. */
function rowsByOldKey({
  before,
  after,
  renamed,
}: Omit<Tables, "to"> & { readonly renamed: ReadonlyMap<string, string> }) {
  const nameNow = new Map([...renamed].map(([now, then]) => [then, now]));
  const key = before.key.map((column) => nameNow.get(column) ?? column);
  if (key.join() === after.key.join() || !key.every((name) => after.columns.some((column) => column.name === name)))
    return after.rows;
  const rows = new Map([...after.rows.values()].map((row) => [keyOf(row, key), row]));
  return rows.size === after.rows.size ? rows : after.rows;
}

const changedCells = (
  was: PublishedRow,
  row: PublishedRow,
  columns: readonly { name: string; older: string }[],
): CellChange[] =>
  columns.flatMap(({ name, older }) => {
    const [from, to] = [was[older] ?? "", row[name] ?? ""];
    return from === to ? [] : [{ column: name, before: from, after: to }];
  });

function whatBecameOf(
  recordId: string,
  { name, key }: PublishedTable,
  to: PublishedRelease,
): Pick<RowChange, "change" | "reason"> {
  const tombstone = to.tables.get("retired")?.rows.get(`${name}/${recordId}`);
  if (tombstone !== undefined) return { change: "retired", reason: wordTombstone(tombstone) };
  const home = [...to.tables.values()].find(
    (table) => table.name !== name && table.key.join() === key.join() && key.length === 1 && table.rows.has(recordId),
  );
  if (home !== undefined) return { change: "moved", reason: `It is in ${home.name} now.` };
  return { change: "removed", reason: null };
}

const wordTombstone = ({ reason = "", replaced_by = "" }: PublishedRow) =>
  replaced_by === "" ? reason : `${reason} Replaced by ${replaced_by}.`;
