import type { PortableQuery, SmallTable, SqlRow } from "#pipeline/events/engine.ts";

/** Runs a portable query with its small tables. */
export type EngineRun = (query: PortableQuery, tables: readonly SmallTable[]) => Promise<readonly SqlRow[]>;

/** The folders that an engine may use, and the editions of the seeded events. */
export interface EnginePlace {
  /** Where packages are kept from one run to the next. */
  readonly cache: string;
  /** A folder that is removed at the end. It has `events/<source>/<edition>/year=…`. */
  readonly scratch: string;
  readonly editions: readonly { readonly source: string; readonly edition: string }[];
}

/** An engine that runs, or why it cannot run here. */
export type OpenedEngine =
  | { readonly run: EngineRun; readonly stop: () => Promise<void> }
  | { readonly skipped: string };
