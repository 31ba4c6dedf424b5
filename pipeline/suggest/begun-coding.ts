import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";

/** Whether the first coding of a document has begun: a row of any table cites it. Rows with errors count. */
export const hasBegunCoding = (sourceId: string, tables: StagedTables): boolean =>
  codedTableNames.some((name) => {
    const { rows, refused }: StagedTable = tables[name];
    return [...rows, ...refused].some(({ values }) => {
      const cells: Cells = values;
      return cells.source_id === sourceId && typeof cells.evidence === "string";
    });
  });
