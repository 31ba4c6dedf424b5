import { byCodeUnit } from "#pipeline/core/order.ts";
import type { ResolvedRecord } from "#pipeline/core/record.ts";
import { joinList, type Row, splitList } from "#pipeline/core/row.ts";
import type { Coverage } from "#pipeline/resolve/evidence.ts";

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

/** For each id in the columns given, the sources whose statements name it. */
export function sourcesNaming(records: readonly ResolvedRecord[], refersTo: string): (id: string) => string | null {
  const sources = new Map<string, Set<string>>();
  for (const { columns } of records) {
    for (const { column, claims } of columns) {
      if (column.refersTo !== refersTo) continue;
      for (const { value, statement } of claims) {
        for (const id of splitList(value)) sources.set(id, (sources.get(id) ?? new Set()).add(statement.sourceId));
      }
    }
  }
  return (id) => joinList([...(sources.get(id) ?? [])].sort(byCodeUnit));
}
