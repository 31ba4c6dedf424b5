import type { Issue } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/record.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { singleAttributes } from "#schemas/codelists/attributes.ts";
import { type CodedTableName, codedTable } from "#schemas/tables.ts";

/** Every key names one row, and every id one thing across all tables. */
export function checkKeys(
  tables: StagedTables,
  statements: ReadonlyMap<CodedTableName, readonly Statement[]>,
): Issue[] {
  return [
    ...[...tables].flatMap(([name, table]) => duplicateRows(name, table.path, table.rows)),
    ...[...statements.values()].flatMap(duplicateStatements),
    ...sharedIds(tables),
    ...secondRecords(statements.get("profile") ?? []),
  ];
}

function duplicateRows(name: CodedTableName, file: string, rows: readonly { line: number; values: Row }[]): Issue[] {
  const { key } = codedTable(name);
  const [column] = key;
  if (column === undefined) return [];
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, values }): Issue[] => {
    const text = key.map((part) => String(values[part] ?? "")).join(", ");
    const firstLine = seen.get(text);
    if (firstLine === undefined) seen.set(text, line);
    return firstLine === undefined
      ? []
      : [{ code: "resolve/duplicate-row", at: { file, line, column }, key: text, firstLine }];
  });
}

function duplicateStatements(statements: readonly Statement[]): Issue[] {
  const seen = new Map<string, Statement>();
  return statements.flatMap((statement): Issue[] => {
    const text = [statement.recordId, statement.sourceId, statement.evidence].join("\n");
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, statement);
      return [];
    }
    const at = { ...statement.at, column: "evidence" };
    return [{ code: "resolve/duplicate-statement", at, recordId: statement.recordId, firstLine: first.at.line }];
  });
}

const ID_COLUMNS = ["record_id", "work_id", "erratum_id"];

/** The id of a record, work or erratum is unique over all tables, so that a row can be cited by it alone. */
function sharedIds(tables: StagedTables): Issue[] {
  const owners = new Map<string, CodedTableName>();
  return [...tables].flatMap(([name, { path, rows }]) => {
    const [column = ""] = Object.keys(codedTable(name).row.shape);
    if (!ID_COLUMNS.includes(column) || name === "retired") return [];
    return rows.flatMap(({ line, values }): Issue[] => {
      const id = String(values[column]);
      const owner = owners.get(id) ?? name;
      owners.set(id, owner);
      return owner === name
        ? []
        : [{ code: "resolve/id-in-two-tables", at: { file: path, line, column }, id, table: owner }];
    });
  });
}

/** An attribute of which an actor has one value is one record, however many sources speak of it. */
function secondRecords(profile: readonly Statement[]): Issue[] {
  const first = new Map<string, string>();
  return profile.flatMap((statement): Issue[] => {
    const { actor_id: actor, attribute } = statement.values;
    if (!singleAttributes.includes(String(attribute))) return [];
    const key = `${actor}\n${attribute}`;
    const firstRecordId = first.get(key) ?? statement.recordId;
    first.set(key, firstRecordId);
    if (firstRecordId === statement.recordId) return [];
    const at = { ...statement.at, column: "record_id" };
    return [{ code: "resolve/second-record", at, actorId: String(actor), attribute: String(attribute), firstRecordId }];
  });
}
