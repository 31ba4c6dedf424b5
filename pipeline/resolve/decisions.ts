import type { Issue } from "#pipeline/core/issue.ts";
import type { ResolvedRecord, Statement } from "#pipeline/core/record.ts";
import { mayHaveHad, type StagedRow, type StagedTable, type StagedTables } from "#pipeline/core/staged.ts";
import { contentColumns } from "#pipeline/resolve/records.ts";
import { publishedNamesOf, statementTableNames } from "#pipeline/resolve/statements.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";

/** The decisions of decisions.csv: the source to be preferred for a record's column, or `null` where the rule decides. */
export function readDecisions(
  decisions: StagedTable | undefined,
): (table: string, recordId: string, column: string) => string | null {
  const sources = new Map(firstOfEach(decisions).map(({ values }) => [keyOf(values), String(values.source_id)]));
  return (...parts) => sources.get(key(...parts)) ?? null;
}

const key = (...parts: readonly string[]) => parts.join("\n");
const keyOf = ({ table, record_id, column }: StagedRow["values"]) => key(...[table, record_id, column].map(String));

/** Of two decisions about one cell the first counts; that there is a second one, the check of keys tells. */
function firstOfEach(decisions: StagedTable | undefined): readonly StagedRow[] {
  const rows = new Map<string, StagedRow>();
  for (const row of decisions?.rows ?? []) if (!rows.has(keyOf(row.values))) rows.set(keyOf(row.values), row);
  return [...rows.values()];
}

/** A decision about nothing, or one that the rule would come to as well, has gone stale. */
export function checkDecisions(
  tables: StagedTables,
  records: readonly ResolvedRecord[],
  withoutDecision: (statements: readonly Statement[]) => ResolvedRecord | undefined,
): Issue[] {
  const decisions = tables.get("decisions");
  const sources = new Set(tables.get("sources")?.rows.map(({ values }) => String(values.source_id)));
  const byKey = new Map(records.map((record) => [key(record.table, record.recordId), record]));
  return firstOfEach(decisions).flatMap(({ line, values }): Issue[] => {
    const [table, recordId, column, sourceId] = [values.table, values.record_id, values.column, values.source_id].map(
      String,
    );
    const at = (name: string) => ({ file: decisions?.path ?? "", line, column: name });
    const stale = (why: Extract<Issue, { code: "resolve/stale-decision" }>["why"], name: string): Issue[] => [
      { code: "resolve/stale-decision", at: at(name), why },
    ];
    const coded = statementTableNames.find((name) => publishedNamesOf(name).includes(table ?? ""));
    if (coded === undefined) return checkTableName(table ?? "", statementTableNames, at("table"));
    if (!contentColumns(coded).some(({ name }) => name === column)) return stale("no-column", "column");
    // What was refused may hold what the decision is about.
    if (mayHaveHad(tables.get(coded), recordId ?? "")) return [];
    const record = byKey.get(key(table ?? "", recordId ?? ""));
    if (record === undefined) return stale("no-record", "record_id");
    const resolutionOf = (resolved: ResolvedRecord | undefined) =>
      resolved?.columns.find((resolution) => resolution.column.name === column);
    const decided = resolutionOf(record);
    if (!decided?.claims.some(({ statement }) => statement.sourceId === sourceId)) {
      // A source that is not there at all is told by the check of references.
      return sources.has(sourceId ?? "") ? stale("no-claim", "source_id") : [];
    }
    const ruled = resolutionOf(withoutDecision(record.statements));
    return JSON.stringify(ruled?.published) === JSON.stringify(decided.published)
      ? stale("decides-nothing", "source_id")
      : [];
  });
}
