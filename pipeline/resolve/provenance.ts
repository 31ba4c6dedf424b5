import { byCodeUnit } from "#pipeline/core/order.ts";
import type { ResolvedRecord } from "#pipeline/core/record.ts";
import { joinList, type Row, splitList } from "#pipeline/core/row.ts";
import type { Coverage } from "#pipeline/resolve/evidence.ts";
import { contentColumns, type TableOfRecords } from "#pipeline/resolve/records.ts";
import type { CodedTableName } from "#schemas/tables.ts";

/** What the data rest on each source for: counts of sentences, statements and records. */
export function provenanceCounts(
  sourceId: string,
  records: readonly ResolvedRecord[],
  coverage: Coverage | undefined,
): Row {
  const speaking = records.filter(({ statements }) => statements.some((statement) => statement.sourceId === sourceId));
  return {
    n_sentences: coverage?.sentences ?? 0,
    n_sentences_cited: coverage?.cited ?? 0,
    n_sentences_passed_over: coverage?.passedOver ?? 0,
    n_sentences_unread: coverage?.unread.length ?? 0,
    n_statements: speaking
      .flatMap(({ statements }) => statements)
      .filter((statement) => statement.sourceId === sourceId).length,
    n_records: speaking.length,
    n_records_alone: speaking.filter(({ row }) => row.n_sources === 1).length,
  };
}

/** For each id that statements name in a column that refers to it, the sources of these statements. */
export function sourcesNaming(
  tables: ReadonlyMap<CodedTableName, TableOfRecords>,
  refersTo: string,
): (id: string) => string | null {
  const sources = new Map<string, Set<string>>();
  for (const [name, { records }] of tables) {
    const columns = contentColumns(name).filter((column) => column.refersTo === refersTo);
    for (const { sourceId, values } of records.flatMap(({ statements }) => statements)) {
      for (const id of columns.flatMap((column) => splitList(values[column.name]))) {
        sources.set(id, (sources.get(id) ?? new Set()).add(sourceId));
      }
    }
  }
  return (id) => joinList([...(sources.get(id) ?? [])].sort(byCodeUnit));
}
