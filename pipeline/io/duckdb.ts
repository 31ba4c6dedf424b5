import type { DuckDBConnection } from "@duckdb/node-api";
import { unsettled } from "./faults.ts";

type Value = string | number | null;

export interface DuckDb {
  /** Runs statements whose results nobody needs. */
  readonly run: (sql: string) => Promise<void>;
  /** The rows of one query. Whole numbers beyond 2^53 throw. */
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, Value>>[]>;
  /** Appends rows to a table, in the order of its columns. */
  readonly append: (table: string, rows: Iterable<readonly Value[]>) => Promise<void>;
  readonly close: () => void;
}

export interface DuckDbOptions {
  /** Memory that queries may use before they spill, in MB. DuckDB itself may take about a third more. */
  readonly memoryMb: number;
  readonly threads: number;
  /** Folder for what does not fit into memory. */
  readonly spillTo: string;
}

/**
 * Opens a database in memory. Extensions are neither installed nor loaded from the network. The package is loaded here,
 * when it is needed: it has 68 MB.
 */
export async function openDuckDb({ memoryMb, threads, spillTo }: DuckDbOptions): Promise<DuckDb> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    temp_directory: spillTo,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const explained = <T>(work: Promise<T>) => work.catch((error: unknown) => throwFault(error, { memoryMb, spillTo }));
  return {
    run: async (sql) => {
      await explained(connection.run(sql));
    },
    query: async (sql) => {
      const reader = await explained(connection.runAndReadAll(sql));
      return reader.getRowObjectsJS().map((row) => Object.fromEntries(Object.entries(row).map(plainEntry)));
    },
    append: (table, rows) => explained(append(connection, table, rows)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** What DuckDB passes on of the system's errors, which have no codes there, and the code that each of them has. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  "No space left on device": "ENOSPC",
  "Disk quota exceeded": "EDQUOT",
  "Read-only file system": "EROFS",
  "Permission denied": "EACCES",
  "Input/output error": "EIO",
  "Too many open files": "EMFILE",
  "File too large": "EFBIG",
};

/** Throws what a user can do something about as an error of the system, or of one line, and every other error as it is. */
function throwFault(error: unknown, { memoryMb, spillTo }: Pick<DuckDbOptions, "memoryMb" | "spillTo">): never {
  const words = error instanceof Error ? error.message : "";
  if (words.startsWith("Out of Memory"))
    throw unsettled(
      `The query needs more than ${memoryMb} MB of memory, and more than the disk of ${spillTo} has left.`,
    );
  const found = Object.entries(SYSTEM_ERRORS).find(
    ([system]) => words.startsWith("IO Error") && words.includes(system),
  );
  if (found === undefined) throw error;
  const path = /"(?<path>[^"]+)"/u.exec(words)?.groups?.path ?? spillTo;
  throw Object.assign(new Error(words, { cause: error }), { code: found[1], path });
}

async function append(connection: DuckDBConnection, table: string, rows: Iterable<readonly Value[]>): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) {
      if (value === null) appender.appendNull();
      else if (typeof value === "string") appender.appendVarchar(value);
      else if (Number.isInteger(value)) appender.appendInteger(value);
      else appender.appendDouble(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

function plainEntry([name, value]: readonly [string, unknown]): [string, Value] {
  if (value === null || typeof value === "string" || typeof value === "number") return [name, value];
  if (typeof value !== "bigint")
    throw new Error(`The column ${name} of a query has values that are no text or number.`);
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`The column ${name} of a query has a number beyond 2^53.`);
  return [name, number];
}
