import { byCodeUnit } from "#pipeline/core/order.ts";
import { type Cells, joinList, splitList } from "#pipeline/core/row.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import { contentColumns, statementTableNames } from "#schemas/coded-tables.ts";

/** For each id of a register, the sources whose statements name it in a column that refers to that register. */
export function sourcesNaming(statements: Statements, refersTo: string): (id: string) => string | null {
  const sources = new Map<string, Set<string>>();
  for (const name of statementTableNames) {
    const columns = contentColumns(name).filter((column) => column.refersTo === refersTo);
    for (const { sourceId, values } of statements[name].all) {
      const cells: Cells = values;
      for (const id of columns.flatMap((column) => splitList(cells[column.name]))) {
        sources.set(id, (sources.get(id) ?? new Set()).add(sourceId));
      }
    }
  }
  return (id) => joinList([...(sources.get(id) ?? [])].sort(byCodeUnit));
}

/** How much of the data comes from a source. */
export interface SourceCounts {
  readonly n_statements: number;
  readonly n_records: number;
  readonly n_records_alone: number;
}

/** Counts each source's statements and records. */
export function countBySource(statements: Statements): (sourceId: string) => SourceCounts {
  const counts = new Map<string, { statements: number; records: number; alone: number }>();
  const countOf = (sourceId: string) => {
    const known = counts.get(sourceId) ?? { statements: 0, records: 0, alone: 0 };
    counts.set(sourceId, known);
    return known;
  };
  for (const group of statementTableNames.flatMap((name) => [...statements[name].byRecord.values()])) {
    const speaking = new Set(group.map(({ sourceId }) => sourceId));
    for (const { sourceId } of group) countOf(sourceId).statements += 1;
    for (const sourceId of speaking) {
      countOf(sourceId).records += 1;
      if (speaking.size === 1) countOf(sourceId).alone += 1;
    }
  }
  return (sourceId) => {
    const known = countOf(sourceId);
    return { n_statements: known.statements, n_records: known.records, n_records_alone: known.alone };
  };
}
