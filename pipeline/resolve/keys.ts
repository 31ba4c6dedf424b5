import type { Issue } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { Cells } from "#pipeline/core/row.ts";
import { addOwner, type IdOwners, idColumnOf, idsOf, otherOwner } from "#pipeline/core/shared-id.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { timeOf } from "#pipeline/resolve/one-thing.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import {
  type CodedRow,
  type CodedTableName,
  codedTable,
  codedTableNames,
  statementTableNames,
} from "#schemas/coded-tables.ts";
import { seriesAttributes, singleAttributes } from "#schemas/codelists/attributes.ts";

/** Checks that keys are unique, that ids are unique across all tables, and that a thing has one record. */
export const checkKeys = (tables: StagedTables, statements: Statements): Issue[] => [
  ...codedTableNames.flatMap((name) => duplicateRows(name, tables)),
  ...statementTableNames.flatMap((name) => duplicateStatements(statements[name].all)),
  ...sharedIds(tables),
  ...secondRecords(statements.profile.all),
];

function duplicateRows(name: CodedTableName, tables: StagedTables): Issue[] {
  const { key } = codedTable(name);
  const { path: file, rows } = tables[name];
  const [column] = key;
  if (column === undefined) return [];
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, values }): Issue[] => {
    const cells: Cells = values;
    const text = key.map((part) => String(cells[part] ?? "")).join(", ");
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
    const isCopy = JSON.stringify(statement.values) === JSON.stringify(first.values);
    return [
      { code: "resolve/duplicate-statement", at, recordId: statement.recordId, firstLine: first.at.line, isCopy },
    ];
  });
}

/** The id of a record, work, erratum or source is unique across all tables, so that it is enough to cite a row. */
function sharedIds(tables: StagedTables): Issue[] {
  const owners: IdOwners = new Map();
  // Sources last: one that is named like an actor or a record is what has to change.
  return [...codedTableNames.filter((name) => name !== "sources"), "sources" as const].flatMap((name) => {
    const { path: file } = tables[name];
    return idsOf(name, tables).flatMap(({ id, line }): Issue[] => {
      const table = otherOwner(id, name, owners);
      addOwner(owners, id, name);
      if (table === null) return [];
      return [{ code: "resolve/id-in-two-tables", at: { file, line, column: idColumnOf(name) }, id, table }];
    });
  });
}

/**
 * An attribute that has a single value per actor must be one record, however many sources report it. A value that
 * changes over time must be one record per time and place.
 */
function secondRecords(statements: readonly Statement[]): Issue[] {
  const first = new Map<string, string>();
  return statements.flatMap((statement): Issue[] => {
    const { values, recordId, at } = statement;
    if (!("attribute" in values)) return [];
    const key = thingOf(values, timeOf(statement));
    if (key === null) return [];
    const firstRecordId = first.get(key) ?? recordId;
    first.set(key, firstRecordId);
    if (firstRecordId === recordId) return [];
    const { actor_id: actorId, attribute } = values;
    return [{ code: "resolve/second-record", at: { ...at, column: "record_id" }, actorId, attribute, firstRecordId }];
  });
}

/** What a record of the profile is about, if there can be only one such record. */
function thingOf(values: CodedRow<"profile">, time: string): string | null {
  const { actor_id, attribute, value, unit, related_actor_id, place_id } = values;
  if (singleAttributes.includes(attribute)) return [actor_id, attribute].join("\n");
  if (!seriesAttributes.includes(attribute)) return null;
  return [actor_id, attribute, value, unit, related_actor_id, place_id, time].join("\n");
}
