import { wordPlace } from "#pipeline/core/issue-words.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { ColumnResolution, ResolvedRecord, Statement } from "#pipeline/core/record.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { ExplainedColumn } from "#pipeline/explain/explanation.ts";
import type { Found } from "#pipeline/explain/find-record.ts";
import { columnsOf, type NamedColumn } from "#schemas/column.ts";
import { publishedColumns } from "#schemas/published/statement.ts";
import {
  type CodedTable,
  codedTable,
  codedTableNames,
  type PublishedTableName,
  publishedTables,
} from "#schemas/tables.ts";

/** The columns asked for: one, or all that are filled. */
export function explainColumns(found: Found, decisions: StagedTable | undefined): ExplainedColumn[] {
  const { table, row, record, column } = found;
  const published = columnsOf(publishedTables[table].row);
  const origins = originsOf(table);
  if (column === null) {
    const isShown = (name: string) => !isCarried(name, origins) && name !== publishedTables[table].key.at(-1);
    const own = published.filter(({ name }) => isShown(name) && (row[name] ?? null) !== null);
    return own.map((one) => explainColumn(one, origins.get(one.name), { found, decisions }));
  }
  const asked =
    published.find(({ name }) => name === column) ?? [...origins.values()].find(({ name }) => name === column);
  if (asked !== undefined) return [explainColumn(asked, origins.get(asked.name) ?? asked, { found, decisions })];
  const names = [...published.map(({ name }) => name), ...[...origins.values()].map(({ name }) => name)];
  const nearest = nearestOf(column, names);
  const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`${record === null ? table : record.recordId} has no column ${column}.${meant}`);
}

/** Whether a column only repeats another one in other words: the bounds of a date, the name of an actor. */
const isCarried = (name: string, origins: ReadonlyMap<string, NamedColumn>) => {
  const origin = origins.get(name);
  return origin !== undefined && origin.name !== name && origin.kind !== "amount";
};

/** The coded column that each published column comes from. */
function originsOf(table: PublishedTableName): Map<string, NamedColumn> {
  const coded = codedTableNames.map(codedTable).find((candidate) => isPublishedAs(candidate, table));
  return new Map(
    (coded === undefined ? [] : columnsOf(coded.row)).flatMap((column) =>
      Object.keys(publishedColumns(column)).map((name): [string, NamedColumn] => [name, column]),
    ),
  );
}

const isPublishedAs = ({ publishedAs }: CodedTable, table: string) =>
  typeof publishedAs === "object" ? Object.values(publishedAs.tables).includes(table) : publishedAs === table;

function explainColumn(
  { name, title, description }: NamedColumn,
  origin: NamedColumn | undefined,
  { found, decisions }: { found: Found; decisions: StagedTable | undefined },
): ExplainedColumn {
  const { row, record } = found;
  const resolution = record?.columns.find((one) => one.column.name === origin?.name);
  return {
    name,
    title,
    description,
    values: name in row ? { [name]: row[name] ?? null } : (resolution?.published ?? {}),
    from: origin === undefined || origin.name === name ? null : origin.name,
    isCoded: record !== null && origin !== undefined,
    rule: resolution?.rule ?? null,
    agreement: resolution?.agreement ?? null,
    claims: record === null || resolution === undefined ? [] : claimsOf(resolution, record),
    decision: resolution?.rule === "decision" ? findDecision(found, resolution, decisions) : null,
  };
}

const claimsOf = ({ claims, rule }: ColumnResolution, { statements }: ResolvedRecord) =>
  claims.map(({ value, status, statement, isHeard }) => ({
    value,
    status,
    statement: numberOf(statement, statements),
    // Under a decision, every other source is set aside, whether it retells one or not.
    isHeard: isHeard || rule === "decision",
  }));

const numberOf = (statement: Statement, statements: readonly Statement[]) => statements.indexOf(statement) + 1;

function findDecision(
  { table, recordId }: Found,
  { column }: ColumnResolution,
  decisions: StagedTable | undefined,
): ExplainedColumn["decision"] {
  const row = decisions?.rows.find(
    ({ values }) => values.table === table && values.record_id === recordId && values.column === column.name,
  );
  if (row === undefined || decisions === undefined) return null;
  const at = wordPlace({ file: decisions.path, line: row.line, column: null });
  return { sourceId: String(row.values.source_id), reason: String(row.values.reason), at };
}
