import type { Issue } from "#pipeline/core/issue.ts";
import type { ResolvedRecord, Statement } from "#pipeline/core/record.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

/** The decisions of decisions.csv: the source to be preferred for a record's column, or `null` where the rule decides. */
export function readDecisions(
  table: StagedTable | undefined,
): (table: string, recordId: string, column: string) => string | null {
  const sources = new Map(
    (table?.rows ?? []).map(({ values }) => [
      key(String(values.table), String(values.record_id), String(values.column)),
      String(values.source_id),
    ]),
  );
  return (...parts) => sources.get(key(...parts)) ?? null;
}

const key = (...parts: readonly string[]) => parts.join("\n");

/** A decision about nothing, or one that the rule would come to as well, has gone stale. */
export function checkDecisions(
  decisions: StagedTable | undefined,
  records: readonly ResolvedRecord[],
  withoutDecision: (statements: readonly Statement[], table: string, recordId: string) => ResolvedRecord | undefined,
): Issue[] {
  const byKey = new Map(records.map((record) => [key(record.table, record.recordId), record]));
  const tables = new Set(records.map(({ table }) => String(table)));
  return (decisions?.rows ?? []).flatMap(({ line, values }): Issue[] => {
    const [table, recordId, column, sourceId] = [values.table, values.record_id, values.column, values.source_id].map(
      String,
    );
    const stale = (why: Extract<Issue, { code: "resolve/stale-decision" }>["why"], at: string): Issue[] => [
      { code: "resolve/stale-decision", at: { file: decisions?.path ?? "", line, column: at }, why },
    ];
    const record = byKey.get(key(table ?? "", recordId ?? ""));
    if (record === undefined)
      return tables.has(table ?? "") ? stale("no-record", "record_id") : stale("no-table", "table");
    const decided = record.columns.find((resolution) => resolution.column.name === column);
    if (decided === undefined) return stale("no-column", "column");
    if (!decided.claims.some(({ statement }) => statement.sourceId === sourceId)) return stale("no-claim", "source_id");
    const ruled = withoutDecision(record.statements, record.table, record.recordId)?.columns.find(
      (resolution) => resolution.column.name === column,
    );
    return JSON.stringify(ruled?.published) === JSON.stringify(decided.published)
      ? stale("decides-nothing", "source_id")
      : [];
  });
}
