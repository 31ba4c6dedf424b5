import { byColumns } from "#pipeline/core/order.ts";
import { codedTable } from "#schemas/coded-tables.ts";
import type { CodedFile, FileRow } from "./coded-file.ts";
import type { AddedRow } from "./merge-sheet.ts";

interface PlacedRows {
  readonly added: readonly AddedRow[];
  /** Whether the rows of the file are in the order of their key. If not, the new ones follow the last of them. */
  readonly isSorted: boolean;
}

/**
 * Where new rows belong in a file whose rows are in the order of their key, which is that of a release. A file that
 * somebody sorted otherwise keeps its order, and the new rows follow its last one. No row of the file moves.
 */
export function placeRows(file: CodedFile, rows: readonly (readonly string[])[]): PlacedRows {
  const byKey = orderOf(file);
  const sorted = rows.toSorted(byKey);
  const isSorted = file.rows.every(({ values }, at) => at === 0 || byKey(file.rows[at - 1]?.values ?? [], values) <= 0);
  if (!isSorted) return { added: sorted.map((values) => ({ after: "last", values })), isSorted };
  let next = 0;
  const added = sorted.map((values): AddedRow => {
    while (next < file.rows.length && byKey(file.rows[next]?.values ?? [], values) <= 0) next += 1;
    return { after: anchor(file.rows, next), values };
  });
  return { added, isSorted };
}

/** What a row follows that has so many rows of the file before it. */
const anchor = (rows: readonly FileRow[], before: number): AddedRow["after"] =>
  before === rows.length ? "last" : (rows[before - 1] ?? "header");

/** Compares two rows of a file by the key of their table. */
function orderOf({ table, columns }: CodedFile) {
  const byKey = byColumns(codedTable(table).key);
  const named = (values: readonly string[]) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, values[at] ?? ""]));
  return (a: readonly string[], b: readonly string[]) => byKey(named(a), named(b));
}
