import type { Statement } from "#pipeline/core/record.ts";
import type { StagedRow, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import {
  type CodedTableName,
  codedTable,
  codedTableNames,
  type PublishedTableName,
  publishedTables,
} from "#schemas/tables.ts";

/** Whether a coded table holds statements: rows of one source about one record. */
const isStatementTable = (name: CodedTableName) =>
  "record_id" in codedTable(name).row.shape && "evidence" in codedTable(name).row.shape;

export const statementTableNames = codedTableNames.filter(isStatementTable);

/** The rows of every statement table, each bound for the published table that its row decides. */
export function readStatements(tables: StagedTables): Map<CodedTableName, Statement[]> {
  return new Map(
    statementTableNames.flatMap((name) => {
      const table = tables.get(name);
      return table === undefined ? [] : [[name, table.rows.map((row) => readStatement(name, table, row))] as const];
    }),
  );
}

function readStatement(name: CodedTableName, { path }: StagedTable, { line, values }: StagedRow): Statement {
  return {
    table: publishedTableOf(name, values),
    recordId: String(values.record_id),
    sourceId: String(values.source_id),
    evidence: String(values.evidence),
    values,
    at: { file: path, line, column: null },
  };
}

/** The published table of a coded row: the registry's own, or the one that the deciding column's code stands for. */
export function publishedTableOf(name: CodedTableName, values: StagedRow["values"]): PublishedTableName {
  const { publishedAs } = codedTable(name);
  const target = typeof publishedAs === "object" ? publishedAs.tables[String(values[publishedAs.column])] : publishedAs;
  const isPublished = (table: string | undefined): table is PublishedTableName =>
    table !== undefined && table in publishedTables;
  if (!isPublished(target)) throw new Error(`No published table is declared for the coded table ${name}.`);
  return target;
}

/** The published tables into which the rows of a coded table may go; none for a table that is not published. */
export function publishedNamesOf(name: CodedTableName): readonly string[] {
  const { publishedAs } = codedTable(name);
  if (publishedAs === undefined) return [];
  return typeof publishedAs === "string" ? [publishedAs] : Object.values(publishedAs.tables);
}
