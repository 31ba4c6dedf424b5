import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { codedAs, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";

/** The coded tables whose rows are published, so that a release can list their corrections. */
const corrected = codedTableNames.filter((name) => codedTable(name).publishedIn.length > 0);

/** Checks that each correction names a published table, and a column of it that does not follow from a coded one. Whether it explains a change shows only against the last release. */
export function checkCorrectionNames({ corrections: { path, rows } }: StagedTables): Issue[] {
  return rows.flatMap(({ line, values: { table, column } }): Issue[] => {
    const at = (name: string) => ({ file: path, line, column: name });
    const unknown = checkTableName(table, corrected, at("table"));
    if (unknown.length > 0 || column === null) return unknown;
    const coded = originsOf(table).get(column)?.name ?? column;
    if (coded !== column) return [{ code: "resolve/derived-column", at: at("column"), value: column, coded }];
    const columns = columnsIn(table);
    if (columns.includes(column)) return [];
    return [
      { code: "resolve/unknown-column", at: at("column"), value: column, table, nearest: nearestOf(column, columns) },
    ];
  });
}

/** The published and the coded columns of a published table. */
function columnsIn(table: string): string[] {
  const coded = codedAs(table);
  return [
    ...(isPublishedTable(table) ? columnNames(publishedTable(table).row) : []),
    ...(coded === null ? [] : columnNames(codedTable(coded).row)),
  ];
}
