import type { Cells } from "#pipeline/core/row.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { CodedRow, CodedTableName } from "#schemas/coded-tables.ts";

/** A row of a coded table, and the line of its file. */
export interface StagedLine<R> {
  readonly line: number;
  readonly values: R;
}

export interface StagedTable<N extends CodedTableName = CodedTableName> {
  readonly path: string;
  readonly rows: readonly StagedLine<CodedRow<N>>[];
  /** False where some of the file could not be read: what is missing here is no mistake elsewhere. */
  readonly isComplete: boolean;
  /** Ids of rows that were refused: what refers to one of them is no second mistake. */
  readonly refusedIds: ReadonlySet<string>;
  /** What could be read of the rows that were refused: checked on, so that all their mistakes are reported at once. */
  readonly refused: readonly StagedLine<Cells>[];
}

/** Whether a table would perhaps have a row of this id, had all of it been read. */
export const mayHaveHad = (table: StagedTable, id: string) => !table.isComplete || table.refusedIds.has(id);

/** What `stage` hands to `resolve`: every coded table, typed by its schema. */
export type StagedTables = { readonly [N in CodedTableName]: StagedTable<N> };

export type SentenceIndexes = ReadonlyMap<string, SentenceIndex>;
