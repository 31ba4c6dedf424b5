import type { Place } from "#pipeline/core/issue.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { type CodedTableName, codedTable, codedTableNames, publishedTableOf } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

/** A coded row of a published table, as checked.csv names it. */
interface NamedRow {
  readonly name: CodedTableName;
  /** The published table. */
  readonly table: string;
  readonly recordId: string;
  readonly values: Cells;
  readonly at: Place;
}

/** Every row that goes into a published table, with its table and id. */
export function* publishedRows(tables: StagedTables): Generator<NamedRow> {
  for (const name of codedTableNames) {
    const { publishedIn, key, row, holds } = codedTable(name);
    if (publishedIn.length === 0) continue;
    // Tombstones and sides of disagreements have longer keys.
    const idColumn = holds === "entries" && columnNames(row).includes("record_id") ? "record_id" : key[0];
    const { path, rows } = tables[name];
    for (const { line, values } of rows) {
      const cells: Cells = values;
      const recordId = String(cells[idColumn ?? "record_id"]);
      const at = { file: path, line, column: null };
      yield { name, table: publishedTableOf(name, values), recordId, values, at };
    }
  }
}
