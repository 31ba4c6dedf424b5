import type { Row } from "#pipeline/core/row.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { CodedTableName } from "#schemas/tables.ts";

/** A typed row of a coded table, and the line of its file. */
export interface StagedRow {
  readonly line: number;
  readonly values: Row;
}

export interface StagedTable {
  readonly path: string;
  readonly rows: readonly StagedRow[];
  /** False where some of the file could not be read: what is missing here is no mistake elsewhere. */
  readonly isComplete: boolean;
  /** Ids of rows that were refused: what refers to one of them is no second mistake. */
  readonly refusedIds: ReadonlySet<string>;
  /** What could be read of the rows that were refused: checked on, so that all their mistakes are told at once. */
  readonly refused: readonly StagedRow[];
}

/** Whether a table would perhaps have a row of this id, had all of it been read. */
export const mayHaveHad = (table: StagedTable | undefined, id: string) =>
  table === undefined || !table.isComplete || table.refusedIds.has(id);

/** What `stage` hands to `resolve`. */
export type StagedTables = ReadonlyMap<CodedTableName, StagedTable>;

export type SentenceIndexes = ReadonlyMap<string, SentenceIndex>;
