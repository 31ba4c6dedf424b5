import { byColumns } from "#pipeline/core/order.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type PublishedTable, type PublishedTableName, publishedTableNames, publishedTables } from "#schemas/tables.ts";
import { codelistRows, columnRows } from "./dictionary.ts";
import { type Field, fieldsOf } from "./field.ts";

/** A table of a release: its words, its fields, and its rows as they are published. */
export interface ReleaseTable extends PublishedTable {
  readonly name: PublishedTableName;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
}

/** The rows of every published table except those that are derived from the schemas. */
export type UnsortedTables = ReadonlyMap<PublishedTableName, readonly Row[]>;

/**
 * Every table of the registry in the registry's order, its rows sorted; `codelists` and `columns` are made here.
 * A table without rows is published with its header alone.
 */
export function sortTables(tables: UnsortedTables): ReleaseTable[] {
  const derived: UnsortedTables = new Map([
    ["codelists", codelistRows()],
    ["columns", columnRows()],
  ]);
  return publishedTableNames.map((name) => {
    const table: PublishedTable = publishedTables[name];
    const rows = derived.get(name) ?? tables.get(name) ?? [];
    return {
      ...table,
      name,
      fields: fieldsOf(name),
      rows: rows.toSorted(byColumns([...table.sort, ...table.key])),
    };
  });
}
