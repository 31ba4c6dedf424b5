import sqlite from "node-sqlite3-wasm";
import type { OutputFile } from "#pipeline/core/record.ts";
import { dataset } from "#schemas/dataset.ts";
import type { Field, FieldType } from "./field.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/**
 * Has a file written by a function that can write nowhere but to disk, and gives back its bytes. It is handed in
 * because SQLite can not be made to hand over a database that it holds in memory; `io/` owns the file.
 */
export type ScratchFile = (write: (path: string) => void) => Promise<Uint8Array>;

/** `jnim-data.sqlite`: every table with its keys, its pointers and an index for each, and a view of each record beside its sentences. */
export async function sqliteFile(tables: readonly ReleaseTable[], inScratchFile: ScratchFile): Promise<OutputFile> {
  const bytes = await inScratchFile((path) => writeDatabase(path, tables));
  return { path: `${dataset.name}.sqlite`, bytes };
}

function writeDatabase(path: string, tables: readonly ReleaseTable[]): void {
  const database = new sqlite.Database(path);
  try {
    // Page size and encoding leave their mark in the file. Nobody waits for a scratch file to reach the disk. Keys
    // are checked at the end, when all rows are there.
    database.exec(
      "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;",
    );
    for (const table of tables) database.exec(createTable(table));
    database.exec("BEGIN");
    for (const table of tables) insertRows(database, table);
    database.exec("COMMIT");
    for (const table of tables) database.exec([...createIndexes(table), ...createView(table)].join("\n"));
    database.exec("VACUUM");
    const broken = database.all("PRAGMA foreign_key_check");
    if (broken.length > 0) throw new Error(`The database breaks its own keys: ${JSON.stringify(broken[0])}`);
  } finally {
    database.close();
  }
}

const name = (identifier: string) => `"${identifier}"`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

const SQL_TYPES: Readonly<Record<FieldType, string>> = {
  string: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "INTEGER",
  date: "TEXT",
};

/** The titles stand beside the columns as comments, which SQLite keeps and `.schema` shows. */
function createTable({ name: table, title, description, fields, key }: ReleaseTable): string {
  const columns = fields.map((field) => ({ sql: columnSql(field, key), comment: field.title }));
  const keys = [
    `PRIMARY KEY (${key.map(name).join(", ")})`,
    ...fields.flatMap(({ name: column, kind, pointsTo }) =>
      pointsTo === undefined || kind === "references"
        ? []
        : [`FOREIGN KEY (${name(column)}) REFERENCES ${name(pointsTo.table)} (${name(pointsTo.column)})`],
    ),
  ];
  const lines = [
    ...columns.map(({ sql, comment }) => `  ${sql}, -- ${comment}`),
    ...keys.map((sql, index) => `  ${sql}${index < keys.length - 1 ? "," : ""}`),
  ];
  return `CREATE TABLE ${name(table)} ( -- ${title}: ${description}\n${lines.join("\n")}\n) STRICT, WITHOUT ROWID;`;
}

function columnSql(field: Field, key: readonly string[]): string {
  const isCode = field.kind === "code" && field.codes !== undefined;
  return [
    name(field.name),
    SQL_TYPES[field.type],
    ...(field.isRequired || key.includes(field.name) ? ["NOT NULL"] : []),
    ...(field.type === "boolean" ? [`CHECK (${name(field.name)} IN (0, 1))`] : []),
    ...(isCode
      ? [`CHECK (${name(field.name)} IN (${field.codes.codes.map(({ code }) => text(code)).join(", ")}))`]
      : []),
  ].join(" ");
}

function insertRows(database: InstanceType<typeof sqlite.Database>, table: ReleaseTable): void {
  const columns = table.fields.map((field) => field.name);
  const insert = database.prepare(`INSERT INTO ${name(table.name)} VALUES (${columns.map(() => "?").join(", ")})`);
  for (const row of table.rows) insert.run(columns.map((column) => row[column] ?? null));
  insert.finalize();
}

const createIndexes = ({ name: table, fields, key }: ReleaseTable) =>
  fields
    .filter(
      (field) =>
        (field.pointsTo !== undefined && field.kind !== "references") ||
        (field.name === "record_id" && key[0] !== "record_id"),
    )
    .map((field) => `CREATE INDEX ${name(`${table}_by_${field.name}`)} ON ${name(table)} (${name(field.name)});`);

/** `<table>_sentences`: each record once for each sentence that it rests on. */
const createView = ({ name: table, fields }: ReleaseTable) =>
  fields.some((field) => field.name === "agreement")
    ? [
        `CREATE VIEW ${name(`${table}_sentences`)} AS
SELECT record.*, evidence.source_id, source.title AS source_title, source.publisher AS source_publisher, evidence.locator, evidence.line, evidence.sha256 AS sentence_sha256
FROM ${name(table)} AS record
JOIN evidence ON evidence."table" = ${text(table)} AND evidence.record_id = record.record_id
JOIN source_provenance AS source ON source.source_id = evidence.source_id;`,
      ]
    : [];
