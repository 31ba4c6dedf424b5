import type { SqlType } from "#schemas/events/canonical-event.ts";
import type { PortableQuery, SmallTable, SqlRow, SqlValue } from "./engine.ts";

/** NULL with a type, in words that engines share: Spark wants a length for texts, and no function in VALUES. */
const typedNull = {
  VARCHAR: "CAST(NULL AS VARCHAR(1))",
  INTEGER: "CAST(NULL AS INTEGER)",
  DOUBLE: "CAST(NULL AS DOUBLE)",
} as const satisfies Readonly<Record<SqlType, string>>;

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
