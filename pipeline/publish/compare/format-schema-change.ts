import type { SchemaChange } from "./diff-schema.ts";

/** One phrase without a full stop, for the changelog and the reason of a version. */
export function formatSchemaChange({ change, table, column, before, after }: SchemaChange): string {
  switch (change) {
    case "table-added":
      return `new table ${table}`;
    case "table-removed":
      return `table ${table} removed`;
    case "table-renamed":
      return `table ${before} renamed to ${after}`;
    case "column-added":
      return `column ${column} added to ${table}`;
    case "column-removed":
      return `column ${column} removed from ${table}`;
    case "column-renamed":
      return `column ${before} of ${table} renamed to ${after}`;
    case "column-retyped":
      return `column ${column} of ${table} retyped from ${before} to ${after}`;
    case "columns-reordered":
      return `columns of ${table} reordered`;
    case "key-changed":
      return `key of ${table} changed from ${before} to ${after}`;
    default:
      return change satisfies never;
  }
}

/** More tables than this are counted, not named. */
const MOST_NAMED = 3;

/** The phrases for several changes; a column that many tables gain or lose is one phrase. */
export function formatSchemaChanges(changes: readonly SchemaChange[]): string[] {
  const groups = new Map<string, SchemaChange[]>();
  for (const [at, change] of changes.entries()) {
    const isShared = change.change === "column-added" || change.change === "column-removed";
    const key = isShared ? `${change.change} ${change.column}` : String(at);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const tables = [first, ...others].map(({ table }) => table);
    const table = tables.length > MOST_NAMED ? `${tables.length} tables` : tables.join(", ");
    return [formatSchemaChange({ ...first, table })];
  });
}
