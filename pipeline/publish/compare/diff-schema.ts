import {
  keyOf,
  type PublishedCells,
  type PublishedColumn,
  type PublishedRelease,
  type PublishedTable,
  rowsOf,
} from "./published-release.ts";

/** A change to a table or to its columns. `before` and `after` are names, types or lists of columns. */
export interface SchemaChange {
  readonly change:
    | "table-added"
    | "table-removed"
    | "table-renamed"
    | "column-added"
    | "column-removed"
    | "column-renamed"
    | "column-retyped"
    | "columns-reordered"
    | "key-changed";
  readonly table: string;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const changeOf = (change: SchemaChange["change"], table: string, rest: Partial<SchemaChange> = {}): SchemaChange => ({
  change,
  table,
  column: null,
  before: null,
  after: null,
  ...rest,
});

/** Tables that were added, removed or renamed. A renamed table has the same columns and rows under another name. */
export function diffTables(
  from: PublishedRelease,
  to: PublishedRelease,
): { schema: SchemaChange[]; renamed: Map<string, string> } {
  const added = [...to.tables.values()].filter(({ name }) => !from.tables.has(name));
  const removed = new Map([...from.tables].filter(([name]) => !to.tables.has(name)));
  const renamed = new Map<string, string>();
  const schema = added.map((table) => {
    const twin = [...removed.values()].find((candidate) => hasSameContent(candidate, table));
    if (twin === undefined) return changeOf("table-added", table.name);
    removed.delete(twin.name);
    renamed.set(table.name, twin.name);
    return changeOf("table-renamed", table.name, { before: twin.name, after: table.name });
  });
  return { schema: [...schema, ...[...removed.keys()].map((name) => changeOf("table-removed", name))], renamed };
}

/** Whether two tables have the same columns and the same rows, with at least one row. */
function hasSameContent(a: PublishedTable, b: PublishedTable): boolean {
  if (JSON.stringify([a.columns, a.key]) !== JSON.stringify([b.columns, b.key])) return false;
  const others = b.records();
  let rows = 0;
  for (const record of a.records()) {
    if (others.next().value !== record) return false;
    rows += 1;
  }
  return rows > 0 && others.next().done === true;
}

/** The changes to the columns of one table, and the older name of each renamed column. */
export function diffColumns(
  before: PublishedTable,
  after: PublishedTable,
): { schema: SchemaChange[]; renamed: Map<string, string> } {
  const table = after.name;
  const older = new Map(before.columns.map((column) => [column.name, column]));
  const kept = after.columns.filter(({ name }) => older.has(name));
  const removed = new Map([...older].filter(([name]) => !after.columns.some((column) => column.name === name)));
  const renamed = new Map<string, string>();
  const schema: SchemaChange[] = [];
  for (const column of after.columns.filter(({ name }) => !older.has(name))) {
    const twin = twinOf(column, [...removed.values()], { before, after });
    if (twin === null) {
      schema.push(changeOf("column-added", table, { column: column.name, after: column.type }));
    } else {
      removed.delete(twin);
      renamed.set(column.name, twin);
      schema.push(changeOf("column-renamed", table, { column: column.name, before: twin, after: column.name }));
    }
  }
  for (const { name, type } of removed.values())
    schema.push(changeOf("column-removed", table, { column: name, before: type }));
  for (const { name, type } of kept) {
    const was = older.get(name)?.type ?? type;
    if (was !== type) schema.push(changeOf("column-retyped", table, { column: name, before: was, after: type }));
  }
  return { schema: [...schema, ...orderAndKey({ before, after, renamed })], renamed };
}

interface TablePair {
  readonly before: PublishedTable;
  readonly after: PublishedTable;
}

/**
 * The column that was renamed to this one: it has the same type and the same value in every row that both releases have,
 * and at least one value. Only its values can distinguish a renamed column from a new one.
 */
function twinOf(
  column: PublishedColumn,
  candidates: readonly PublishedColumn[],
  { before, after }: TablePair,
): string | null {
  const alike = candidates.filter(({ type }) => type === column.type);
  if (alike.length === 0) return null;
  const earlier = new Map([...rowsOf(before)].map((row) => [keyOf(row, before.key), row]));
  const shared = [...rowsOf(after)].flatMap((row): [PublishedCells, PublishedCells][] => {
    const was = earlier.get(keyOf(row, after.key));
    return was === undefined ? [] : [[was, row]];
  });
  const same = alike.filter(
    ({ name }) =>
      shared.some(([, row]) => row[column.name] !== "") && shared.every(([was, row]) => was[name] === row[column.name]),
  );
  return same[0]?.name ?? null;
}

function orderAndKey({
  before,
  after,
  renamed,
}: TablePair & { readonly renamed: ReadonlyMap<string, string> }): SchemaChange[] {
  const nameBefore = (name: string) => renamed.get(name) ?? name;
  const names = after.columns.map(({ name }) => nameBefore(name));
  const wasThere = before.columns.map(({ name }) => name).filter((name) => names.includes(name));
  const isThere = names.filter((name) => wasThere.includes(name));
  const changes: SchemaChange[] = [];
  if (wasThere.join() !== isThere.join())
    changes.push(changeOf("columns-reordered", after.name, { before: wasThere.join(", "), after: isThere.join(", ") }));
  if (before.key.join() !== after.key.map(nameBefore).join()) {
    changes.push(changeOf("key-changed", after.name, { before: before.key.join(", "), after: after.key.join(", ") }));
  }
  return changes;
}
