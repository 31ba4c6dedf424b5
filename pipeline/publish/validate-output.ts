import type { Issue } from "#pipeline/core/issue.ts";
import { type Row, splitList } from "#pipeline/core/row.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/** Joins the cells of a key: no cell holds this character. */
const KEY_SEPARATOR = "\u001F";

const keyOf = (row: Row, columns: readonly string[]) =>
  columns.length === 1 ? String(row[columns[0] ?? ""]) : columns.map((column) => row[column]).join(KEY_SEPARATOR);

/**
 * Holds every row that is about to be published against its own schema, its table's key and the rows that it
 * points to. Whatever is found is a bug of ours: what people write was judged before.
 */
export function validateOutput(tables: readonly ReleaseTable[]): Issue[] {
  const keys = new Map<string, ReadonlySet<unknown>>();
  const issues = tables.flatMap((table) => [...rowFaults(table), ...keyFaults(table, keys)]);
  return [...issues, ...tables.flatMap((table) => [...pointerFaults(table, keys)])];
}

function* rowFaults(table: ReleaseTable): Generator<Issue> {
  for (const row of table.rows) {
    const { success, error } = table.row.safeParse(row);
    if (success) continue;
    for (const { path, code, ...fault } of error.issues) {
      const column = String(path[0] ?? ("keys" in fault ? fault.keys : code));
      yield invalid(table, row, column);
    }
  }
}

function* keyFaults(table: ReleaseTable, keys: Map<string, ReadonlySet<unknown>>): Generator<Issue> {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const key = keyOf(row, table.key);
    if (seen.has(key)) yield invalid(table, row, table.key.join("+"));
    seen.add(key);
  }
  keys.set(table.name, seen);
}

function* pointerFaults(table: ReleaseTable, keys: ReadonlyMap<string, ReadonlySet<unknown>>): Generator<Issue> {
  const pointers = table.fields.flatMap(({ name, pointsTo, kind }) =>
    pointsTo === undefined ? [] : [{ name, isSeveral: kind === "references", known: keys.get(pointsTo.table) }],
  );
  for (const row of table.rows) {
    for (const { name, isSeveral, known } of pointers) {
      const cell = row[name] ?? null;
      if (typeof cell !== "string") continue;
      const isKnown = isSeveral ? splitList(cell).every((part) => known?.has(part)) : known?.has(cell);
      if (!isKnown) yield invalid(table, row, name);
    }
  }
}

function invalid(table: ReleaseTable, row: Row, column: string): Issue {
  return {
    code: "publish/invalid-output",
    at: { file: `data/${table.name}.csv`, line: null, column },
    table: table.name,
    id: table.key.map((part) => String(row[part])).join(" "),
    value: String(row[column] ?? ""),
  };
}
