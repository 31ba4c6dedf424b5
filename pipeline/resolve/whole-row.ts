import type { Row } from "#pipeline/core/row.ts";
import { columnNames } from "#schemas/column.ts";
import { type PublishedRow, type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";

const empty = new Map<PublishedTableName, Row>();

/** A row of a table in which nothing is known. */
function emptyRow(name: PublishedTableName): Row {
  const row =
    empty.get(name) ?? Object.fromEntries(columnNames(publishedTable(name).row).map((column) => [column, null]));
  empty.set(name, row);
  return row;
}

/**
 * A row put together from parts whose columns are known at run time. What no part fills is empty; a part with a column
 * that the table does not have is our bug. What the cells hold is checked when they are published, for data with errors
 * are resolved too.
 */
export function wholeRow<N extends PublishedTableName>(name: N, parts: readonly Row[]): PublishedRow<N> {
  const row: Row = Object.assign({ ...emptyRow(name) }, ...parts);
  if (isRowOf(name, row)) return row;
  const unknown = Object.keys(row).filter((column) => !(column in emptyRow(name)));
  throw new Error(`${name} would be published with a column that its schema does not have: ${unknown.join(", ")}.`);
}

const isRowOf = <N extends PublishedTableName>(name: N, row: Row): row is PublishedRow<N> & Row =>
  Object.keys(row).length === Object.keys(emptyRow(name)).length;
