import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Cells } from "#pipeline/core/row.ts";
import { readSentence } from "#pipeline/core/sentence-hash.ts";
import { expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import {
  type CodedTableName,
  codedTable,
  codedTableNames,
  type StatementTableName,
  statementTableNames,
} from "#schemas/coded-tables.ts";

/** A row of a table of statements that cites a sentence. */
export interface CitingRow {
  readonly table: StatementTableName;
  readonly recordId: string;
  readonly values: Cells;
}

/** A sentence of a document whose text is at hand. */
export interface ReadSentence {
  readonly sourceId: string;
  readonly locator: string;
  readonly text: string;
  readonly rows: readonly CitingRow[];
  /** Whether a row cites it, or it is passed over. */
  readonly isRead: boolean;
}

export interface CodedDocument {
  readonly sourceId: string;
  /** The first and last day on which it can have been published; `null` if not known. */
  readonly publishedEarliest: string | null;
  readonly publishedLatest: string | null;
  readonly sentences: readonly ReadSentence[];
}

interface Coded {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** The normalised texts that are at hand, by source. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The documents whose texts are at hand, by id. A sentence of an index that its text does not have is left out. */
export function codedDocuments({ tables, indexes, texts }: Coded): CodedDocument[] {
  const citing = citingRows(tables, indexes);
  const read = new Set([
    ...citing.read,
    ...tables.passed_over.rows.map(({ values }) => keyOf(values.source_id, values.locator)),
  ]);
  const { rows, refusedIds } = tables.sources;
  const dates = new Map(rows.map(({ values }) => [values.source_id, values.date_published]));
  return [...indexes]
    .flatMap(([sourceId, index]): CodedDocument[] => {
      const [text, published] = [texts.get(sourceId), dates.get(sourceId)];
      // A source whose row has errors is coded all the same.
      if (text === undefined || (published === undefined && !refusedIds.has(sourceId))) return [];
      const sentences = sentencesOf(index, text).map(({ locator, sentence }) => {
        const key = keyOf(sourceId, locator);
        return { sourceId, locator, text: sentence, rows: citing.rows.get(key) ?? [], isRead: read.has(key) };
      });
      return [
        {
          sourceId,
          publishedEarliest: published?.earliest ?? null,
          publishedLatest: published?.latest ?? null,
          sentences,
        },
      ];
    })
    .sort((a, b) => byCodeUnit(a.sourceId, b.sourceId));
}

const keyOf = (sourceId: string, locator: string) => `${sourceId}:${locator}`;

function sentencesOf({ entries }: SentenceIndex, text: string): { locator: string; sentence: string }[] {
  return entries.flatMap((entry) => {
    const sentence = readSentence(entry, text);
    return sentence === null ? [] : [{ locator: entry.locator, sentence }];
  });
}

/** By sentence, the statements that cite it, in the order of their ids; and every sentence that any row cites. */
function citingRows(tables: StagedTables, indexes: SentenceIndexes) {
  const rows = new Map<string, CitingRow[]>();
  const read = new Set<string>();
  const isStatements = (name: CodedTableName): name is StatementTableName => codedTable(name).holds === "statements";
  for (const table of codedTableNames) {
    const staged: StagedTable = tables[table];
    for (const { values } of staged.rows) {
      const cells: Cells = values;
      for (const key of sentencesCited(cells, indexes)) {
        read.add(key);
        if (!isStatements(table)) continue;
        const known = rows.get(key) ?? [];
        rows.set(key, known);
        known.push({ table, recordId: String(cells.record_id), values: cells });
      }
    }
  }
  for (const cited of rows.values())
    cited.sort(
      (a, b) =>
        statementTableNames.indexOf(a.table) - statementTableNames.indexOf(b.table) ||
        byCodeUnit(a.recordId, b.recordId),
    );
  return { rows, read };
}

function sentencesCited({ source_id: sourceId, evidence }: Cells, indexes: SentenceIndexes): string[] {
  if (typeof sourceId !== "string" || typeof evidence !== "string") return [];
  const index = indexes.get(sourceId);
  if (index === undefined) return [];
  return expandEvidence(evidence, index).entries.map(({ locator }) => keyOf(sourceId, locator));
}
