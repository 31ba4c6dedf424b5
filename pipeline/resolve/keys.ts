import type { Issue } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { Statements, TableOfStatements } from "#pipeline/resolve/statements.ts";
import {
  type CodedTableName,
  codedTable,
  codedTableNames,
  type StatementTableName,
  statementTableNames,
} from "#schemas/coded-tables.ts";
import { singleAttributes } from "#schemas/codelists/attributes.ts";
import { columnsOf } from "#schemas/column.ts";

/** Checks that keys are unique, that ids are unique across all tables, and that a record's statements share its identity. */
export const checkKeys = (tables: StagedTables, statements: Statements): Issue[] => [
  ...codedTableNames.flatMap((name) => duplicateRows(name, tables)),
  ...statementTableNames.flatMap((name) => duplicateStatements(statements[name].all)),
  ...sharedIds(tables),
  ...secondRecords(tables.profile),
  ...statementTableNames.flatMap((name) => differentThings(name, statements[name])),
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
    return [{ code: "resolve/duplicate-statement", at, recordId: statement.recordId, firstLine: first.at.line }];
  });
}

/** The id of a record, work or erratum is unique across all tables, so that it is enough to cite a row. */
function sharedIds(tables: StagedTables): Issue[] {
  const owners = new Map<string, CodedTableName>();
  return codedTableNames.flatMap((name) => {
    const { row, idPrefix } = codedTable(name);
    const [column] = columnsOf(row);
    if (idPrefix === null || column === undefined) return [];
    const { path, rows } = tables[name];
    return rows.flatMap(({ line, values }): Issue[] => {
      const cells: Cells = values;
      const id = String(cells[column.name]);
      const owner = owners.get(id) ?? name;
      owners.set(id, owner);
      return owner === name
        ? []
        : [{ code: "resolve/id-in-two-tables", at: { file: path, line, column: column.name }, id, table: owner }];
    });
  });
}

/** An attribute that has a single value per actor must be one record, however many sources report it. */
function secondRecords({ path, rows }: StagedTables["profile"]): Issue[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ line, values: { record_id, actor_id: actorId, attribute } }): Issue[] => {
    if (!singleAttributes.includes(attribute)) return [];
    const key = `${actorId}\n${attribute}`;
    const firstRecordId = first.get(key) ?? record_id;
    first.set(key, firstRecordId);
    if (firstRecordId === record_id) return [];
    const at = { file: path, line, column: "record_id" };
    return [{ code: "resolve/second-record", at, actorId, attribute, firstRecordId }];
  });
}

/** Columns that identify a record must have the same value in all of its statements. */
function differentThings(name: StatementTableName, { byRecord }: TableOfStatements): Issue[] {
  const identity = columnsOf(codedTable(name).row).filter(({ isIdentity }) => isIdentity === true);
  return [...byRecord.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) =>
      identity.flatMap(({ name: column }): Issue[] => {
        if (first === undefined) return [];
        const [one, another]: Cells[] = [first.values, other.values];
        if (another?.[column] === one?.[column]) return [];
        return [
          {
            code: "resolve/identity-mismatch",
            at: { ...other.at, column },
            recordId: other.recordId,
            value: String(another?.[column] ?? ""),
            first: String(one?.[column] ?? ""),
            firstLine: first.at.line,
          },
        ];
      }),
    ),
  );
}
