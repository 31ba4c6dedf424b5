import type { Cells, ReleaseView } from "./release-view.ts";

/** One statement of one source about a record, with its claims. */
export interface Statement {
  readonly sourceId: string;
  readonly evidence: string;
  /** Whether it leads the record. */
  readonly isLead: boolean;
  /** By coded column. */
  readonly claims: ReadonlyMap<string, Cells>;
}

/** The statements about a record: the leading one first, the others by source and place. An id belongs to one table. */
export function statementsOf(table: string, row: Cells, view: ReleaseView): Statement[] {
  const found = new Map<string, { sourceId: string; evidence: string; isLead: boolean; claims: Map<string, Cells> }>();
  for (const claim of view.where("claims", "record_id", row.record_id ?? "")) {
    if (claim.table !== table) continue;
    const { source_id: sourceId = "", evidence = "", column = "" } = claim;
    const key = `${sourceId}/${evidence}`;
    const isLead = sourceId === row.lead_source_id && evidence === row.lead_evidence;
    const statement = found.get(key) ?? { sourceId, evidence, isLead, claims: new Map<string, Cells>() };
    statement.claims.set(column, claim);
    found.set(key, statement);
  }
  const keyOf = ({ isLead, sourceId, evidence }: Statement) => `${isLead ? 0 : 1} ${sourceId} ${evidence}`;
  return [...found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
