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

/** The titles of columns become comments, which SQLite keeps and `.schema` shows. */
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
  return `CREATE TABLE ${quoted(table)} ( ${comment(`${title}: ${description}`)}\n${lines.join("\n")}\n) STRICT, WITHOUT ROWID;`;
}

function columnSql(field: Field): string {
  const isCode = field.kind === "code" && field.codes !== undefined;
  return [
    quoted(field.name),
    SQL_TYPES[field.type],
    ...(field.isFilled ? ["NOT NULL"] : []),
    ...(field.type === "boolean" ? [`CHECK (${quoted(field.name)} IN (0, 1))`] : []),
    ...(isCode
      ? [`CHECK (${quoted(field.name)} IN (${field.codes.codes.map(({ code }) => text(code)).join(", ")}))`]
      : []),
  ].join(" ");
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
