import type { Issue } from "#pipeline/core/issue.ts";
import type { ResolvedRecord } from "#pipeline/core/resolution.ts";
import { mayHaveHad, type StagedLine, type StagedTable, type StagedTables } from "#pipeline/core/staged.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { type CodedRow, codedTable, contentColumns, statementTableNames } from "#schemas/coded-tables.ts";

type Decision = CodedRow<"decisions">;

/** For a record with decisions: the preferred source, by column. */
export type DecidedFor = (table: string, recordId: string) => ReadonlyMap<string, string>;

const NOTHING_DECIDED: ReadonlyMap<string, string> = new Map();

const nothingDecided: DecidedFor = () => NOTHING_DECIDED;

/** The decisions of decisions.csv. */
export function readDecisions(decisions: StagedTable<"decisions">): DecidedFor {
  const byTable = new Map<string, Map<string, Map<string, string>>>();
  for (const { values } of firstOfEach(decisions)) {
    const byRecord = byTable.get(values.table) ?? new Map<string, Map<string, string>>();
    const byColumn = byRecord.get(values.record_id) ?? new Map<string, string>();
    byTable.set(values.table, byRecord.set(values.record_id, byColumn.set(values.column, values.source_id)));
  }
  return (table, recordId) => byTable.get(table)?.get(recordId) ?? NOTHING_DECIDED;
}

const keyOf = ({ table, record_id, column }: Decision) => [table, record_id, column].join("\n");

/** Of two decisions about one cell, the first counts. The check of keys reports the second one. */
function firstOfEach({ rows }: StagedTable<"decisions">): readonly StagedLine<Decision>[] {
  const first = new Map<string, StagedLine<Decision>>();
  for (const row of rows) if (!first.has(keyOf(row.values))) first.set(keyOf(row.values), row);
  return [...first.values()];
}

/** A decision is stale if the cell that it decides does not exist, or if the rule gives the same value without it. */
export function checkDecisions(
  tables: StagedTables,
  resolve: (table: string, recordId: string, decidedFor?: DecidedFor) => ResolvedRecord | null,
): Issue[] {
  const { decisions, sources } = tables;
  const sourceIds = new Set(sources.rows.map(({ values }) => values.source_id));
  return firstOfEach(decisions).flatMap(({ line, values }): Issue[] => {
    const { table, record_id: recordId, column, source_id: sourceId } = values;
    const at = (name: keyof Decision) => ({ file: decisions.path, line, column: name });
    const stale = (why: Extract<Issue, { code: "resolve/stale-decision" }>["why"], name: keyof Decision): Issue[] => [
      { code: "resolve/stale-decision", at: at(name), why },
    ];
    const coded = statementTableNames.find((name) => codedTable(name).publishedIn.includes(table));
    if (coded === undefined) return checkTableName(table, statementTableNames, at("table"));
    if (!contentColumns(coded).some(({ name }) => name === column)) return stale("no-column", "column");
    // The decision may be about a rejected row.
    if (mayHaveHad(tables[coded], recordId)) return [];
    const record = resolve(table, recordId);
    if (record === null) return stale("no-record", "record_id");
    const resolutionOf = (resolved: ResolvedRecord | null) =>
      resolved?.columns.find((resolution) => resolution.column.name === column);
    const decided = resolutionOf(record);
    if (!decided?.claims.some(({ statement }) => statement.sourceId === sourceId)) {
      // The check of references reports an unknown source.
      return sourceIds.has(sourceId) ? stale("no-claim", "source_id") : [];
    }
    const ruled = resolutionOf(resolve(table, recordId, nothingDecided));
    return JSON.stringify(ruled?.published) === JSON.stringify(decided.published)
      ? stale("decides-nothing", "source_id")
      : [];
  });
}
