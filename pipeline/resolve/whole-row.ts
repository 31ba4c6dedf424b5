import type { Row } from "#pipeline/core/row.ts";
import { columnNames } from "#schemas/column.ts";
import { type PublishedRow, type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";

const empty = new Map<PublishedTableName, Row>();

/** A row of a table with all cells empty. */
function emptyRow(name: PublishedTableName): Row {
  const row =
    empty.get(name) ?? Object.fromEntries(columnNames(publishedTable(name).row).map((column) => [column, null]));
  empty.set(name, row);
  return row;
}

/**
 * Combines parts, whose columns are known only at run time, into a row. Columns that no part fills are empty. Throws if
 * the table does not have a part's column. Values are checked only at publication, because data with errors are
 * resolved too.
 */
export function wholeRow<N extends PublishedTableName>(name: N, parts: readonly Row[]): PublishedRow<N> {
  const row: Row = Object.assign({ ...emptyRow(name) }, ...parts);
  if (isRowOf(name, row)) return row;
  const unknown = Object.keys(row).filter((column) => !(column in emptyRow(name)));
  throw new Error(`${name} would be published with a column that its schema does not have: ${unknown.join(", ")}.`);
}

const isRowOf = <N extends PublishedTableName>(name: N, row: Row): row is PublishedRow<N> & Row =>
  Object.keys(row).length === Object.keys(emptyRow(name)).length;
