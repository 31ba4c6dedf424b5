import type { Statement } from "#pipeline/core/resolution.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import {
  publishedTableOf,
  type StatedTableName,
  type StatementTableName,
  statementTableNames,
} from "#schemas/coded-tables.ts";
import { isStatedTable } from "#schemas/published-tables.ts";

/** The statements of one coded table. */
export interface TableOfStatements {
  /** In the order of the file. */
  readonly all: readonly Statement[];
  /** By record, records in code-unit order of their ids. */
  readonly byRecord: ReadonlyMap<string, readonly Statement[]>;
}

export type Statements = Readonly<Record<StatementTableName, TableOfStatements>>;

/** The rows of every statement table, each assigned to the published table that its cells determine. */
export function readStatements(tables: StagedTables): Statements {
  const statements: Partial<Record<StatementTableName, TableOfStatements>> = {};
  for (const name of statementTableNames) {
    const { path, rows } = tables[name];
    const all = rows.map(({ line, values }) => ({
      table: statedTableOf(name, values),
      recordId: values.record_id,
      sourceId: values.source_id,
      evidence: values.evidence,
      values,
      at: { file: path, line, column: null },
    }));
    statements[name] = { all, byRecord: groupByRecord(all) };
  }
  if (!isWhole(statements)) throw new Error("The statements of a table were not read.");
  return statements;
}

const isWhole = (statements: Partial<Statements>): statements is Statements =>
  statementTableNames.every((name) => statements[name] !== undefined);

function statedTableOf(name: StatementTableName, values: Statement["values"]): StatedTableName {
  const table = publishedTableOf(name, values);
  if (!isStatedTable(table)) throw new Error(`${name} is published as ${table}, which is not a table of statements.`);
  return table;
}

export const allOf = (statements: Statements): Statement[] =>
  statementTableNames.flatMap((name) => statements[name].all);

function groupByRecord(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.recordId);
    if (group === undefined) groups.set(statement.recordId, [statement]);
    else group.push(statement);
  }
  return new Map([...groups.keys()].sort().map((id) => [id, groups.get(id) ?? []]));
}
