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

/** The records of one coded table, and the rows of `claims` that they rest on. */
export interface TableOfRecords {
  readonly records: readonly ResolvedRecord[];
  readonly claims: readonly Row[];
}

/** The statements of one coded table → its records, by the rules that the columns declare. */
export function resolveRecords(
  name: CodedTableName,
  statements: readonly Statement[],
  context: ResolutionContext,
): TableOfRecords {
  const columns = contentColumns(name);
  const resolved = [...groupByRecord(statements).values()].map((group) =>
    resolveRecord(columns, group.toSorted(context.compare), context),
  );
  return { records: resolved.map(({ record }) => record), claims: resolved.flatMap(({ claims }) => claims) };
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
): { record: ResolvedRecord; claims: readonly Row[] } {
  const [first] = statements;
  if (first === undefined) throw new Error("A record without statements was to be resolved.");
  const { table, recordId } = first;
  const resolutions = resolveColumns(columns, statements, context);
  const sources = sourcesOf(statements, context);
  const agreement = recordAgreement(resolutions, sources.n_independent_sources);
  const row: Row = {
    record_id: recordId,
    ...emptyCells(columns),
    ...Object.assign({}, ...resolutions.map(({ published }) => published)),
    ...sources,
    agreement,
    conflicting_columns: conflictingColumns(resolutions),
  };
  const record: ResolvedRecord = {
    table,
    recordId,
    statements,
    agreement,
    row,
    // Reckoned anew where somebody asks: held for every record, they would fill the memory.
    get columns() {
      return resolveColumns(columns, statements, context);
    },
  };
  return { record, claims: resolutions.flatMap((resolution) => claimRows(first, resolution)) };
}

/** Columns that follow another come after it; they are given back in the order of the table. */
function resolveColumns(
  columns: readonly NamedColumn[],
  statements: readonly Statement[],
  { independence, decidedFor }: ResolutionContext,
): ColumnResolution[] {
  const resolved = new Map<string, ColumnResolution>();
  const inTurn = [false, true].flatMap((isFollower) =>
    columns.filter(({ follows }) => (follows !== undefined) === isFollower),
  );
  for (const column of inTurn) {
    const resolution = resolveColumn(column, statements, {
      independence,
      decidedFor: decidedFor(statements[0]?.table ?? "", statements[0]?.recordId ?? "", column.name),
      leader: column.follows === undefined ? null : leaderOf(resolved.get(column.follows)),
    });
    if (resolution !== null) resolved.set(column.name, resolution);
  }
  return columns.flatMap(({ name }) => resolved.get(name) ?? []);
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

const claimRows = ({ table, recordId }: Statement, { column, rule, claims }: ColumnResolution): Row[] =>
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
  }));

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
