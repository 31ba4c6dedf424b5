import { type Cells, publishedValue, splitList } from "#pipeline/core/row.ts";
import type { StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** The rows of a coded table in file order, those with errors included: of these, the cells that can be read. */
export function cellsOf(name: CodedTableName, tables: StagedTables): Cells[] {
  const { rows, refused }: StagedTable = tables[name];
  return [...rows, ...refused].sort((a, b) => a.line - b.line).map(({ values }) => values);
}

/** A cell as it is written; empty if it is not known or cannot be read. */
export const textOfCell = (cells: Cells, column: string) => String(publishedValue(cells[column] ?? null) ?? "");

/** The items of a cell with a list, or its one value. */
export const itemsOfCell = (cells: Cells, column: string) => splitList(textOfCell(cells, column));

/** The cells of a row that people read: not its hashes and locators. */
export const textsOfRow = (name: CodedTableName, cells: Cells): string[] =>
  columnsOf(codedTable(name).row)
    .filter(({ kind }) => kind !== "sha256" && kind !== "evidence")
    .map((column) => textOfCell(cells, column.name))
    .filter((text) => text !== "");
