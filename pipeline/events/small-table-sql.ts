import type { SqlType } from "#schemas/events/canonical-event.ts";
import type { PortableQuery, SmallTable, SqlRow, SqlValue } from "./engine.ts";

/** Rows of one INSERT: more would only make its text long. */
const ROWS_OF_ONE_INSERT = 1000;

/** NULL with a type, in words that engines share: Spark wants a length for texts, and no function in VALUES. */
const typedNull = {
  VARCHAR: "CAST(NULL AS VARCHAR(1))",
  INTEGER: "CAST(NULL AS INTEGER)",
  DOUBLE: "CAST(NULL AS DOUBLE)",
} as const satisfies Readonly<Record<SqlType, string>>;

/** The statements that make a small table, in order, for an engine that keeps tables for a session. */
export function createSmallTable(table: SmallTable): readonly string[] {
  const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
  const statements = [`CREATE OR REPLACE TABLE ${table.name} (${columns.join(", ")})`];
  for (let at = 0; at < table.rows.length; at += ROWS_OF_ONE_INSERT) {
    const rows = table.rows.slice(at, at + ROWS_OF_ONE_INSERT);
    statements.push(`INSERT INTO ${table.name} VALUES ${valueRows(table, rows)}`);
  }
  return statements;
}

/** The query with the small tables written into it, for an engine that only reads. The query begins with `WITH`. */
export function withSmallTables({ name, sql }: PortableQuery, tables: readonly SmallTable[]): string {
  const rest = /^\s*WITH\s+(?<rest>.*)$/su.exec(sql)?.groups?.rest;
  if (rest === undefined) throw new Error(`The query ${name} does not begin with WITH.`);
  return `WITH ${[...tables.map(commonTable), rest].join(",\n")}`;
}

function commonTable(table: SmallTable): string {
  const rows =
    table.rows.length > 0
      ? `VALUES ${valueRows(table, table.rows)}`
      : `SELECT ${Object.values(table.columns)
          .map((type) => typedNull[type])
          .join(", ")} WHERE 1 = 0`;
  return `${table.name} (${Object.keys(table.columns).join(", ")}) AS (${rows})`;
}

function valueRows({ columns }: SmallTable, rows: readonly SqlRow[]): string {
  const cells = Object.entries(columns);
  return rows
    .map((row) => `(${cells.map(([name, type]) => sqlLiteral(row[name] ?? null, type)).join(", ")})`)
    .join(",\n");
}

/** A value as every engine reads it. A value that is not of the type throws. */
function sqlLiteral(value: SqlValue, type: SqlType): string {
  if (value === null) return typedNull[type];
  if (typeof value === "string") {
    if (type === "VARCHAR") return textLiteral(value);
  } else if (type === "DOUBLE" ? Number.isFinite(value) : type === "INTEGER" && Number.isSafeInteger(value)) {
    return type === "DOUBLE" ? value.toExponential() : String(value);
  }
  throw new Error(`A small table has ${JSON.stringify(value)} in a column of the type ${type}.`);
}

/** Some engines take a backslash for the beginning of an escape, others do not: it is written by its number. */
function textLiteral(text: string): string {
  const pieces = text.split("\\").map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return pieces.length === 1 ? pieces.join("") : `CONCAT(${pieces.join(", CHR(92), ")})`;
}
