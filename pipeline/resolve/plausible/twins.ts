import type { Statement } from "#pipeline/core/resolution.ts";
import { type Cell, type Cells, publishedValue } from "#pipeline/core/row.ts";
import { codedAs, contentColumns, statementTableNames } from "#schemas/coded-tables.ts";
import { seriesAttributes, singleAttributes } from "#schemas/codelists/attributes.ts";
import type { Finding } from "./finding.ts";

/** By coded table, the columns that say what a record is about: its type, actors, place, time and label. */
const keyColumns: ReadonlyMap<string, readonly string[]> = new Map(
  statementTableNames.map((name) => [
    name,
    contentColumns(name)
      .filter(({ kind, isIdentity }) => isIdentity || kind === "reference" || kind === "label" || kind === "date")
      .map((column) => column.name),
  ]),
);

/**
 * Records with statements that are alike in type, actors, place and time: perhaps one thing under two ids, which would
 * look like two. Records that were split from each other are known to differ.
 */
export function probableTwins(statements: readonly Statement[]): Finding[] {
  const rootOf = rootsOf(statements);
  const first = new Map<string, Statement>();
  const reported = new Set<string>();
  return statements.flatMap((statement): Finding[] => {
    const { table, recordId, at } = statement;
    const key = keyOf(statement);
    if (key === null) return [];
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, statement);
      return [];
    }
    const pair = `${recordId} ${other.recordId}`;
    if (rootOf(recordId) === rootOf(other.recordId) || reported.has(pair)) return [];
    reported.add(pair);
    const check = { table, recordId, column: "record_id", value: other.recordId };
    const isSameEvidence = statement.sourceId === other.sourceId && statement.evidence === other.evidence;
    const place = { ...at, column: "record_id" };
    return [{ code: "resolve/probable-twin", at: place, check, otherLine: other.at.line, isSameEvidence }];
  });
}

/** What a statement is about; `null` if `resolve/second-record` already sees to it that there is one record only. */
function keyOf({ table, values }: Statement): string | null {
  const cells: Cells = values;
  const coded = codedAs(table);
  const attribute = String(cells.attribute);
  if (coded === null || singleAttributes.includes(attribute) || seriesAttributes.includes(attribute)) return null;
  const columns = keyColumns.get(coded)?.filter((column) => column !== "date") ?? [];
  return JSON.stringify([table, timeIn(cells), ...columns.map((column) => publishedValue(cells[column] ?? null))]);
}

/** The date or, if there is none, the words for it. */
function timeIn({ date = null, date_text: words = null }: Readonly<Record<string, Cell | undefined>>) {
  return publishedValue(date) ?? (typeof words === "string" ? words.toLowerCase() : null);
}

/** The record that a record was first split from; itself if it was not split. */
function rootsOf(statements: readonly Statement[]): (recordId: string) => string {
  const parents = new Map<string, string>();
  for (const { recordId, values } of statements)
    if (values.split_from !== null) parents.set(recordId, values.split_from);
  return (recordId) => {
    const seen = new Set<string>();
    let root = recordId;
    for (let parent = parents.get(root); parent !== undefined && !seen.has(parent); parent = parents.get(root)) {
      seen.add(parent);
      root = parent;
    }
    return root;
  };
}
