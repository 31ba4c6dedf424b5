import type { Cells } from "#pipeline/core/row.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { CodedRow, CodedTableName } from "#schemas/coded-tables.ts";

/** A row of a coded table, and its line in the file. */
export interface StagedLine<R> {
  readonly line: number;
  readonly values: R;
}

export interface StagedTable<N extends CodedTableName = CodedTableName> {
  readonly path: string;
  readonly rows: readonly StagedLine<CodedRow<N>>[];
  /** False if part of the file could not be read. Then a row that is missing here must not cause an issue elsewhere. */
  readonly isComplete: boolean;
  /** Ids of rejected rows: a reference to one of them must not cause a second issue. */
  readonly refusedIds: ReadonlySet<string>;
  /** The readable cells of rejected rows. They are still checked, so that all their errors are reported at once. */
  readonly refused: readonly StagedLine<Cells>[];
}

/** Whether the table might have a row with this id if all of it could be read. */
export const mayHaveHad = (table: StagedTable, id: string) => !table.isComplete || table.refusedIds.has(id);

/** The result of `stage`, which `resolve` uses: every coded table, typed by its schema. */
export type StagedTables = { readonly [N in CodedTableName]: StagedTable<N> };

export type SentenceIndexes = ReadonlyMap<string, SentenceIndex>;
