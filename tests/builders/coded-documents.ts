import type { CitingRow, CodedDocument } from "#pipeline/suggest/coded-documents.ts";
import type { StatementTableName } from "#schemas/coded-tables.ts";

/** An invented sentence, and the rows that cite it as `table record_id`; none for one that is unread. */
export type InventedSentence = readonly [text: string, ...rows: readonly `${StatementTableName} ${string}`[]];

/** A coded document in memory, with one sentence in each paragraph. */
export function aCodedDocument(
  sourceId: string,
  sentences: readonly InventedSentence[],
  published: string | null = "2024-01-01",
): CodedDocument {
  return {
    sourceId,
    publishedEarliest: published,
    publishedLatest: published,
    sentences: sentences.map(([text, ...rows], at) => ({
      sourceId,
      locator: `p${at + 1}s1`,
      text,
      isRead: rows.length > 0,
      rows: rows.map(citingRow),
    })),
  };
}

function citingRow(named: `${StatementTableName} ${string}`): CitingRow {
  const [table, recordId = ""] = named.split(" ");
  if (!isTable(table)) throw new Error(`A test cites a row of no table: ${named}`);
  return { table, recordId, values: {} };
}

const isTable = (name: string | undefined): name is StatementTableName =>
  ["profile", "relations", "actor_names", "expansion", "economic_warfare", "events"].includes(name ?? "");
