import { type Field, foreignKeysOf } from "#pipeline/publish/tables/field.ts";
import type { FieldType } from "#schemas/cell-kinds.ts";
import type { EditionTable } from "./edition.ts";

/** The parts of a table that its SQL definition needs. */
type TableWords = Omit<EditionTable, "rowCount" | "rows">;

/** An identifier as SQL quotes it. */
export const quoted = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;
/** A comment ends with its line. */
const comment = (words: string) => `-- ${words.replace(/\s+/gu, " ")}`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

const SQL_TYPES: Readonly<Record<FieldType, string>> = {
  string: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "INTEGER",
  date: "TEXT",
};

/**
 * The titles of columns become comments, which SQLite keeps and `.schema` shows. The tables are not STRICT, because then
 * only SQLite 3.37 and newer could open the file. Checks keep other types out instead.
 */
export function createTable({ name: table, title, description, fields, key }: TableWords): string {
  const columns = fields.map((field) => ({ sql: columnSql(field), title: field.title }));
  const keys = [
    `PRIMARY KEY (${key.map(quoted).join(", ")})`,
    ...foreignKeysOf(fields).map(
      ({ column, table: target, pointsAt }) =>
        `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(target)} (${quoted(pointsAt)})`,
    ),
  ];
  const lines = [
    ...columns.map((column) => `  ${column.sql}, ${comment(column.title)}`),
    ...keys.map((sql, index) => `  ${sql}${index < keys.length - 1 ? "," : ""}`),
  ];
  return `CREATE TABLE ${quoted(table)} ( ${comment(`${title}: ${description}`)}\n${lines.join("\n")}\n) WITHOUT ROWID;`;
}

function columnSql(field: Field): string {
  const condition = conditionOf(field);
  return [
    quoted(field.name),
    SQL_TYPES[field.type],
    ...(field.isFilled ? ["NOT NULL"] : []),
    ...(condition === null ? [] : [`CHECK (${condition})`]),
  ].join(" ");
}

const DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

/**
 * What SQLite checks in a cell. A column of texts turns numbers into texts, so it needs no check; but a column of numbers
 * takes any text.
 */
function conditionOf({ name, kind, codes, type }: Field): string | null {
  const column = quoted(name);
  if (kind === "code" && codes !== undefined)
    return `${column} IN (${codes.codes.map(({ code }) => text(code)).join(", ")})`;
  switch (type) {
    case "boolean":
      return `${column} IN (0, 1)`;
    case "integer":
      return `typeof(${column}) IN ('integer', 'null')`;
    case "number":
      return `typeof(${column}) IN ('real', 'null')`;
    case "date":
      return `${column} GLOB ${text(DAY)}`;
    case "string":
      return null;
  }
}

export const createIndexes = ({ name: table, fields, key }: TableWords) =>
  fields
    .filter(
      (field) =>
        (field.pointsTo !== undefined && !field.isList) || (field.name === "record_id" && key[0] !== "record_id"),
    )
    .map((field) => `CREATE INDEX ${quoted(`${table}_by_${field.name}`)} ON ${quoted(table)} (${quoted(field.name)});`);

/** `<table>_sentences`: one row for each record and each sentence that supports it. */
export const createView = ({ name: table, fields }: TableWords) =>
  fields.some((field) => field.name === "agreement")
    ? [
        `CREATE VIEW ${quoted(`${table}_sentences`)} AS
SELECT record.*, evidence.source_id, source.title AS source_title, source.publisher AS source_publisher, evidence.locator, evidence.line, evidence.sha256 AS sentence_sha256
FROM ${quoted(table)} AS record
JOIN evidence ON evidence."table" = ${text(table)} AND evidence.record_id = record.record_id
JOIN source_provenance AS source ON source.source_id = evidence.source_id;`,
      ]
    : [];
