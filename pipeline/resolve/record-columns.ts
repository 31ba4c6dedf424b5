import { claimStem } from "#pipeline/core/claim-id.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { Carrier } from "#pipeline/resolve/carry-along.ts";
import { cellOf, giverOf, type ResolvedColumn, resolveColumn } from "#pipeline/resolve/columns.ts";
import type { DecidedFor } from "#pipeline/resolve/decisions.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import type { Hearing } from "#pipeline/resolve/lead.ts";
import type { FitsWith } from "#pipeline/resolve/rules.ts";
import type { Column } from "#schemas/column.ts";

/** The content columns of a table in order, each with the function that derives its additional cells. */
export type RecordColumns = ReadonlyMap<Column, Carrier>;

interface RecordContext {
  readonly independence: Independence;
  readonly decidedFor: DecidedFor;
  /** Whether one place lies within the other. */
  readonly isNested: FitsWith;
}

const NEVER: FitsWith = () => false;

/** The columns that the statements fill, in order. */
export function resolveColumns(
  columns: RecordColumns,
  hearing: Hearing,
  { independence: { familyOf }, decidedFor, isNested }: RecordContext,
): ResolvedColumn[] {
  const { lead, statements } = hearing;
  const decided = decidedFor(lead.table, lead.recordId);
  const stems = statements.map(stemOf);
  const all = [...columns.keys()];
  const resolved = new Map<string, ResolvedColumn | null>();
  const resolve = (column: Column, counts: (statement: Statement) => boolean) => {
    const fitsWith = column.refersTo === "places.place_id" ? isNested : NEVER;
    const context = { hearing, counts, familyOf, fitsWith, stems, decidedFor: decided.get(column.name) ?? null };
    resolved.set(column.name, resolveColumn(column, context));
  };
  for (const column of all.filter((one) => one.follows === undefined && !isCitation(one)))
    resolve(column, counting(column, hearing));
  for (const column of all.filter(({ follows }) => follows !== undefined)) {
    const giver = giverOf(resolved.get(column.follows ?? "") ?? null) ?? lead;
    resolve(column, (statement) => statement === giver);
  }
  const differing = new Set([...resolved.values()].flatMap((resolution) => disagreeingWith(resolution)));
  for (const column of all.filter(isCitation))
    resolve(column, (statement) => !hearing.silentSources.has(statement.sourceId) && !differing.has(statement));
  return all.flatMap(({ name }) => resolved.get(name) ?? []);
}

/** Columns on what a source rests on: they count only if nothing that the statement says was set aside. */
const isCitation = ({ isAboutSource, rule }: Column) => isAboutSource === true && rule !== "lead";

/**
 * Which statements count in a column. A date counts only if the leading statement has one, because to date an undated
 * statement would be to join two claims.
 */
function counting(column: Column, { lead, counts }: Hearing): (statement: Statement) => boolean {
  if (column.rule === "lead") return (statement) => statement === lead;
  if (column.kind === "date" && cellOf(lead, column.name) === null) return () => false;
  return counts;
}

const disagreeingWith = (resolution: ResolvedColumn | null): Statement[] =>
  (resolution?.claims ?? []).flatMap(({ row, statement }) =>
    row.status === "outvoted" || row.status === "overruled" ? [statement] : [],
  );

/** The stem of the ids of a statement's claims. It has stable parts only, so that a claim keeps its id if its value is corrected. */
const stemOf = ({ table, recordId, sourceId, evidence }: Statement) =>
  claimStem(sha256Hex([table, recordId, sourceId, evidence].join("\n")));
