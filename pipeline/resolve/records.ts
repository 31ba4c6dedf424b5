import { sha256Hex } from "#pipeline/core/hash.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { ResolvedRecord, Statement } from "#pipeline/core/resolution.ts";
import { joinList, type Row } from "#pipeline/core/row.ts";
import { type Carrier, carrierOf, type Registers } from "#pipeline/resolve/carry-along.ts";
import {
  conflictingColumns,
  leaderOf,
  type ResolvedColumn,
  recordAgreement,
  resolveColumn,
} from "#pipeline/resolve/columns.ts";
import type { DecidedFor } from "#pipeline/resolve/decisions.ts";
import type { EvidenceReader } from "#pipeline/resolve/evidence.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import type { Column } from "#schemas/column.ts";

export interface ResolutionContext {
  readonly independence: Independence;
  readonly compare: (a: Statement, b: Statement) => number;
  readonly decidedFor: DecidedFor;
  readonly publishedOn: (sourceId: string) => PartialDate | null;
  readonly registers: Registers;
  readonly evidence: EvidenceReader;
}

/** The content columns of a table in order, each with the function that derives its additional cells. */
export type RecordColumns = ReadonlyMap<Column, Carrier>;

export const recordColumns = (columns: readonly Column[]): RecordColumns =>
  new Map(columns.map((column) => [column, carrierOf(column)]));

/**
 * The statements about one record → the record, by the rules that the columns declare. `derived` returns the cells that
 * depend on the other records of the table.
 */
export function resolveRecord(
  columns: RecordColumns,
  unordered: readonly Statement[],
  context: ResolutionContext,
  derived: Row = {},
): ResolvedRecord {
  const statements = unordered.length === 1 ? unordered : unordered.toSorted(context.compare);
  const [first] = statements;
  if (first === undefined) throw new Error("A record without statements cannot be resolved.");
  const { table, recordId: id } = first;
  const resolutions = resolveColumns(columns, statements, context);
  const sources = sourcesOf(statements, context);
  const parts: Row[] = [{ record_id: id }];
  for (const { column, published, value } of resolutions)
    parts.push(published, columns.get(column)?.(value, context.registers) ?? {});
  const agreement = recordAgreement(resolutions, sources.n_independent_sources);
  parts.push(derived, sources, { agreement, conflicting_columns: conflictingColumns(resolutions) });
  const row = wholeRow(table, parts);
  return { table, id, row, evidence: context.evidence.rowsOf(table, id, statements), statements, columns: resolutions };
}

/** The columns that the statements fill, in order. */
function resolveColumns(
  columns: RecordColumns,
  statements: readonly Statement[],
  { independence, decidedFor }: ResolutionContext,
): ResolvedColumn[] {
  const { table = "", recordId = "" } = statements[0] ?? {};
  const decided = decidedFor(table, recordId);
  const hasRetelling = statements.length > 1 && independence.hasRetelling(statements.map(({ sourceId }) => sourceId));
  const stems = statements.map(claimStem);
  const all = [...columns.keys()];
  const resolved = new Map<string, ResolvedColumn | null>();
  const resolve = (column: Column): ResolvedColumn | null => {
    const known = resolved.get(column.name);
    if (known !== undefined) return known;
    // The column that this one follows may come after it.
    const leading = column.follows === undefined ? undefined : all.find(({ name }) => name === column.follows);
    const resolution = resolveColumn(column, statements, {
      independence,
      hasRetelling,
      decidedFor: decided.get(column.name) ?? null,
      leader: leading === undefined ? null : leaderOf(resolve(leading)),
      stems,
    });
    resolved.set(column.name, resolution);
    return resolution;
  };
  return all.flatMap((column) => resolve(column) ?? []);
}

/** The stem of the ids of a statement's claims. It has stable parts only, so that a claim keeps its id if its value is corrected. */
const claimStem = ({ table, recordId, sourceId, evidence }: Statement) =>
  `clm-${sha256Hex([table, recordId, sourceId, evidence].join("\n")).slice(0, 12)}`;

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
