import type { SqlType } from "#schemas/events/canonical-event.ts";

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A table of this project's own that a query reads beside the events: records, aliases, windows. It is small. */
export interface SmallTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, SqlType>>;
  readonly rows: readonly SqlRow[];
}

/**
 * A query in the portable subset of SQL, from a file in `sql/`. It begins with `WITH`, reads the table `events` and the
 * small tables, and orders its result completely. In joins the larger table stands first: not every engine finds out. It uses no function that engines know under different names.
 */
export interface PortableQuery {
  /** Name of the file, without `.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** What runs portable queries over the imported events: DuckDB in this process, or a server. */
export interface Engine {
  /** The rows of the result in its order. Whole numbers and texts only, the same on every engine. */
  readonly run: (query: PortableQuery, tables: readonly SmallTable[]) => Promise<readonly SqlRow[]>;
  readonly close: () => Promise<void>;
}
