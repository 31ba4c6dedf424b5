import { type Issue, isIssueOf, isWarning } from "#pipeline/core/issue.ts";
import { type Cells, splitList } from "#pipeline/core/row.ts";
import type { StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import type { CellKindName } from "#schemas/cell-kinds.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** The kinds of cells that name rows of some table. */
const NAMING: readonly CellKindName[] = ["id", "ids", "reference", "references"];

/**
 * Every id in the coded tables, as often as it occurs: of rows, and of what they refer to, such as `split_from`, and the
 * records of retired.csv and corrections.csv. Rows with errors count too, as far as they can be read.
 */
export function* idsInRaw(tables: StagedTables): Generator<string> {
  for (const name of codedTableNames) {
    const columns = columnsOf(codedTable(name).row).filter(({ kind }) => NAMING.includes(kind));
    const { rows, refused }: StagedTable = tables[name];
    for (const { values } of [...rows, ...refused]) {
      const cells: Cells = values;
      for (const column of columns) yield* splitList(cells[column.name]);
    }
  }
}

/** Whether an issue means that an id of the coded tables could not be read. */
export function hidesIds(issue: Issue, tables: StagedTables): boolean {
  const name = codedTableNames.find((known) => tables[known].path === issue.at.file);
  if (name === undefined) return false;
  if (isIssueOf("extract", issue)) return !isWarning(issue);
  const column = columnsOf(codedTable(name).row).find((known) => known.name === issue.at.column);
  return column !== undefined && NAMING.includes(column.kind) && issue.code !== "stage/missing-value";
}

/** A table of a release, as its own descriptor and file have it. */
interface ReleasedTable {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: () => Iterable<Readonly<Record<string, string>>>;
}

/** The columns with ids. Older releases may have tables and columns that no schema describes any more. */
const isNaming = (column: string) => /(^|_)ids?$|^split_from$|^replaced_by$/u.test(column);

/** Every id in the tables of a release, as often as it occurs: of its records, and of those that it retired. */
export function* idsInRelease(tables: Iterable<ReleasedTable>): Generator<string> {
  for (const { columns, rows } of tables) {
    const naming = columns.map(({ name }) => name).filter(isNaming);
    if (naming.length === 0) continue;
    for (const row of rows()) for (const column of naming) yield* splitList(row[column]);
  }
}
