import type { Issue } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { PartialDate } from "#pipeline/core/partial-date.ts";
import type { ColumnResolution, ResolvedRecord, Statement } from "#pipeline/core/record.ts";
import { joinList, type Row, type Value } from "#pipeline/core/row.ts";
import { conflictingColumns, leaderOf, recordAgreement, resolveColumn } from "#pipeline/resolve/columns.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { columnsOf, type NamedColumn } from "#schemas/column.ts";
import { type CodedTableName, codedTable } from "#schemas/tables.ts";

export interface ResolutionContext {
  readonly independence: Independence;
  readonly compare: (a: Statement, b: Statement) => number;
  /** The source that a decision prefers for a record's column, or `null`. */
  readonly decidedFor: (table: string, recordId: string, column: string) => string | null;
  readonly publishedOn: (sourceId: string) => PartialDate | null;
}

/** The statements of one coded table → its records, by the rules that the columns declare. */
export function resolveRecords(
  name: CodedTableName,
  statements: readonly Statement[],
  context: ResolutionContext,
): ResolvedRecord[] {
  const columns = contentColumns(name);
  return [...groupByRecord(statements).values()].map((group) =>
    resolveRecord(columns, [...group].sort(context.compare), context),
  );
}

/** The coded columns that hold what a source says. */
export const contentColumns = (name: CodedTableName): NamedColumn[] => {
  const head = ["record_id", "source_id", "evidence", ...(splitColumn(name) ?? [])];
  return columnsOf(codedTable(name).row).filter((column) => !head.includes(column.name));
};

/** The column that decides the published table, where one does: it is told by the table and is no column of it. */
function splitColumn(name: CodedTableName): string[] | null {
  const { publishedAs } = codedTable(name);
  return typeof publishedAs === "object" ? [publishedAs.column] : null;
}

function groupByRecord(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.recordId);
    if (group === undefined) groups.set(statement.recordId, [statement]);
    else group.push(statement);
  }
  return groups;
}

function resolveRecord(
  columns: readonly NamedColumn[],
  statements: readonly Statement[],
  context: ResolutionContext,
): ResolvedRecord {
  const [first] = statements;
  if (first === undefined) throw new Error("A record without statements was to be resolved.");
  const { table, recordId } = first;
  const resolved = new Map<string, ColumnResolution>();
  const inOrder = [
    ...columns.filter(({ follows }) => follows === undefined),
    ...columns.filter(({ follows }) => follows !== undefined),
  ];
  for (const column of inOrder) {
    const leader = column.follows === undefined ? null : leaderOf(resolved.get(column.follows));
    const resolution = resolveColumn(column, statements, {
      independence: context.independence,
      decidedFor: context.decidedFor(table, recordId, column.name),
      leader,
    });
    if (resolution !== null) resolved.set(column.name, resolution);
  }
  const resolutions = columns.flatMap(({ name }) => resolved.get(name) ?? []);
  const sources = sourcesOf(statements, context);
  const agreement = recordAgreement(resolutions, sources.n_independent_sources);
  return {
    table,
    recordId,
    statements,
    columns: resolutions,
    agreement,
    row: {
      record_id: recordId,
      ...emptyCells(columns),
      ...Object.assign({}, ...resolutions.map(({ published }) => published)),
      ...sources,
      agreement,
      conflicting_columns: conflictingColumns(resolutions),
    },
  };
}

/** Every content column is there, filled or not. */
const emptyCells = (columns: readonly NamedColumn[]): Record<string, Value> =>
  Object.fromEntries(
    columns.flatMap(({ name, kind }) => (kind === "amount" ? amountNames(name) : [name])).map((name) => [name, null]),
  );

const amountNames = (name: string) => [`${name}_low`, `${name}_best`, `${name}_high`];

function sourcesOf(statements: readonly Statement[], { independence, publishedOn }: ResolutionContext) {
  const ids = [...new Set(statements.map(({ sourceId }) => sourceId))].sort(byCodeUnit);
  return {
    as_of: latestOf(ids.map(publishedOn)),
    n_sources: ids.length,
    n_independent_sources: new Set(ids.map(independence.familyOf)).size,
    source_ids: joinList(ids),
    evidence: joinList(evidenceOf(statements)),
  };
}

const latestOf = (dates: readonly (PartialDate | null)[]): string | null =>
  dates.reduce((latest, date) => (isLater(date, latest) ? date : latest), null)?.edtf ?? null;
const isLater = (date: PartialDate | null, other: PartialDate | null) =>
  (date?.earliest ?? "") > (other?.earliest ?? "");

const evidenceOf = (statements: readonly Statement[]) =>
  [
    ...new Set(
      statements.flatMap(({ sourceId, evidence }) => evidence.split("; ").map((part) => `${sourceId}:${part}`)),
    ),
  ].sort(byCodeUnit);

/** The rows of `claims`. */
export const claimRows = (records: readonly ResolvedRecord[]): Row[] =>
  records.flatMap(({ table, recordId, columns }) =>
    columns.flatMap(({ column, rule, claims }) =>
      claims.map(({ claimId, statement, value, status }) => ({
        claim_id: claimId,
        table,
        record_id: recordId,
        column: column.name,
        value,
        source_id: statement.sourceId,
        evidence: statement.evidence,
        certainty: statement.values.certainty ?? null,
        attributed_to: statement.values.attributed_to ?? null,
        status,
        rule,
      })),
    ),
  );

/** What makes a record one thing must be the same in all of its statements. */
export function checkIdentity(name: CodedTableName, statements: readonly Statement[]): Issue[] {
  const identity = columnsOf(codedTable(name).row).filter(({ isIdentity }) => isIdentity === true);
  return [...groupByRecord(statements).values()].flatMap(([first, ...others]) =>
    others.flatMap((other) =>
      identity.flatMap(({ name: column }): Issue[] => {
        if (first === undefined || other.values[column] === first.values[column]) return [];
        return [
          {
            code: "resolve/identity-mismatch",
            at: { ...other.at, column },
            recordId: other.recordId,
            value: String(other.values[column] ?? ""),
            first: String(first.values[column] ?? ""),
            firstLine: first.at.line,
          },
        ];
      }),
    ),
  );
}
