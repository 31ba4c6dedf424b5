import type { Row } from "#pipeline/core/row.ts";
import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import type { ResolveInput } from "#pipeline/resolve/resolve.ts";
import { type CodedTableName, codedTableNames } from "#schemas/tables.ts";
import { anIndexOf } from "#tests/builders/document.ts";
import { type CodedTables, someCodedTables, TEN_SENTENCES } from "#tests/builders/raw.ts";

const { entries } = anIndexOf(TEN_SENTENCES);

/** What `stage` would make of `aRawInput(tables)`, without the way through files: for laws, which run hundreds of times. */
export function aResolveInput(tables: CodedTables): ResolveInput {
  const all = someCodedTables(tables);
  return {
    tables: new Map(codedTableNames.map((name) => [name, aStagedTable(name, all[name] ?? [])])),
    indexes: new Map((all.sources ?? []).map(({ source_id }) => [String(source_id), anIndex(String(source_id))])),
  };
}

const aStagedTable = (name: CodedTableName, rows: readonly Row[]): StagedTable => ({
  path: `raw/coded/${name}.csv`,
  rows: rows.map((values, position) => ({ line: position + 2, values })),
  isComplete: true,
  refusedIds: new Set(),
  refused: [],
});

const anIndex = (sourceId: string): SentenceIndex =>
  sentenceIndex(sourceId, `raw/documents/${sourceId}.index.csv`, entries);
