import { byCodeUnit } from "#pipeline/core/order.ts";
import type { ResolvedRecord, Statement } from "#pipeline/core/resolution.ts";
import { joinList, type Row } from "#pipeline/core/row.ts";
import { carrierOf, type Registers } from "#pipeline/resolve/carry-along.ts";
import { columnsFromOthers, conflictingColumns, recordAgreement } from "#pipeline/resolve/columns.ts";
import type { DecidedFor } from "#pipeline/resolve/decisions.ts";
import type { EvidenceReader } from "#pipeline/resolve/evidence.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { type Hearing, hear } from "#pipeline/resolve/lead.ts";
import type { NamedDisagreements } from "#pipeline/resolve/named-disagreements.ts";
import { type RecordColumns, resolveColumns } from "#pipeline/resolve/record-columns.ts";
import type { FitsWith } from "#pipeline/resolve/rules.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import type { Column } from "#schemas/column.ts";

export interface ResolutionContext {
  readonly independence: Independence;
  readonly compare: (a: Statement, b: Statement) => number;
  readonly decidedFor: DecidedFor;
  readonly disagreements: NamedDisagreements;
  readonly publishedOn: (sourceId: string) => PartialDate | null;
  readonly registers: Registers;
  readonly isNested: FitsWith;
  readonly evidence: EvidenceReader;
}

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
  const sorted = unordered.length === 1 ? unordered : unordered.toSorted(context.compare);
  const hearing = hear(sorted, context.independence);
  const { lead, statements } = hearing;
  const { table, recordId: id } = lead;
  const resolutions = resolveColumns(columns, hearing, context);
  const parts: Row[] = [{ record_id: id }];
  for (const { column, published, value } of resolutions)
    parts.push(published, columns.get(column)?.(value, context.registers) ?? {});
  const isDated = resolutions.some(({ column, value }) => column.kind === "date" && value !== null);
  const sources = sourcesOf(hearing, isDated, context);
  const conflicting = conflictingColumns(resolutions);
  const row = wholeRow(table, [
    ...parts,
    derived,
    sources,
    {
      lead_source_id: lead.sourceId,
      lead_evidence: lead.evidence,
      columns_from_others: columnsFromOthers(resolutions),
      agreement: recordAgreement(resolutions, sources.n_independent_sources),
      conflicting_columns: joinList(conflicting),
      disagreement_ids: joinList(context.disagreements.idsOf({ table, id, conflicting })),
      split_from: statements.find(({ values }) => values.split_from !== null)?.values.split_from ?? null,
    },
  ]);
  const evidence = context.evidence.rowsOf(table, id, statements);
  return { table, id, row, evidence, statements, silentSources: hearing.silentSources, columns: resolutions };
}

function sourcesOf({ statements, lead, silentSources }: Hearing, isDated: boolean, context: ResolutionContext) {
  const { independence, publishedOn, disagreements } = context;
  const ids = [...new Set(statements.map(({ sourceId }) => sourceId))].sort(byCodeUnit);
  const heard = ids.filter((id) => !silentSources.has(id));
  // What a retelling says without a date holds no later than what it retells, even if it is another record.
  const retoldBy = (id: string) =>
    disagreements
      .retoldBy(lead.table, lead.recordId, id)
      .filter((other) => !isDated && independence.isDerivedFrom(id, other));
  const latest = latestOf(heard.map((id) => latestOf(retoldBy(id).map(publishedOn)) ?? publishedOn(id)));
  return {
    as_of: latest?.edtf ?? null,
    as_of_earliest: latest?.earliest ?? null,
    as_of_latest: latest?.latest ?? null,
    n_sources: ids.length,
    n_independent_sources: new Set(ids.map(independence.familyOf)).size,
    source_ids: joinList(ids),
    evidence: joinList(evidenceOf(statements)),
  };
}

/** The date that begins last; of two that begin on the same day, the one that ends last. */
const latestOf = (dates: readonly (PartialDate | null)[]): PartialDate | null =>
  dates.reduce((latest, date) => (isLater(date, latest) ? date : latest), null);

function isLater(date: PartialDate | null, other: PartialDate | null): boolean {
  if (date === null || other === null) return date !== null;
  const order = byCodeUnit(date.earliest ?? "", other.earliest ?? "");
  return order === 0 ? (date.latest ?? OPEN) > (other.latest ?? OPEN) : order > 0;
}

/** After every day. */
const OPEN = "\uffff";

const evidenceOf = (statements: readonly Statement[]) =>
  [
    ...new Set(
      statements.flatMap(({ sourceId, evidence }) => evidence.split("; ").map((part) => `${sourceId}:${part}`)),
    ),
  ].sort(byCodeUnit);
