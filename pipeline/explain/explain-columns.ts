import { formatPlace } from "#pipeline/core/format-issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { ColumnResolution, Entry, Statement } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { ExplainedColumn } from "#pipeline/explain/explanation.ts";
import type { Found } from "#pipeline/explain/find-record.ts";
import { codedAs, codedTable } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { publishedColumns } from "#schemas/published/derived-columns.ts";
import { type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";

type Decisions = StagedTable<"decisions">;

/** The requested column, or all columns with a value. Throws a UsageError if the record has no such column. */
export function explainColumns({ entry, column }: Found, decisions: Decisions): ExplainedColumn[] {
  const { table, id } = entry;
  const row: Row = entry.row;
  const { row: schema, key } = publishedTable(table);
  const published = columnsOf(schema);
  const origins = originsOf(table);
  if (column === null) {
    const isShown = (name: string) => !isCarried(name, origins) && name !== key.at(-1);
    const own = published.filter(({ name }) => isShown(name) && (row[name] ?? null) !== null);
    return own.map((one) => explainColumn(one, origins.get(one.name), { entry, decisions }));
  }
  const asked =
    published.find(({ name }) => name === column) ?? [...origins.values()].find(({ name }) => name === column);
  if (asked !== undefined) return [explainColumn(asked, origins.get(asked.name) ?? asked, { entry, decisions })];
  const names = [...published.map(({ name }) => name), ...[...origins.values()].map(({ name }) => name)];
  const nearest = nearestOf(column, names);
  const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`${entry.columns === undefined ? table : id} has no column ${column}.${meant}`);
}

/** Whether a column only repeats another in a different form: the bounds of a date, the name of an actor. */
const isCarried = (name: string, origins: ReadonlyMap<string, Column>) => {
  const origin = origins.get(name);
  return origin !== undefined && origin.name !== name && origin.kind !== "amount";
};

/** The coded column that each published column comes from. */
function originsOf(table: PublishedTableName): Map<string, Column> {
  const coded = codedAs(table);
  return new Map(
    (coded === null ? [] : columnsOf(codedTable(coded).row)).flatMap((column) =>
      Object.keys(publishedColumns(column)).map((name): [string, Column] => [name, column]),
    ),
  );
}

function explainColumn(
  { name, title, description }: Column,
  origin: Column | undefined,
  { entry, decisions }: { entry: Entry; decisions: Decisions },
): ExplainedColumn {
  const row: Row = entry.row;
  const resolution = entry.columns?.find(({ column }) => column.name === origin?.name);
  return {
    name,
    title,
    description,
    values: name in row ? { [name]: row[name] ?? null } : (resolution?.published ?? {}),
    from: origin === undefined || origin.name === name ? null : origin.name,
    isCoded: entry.columns !== undefined && origin !== undefined,
    rule: resolution?.rule ?? null,
    agreement: resolution?.agreement ?? null,
    claims: entry.columns === undefined || resolution === undefined ? [] : claimsOf(resolution, entry.statements),
    decision: resolution?.rule === "decision" ? findDecision(entry, resolution, decisions) : null,
  };
}

const claimsOf = ({ claims, rule }: ColumnResolution, statements: readonly Statement[]) =>
  claims.map(({ row, statement, counts }) => ({
    value: row.value,
    status: row.status,
    statement: statements.indexOf(statement) + 1,
    // Under a decision, no other source counts, whether or not it retells another one.
    counts: counts || rule === "decision",
  }));

function findDecision(
  { table, id }: Entry,
  { column }: ColumnResolution,
  { path, rows }: Decisions,
): ExplainedColumn["decision"] {
  const decision = rows.find(
    ({ values }) => values.table === table && values.record_id === id && values.column === column.name,
  );
  if (decision === undefined) return null;
  const { source_id: sourceId, reason } = decision.values;
  return { sourceId, reason, at: formatPlace({ file: path, line: decision.line, column: null }) };
}
