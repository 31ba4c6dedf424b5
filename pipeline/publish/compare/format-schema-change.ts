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
