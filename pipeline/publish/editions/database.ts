import sqlite from "node-sqlite3-wasm";
import type { Row, Value } from "#pipeline/core/row.ts";
import { dataset } from "#schemas/dataset.ts";
import { createIndexes, createTable, createView, quoted } from "./database-schema.ts";
import type { Edition, EditionTable } from "./edition.ts";

type Connection = InstanceType<typeof sqlite.Database>;

/**
 * Page size and encoding affect the bytes of the file. Nothing else opens the file while it is written, and a failed run
 * deletes it. So it needs no journal, keeps one lock, and does not wait for the disk. Foreign keys are checked at the end.
 */
const PRAGMAS = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA foreign_keys = OFF;`;

/** Number of rows per INSERT: this takes a sixth less time than single rows, and more rows would not be faster. */
const ROWS_OF_A_STATEMENT = 20;

/**
 * Writes every table with its keys, foreign keys and indexes, and a view of each record with its sentences. It is
 * fastest if rows come in key order. The file must be empty; if this throws, the file is unusable.
 *
 * It does not VACUUM, which would save only a sixteenth of the size and needs the whole file in memory.
 */
export function writeDatabase(path: string, tables: readonly EditionTable[]): void {
  const connection = new sqlite.Database(path);
  try {
    connection.exec(`${PRAGMAS} BEGIN;`);
    for (const table of tables) connection.exec(createTable(table));
    for (const table of tables) insertRows(connection, table);
    for (const table of tables) connection.exec([...createIndexes(table), ...createView(table)].join("\n"));
    connection.exec("COMMIT");
    const broken = connection.all("PRAGMA foreign_key_check");
    if (broken.length > 0) throw new Error(`The database violates a foreign key: ${JSON.stringify(broken[0])}`);
  } finally {
    connection.close();
  }
}

function insertRows(connection: Connection, { name, fields, rows }: EditionTable): void {
  const columns = fields.map((field) => field.name);
  const inserts = new Map<number, ReturnType<Connection["prepare"]>>();
  const insert = (values: Value[]) => {
    const count = values.length / columns.length;
    const statement = inserts.get(count) ?? connection.prepare(insertInto(name, columns.length, count));
    inserts.set(count, statement);
    statement.run(values);
  };
  for (const values of valueGroups(columns, rows())) insert(values);
  for (const statement of inserts.values()) statement.finalize();
}

function insertInto(table: string, nColumns: number, nRows: number): string {
  const row = `(${Array(nColumns).fill("?").join(", ")})`;
  return `INSERT INTO ${quoted(table)} VALUES ${Array(nRows).fill(row).join(", ")}`;
}

/** The values of several rows as one list, row by row. */
function* valueGroups(columns: readonly string[], rows: Iterable<Row>): Generator<Value[]> {
  let values: Value[] = [];
  for (const row of rows) {
    for (const column of columns) values.push(row[column] ?? null);
    if (values.length < ROWS_OF_A_STATEMENT * columns.length) continue;
    yield values;
    values = [];
  }
  if (values.length > 0) yield values;
}

const PATH = `${dataset.name}.sqlite`;

export const database: Edition = {
  name: "sqlite",
  title: "SQLite: one database with keys, indexes and a view of each record's sentences",
  mediaType: "application/vnd.sqlite3",
  format: 3,
  paths: () => [PATH],
  make: async ({ tables, workspace }) => {
    writeDatabase(workspace.place(PATH), tables);
    return [workspace.adopt(PATH)];
  },
};
