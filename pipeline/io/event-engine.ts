import { dirname } from "node:path";
import { canonicalEvent, type SqlType } from "#schemas/events/canonical-event.ts";
import { type DuckDb, openDuckDb } from "./duckdb.ts";
import { formatFault, unsettled } from "./faults.ts";
import { makeFolders } from "./make-folders.ts";

/** Events in Parquet files. */
interface ImportedEvents {
  /** A query of DuckDB for all of them. */
  readonly sql: string;
  /** Each file, in a folder `year=YYYY` of its edition, with a query for its events. */
  readonly files: readonly { readonly path: string; readonly sql: string }[];
}

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, SqlType>>;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

interface EventEngine {
  readonly run: (query: { readonly sql: string }, tables: readonly Table[]) => ReturnType<DuckDb["query"]>;
  readonly close: () => Promise<void>;
}

/** Enough for 10^7 events. Below it, sorting them fails instead of spilling. */
const MEMORY_MB = 300;
const THREADS = 2;
/** Queries name the events first, and what they are joined with after them. DuckDB's guesses have put all events into memory. */
const JOINS_AS_WRITTEN = "SET disabled_optimizers = 'join_order,build_side_probe_side'";

/**
 * Opens DuckDB in this process, with the rows of a query as the table `events`. What does not fit into memory spills
 * into the folder, which is made if it is missing. Rows come in the order that a query asks for, and in no other.
 */
export async function openEventEngine({ sql, files }: ImportedEvents, spillTo: string): Promise<EventEngine> {
  makeFolders(spillTo);
  const db = await openDuckDb({ memoryMb: MEMORY_MB, threads: THREADS, spillTo });
  const explained = <T>(work: Promise<T>) => work.catch(async (error) => throwDamaged(db, { error, files }));
  await db.run("SET preserve_insertion_order = false");
  await db.run(JOINS_AS_WRITTEN);
  await explained(db.run(`CREATE VIEW events AS ${sql}`));
  return {
    run: async ({ sql }, tables) => {
      for (const table of tables) await fill(db, table);
      return explained(db.query(sql));
    },
    close: async () => db.close(),
  };
}

/** An edition that must be imported again. An import of the same files into its folder would find nothing to do. */
export const damagedEvents = (path: string) =>
  unsettled(
    `The imported events in ${path} are damaged. Delete this folder, and import the files of the edition again.`,
  );

interface Failure {
  readonly error: unknown;
  readonly files: ImportedEvents["files"];
}

/** Names the edition that is damaged, if one is; the error of a damaged file says too little. */
async function throwDamaged(db: DuckDb, { error, files }: Failure): Promise<never> {
  if (formatFault(error) !== null) throw error;
  for (const file of files) if (!(await isReadable(db, file.sql))) throw damagedEvents(dirname(dirname(file.path)));
  throw error;
}

async function isReadable(db: DuckDb, sql: string): Promise<boolean> {
  try {
    await db.query(`SELECT ${COLUMNS.map((name) => `MAX(${name}) AS ${name}`).join(", ")} FROM (${sql})`);
    return true;
  } catch {
    return false;
  }
}

const COLUMNS = Object.keys(canonicalEvent);

/** Replaces the table of that name. */
async function fill(db: DuckDb, { name, columns, rows }: Table): Promise<void> {
  const names = Object.keys(columns);
  const declared = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  await db.run(`CREATE OR REPLACE TABLE ${name} (${declared.join(", ")})`);
  await db.append(name, cellsOf(rows, names));
}

function* cellsOf(rows: Table["rows"], names: readonly string[]) {
  for (const row of rows) yield names.map((column) => row[column] ?? null);
}
