import { placeCells } from "#pipeline/core/csv-cells.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";

/** That suggestions for a document were shown, and how much of it was coded by then. */
export interface Shown {
  readonly source_id: string;
  /** Whether they were shown although the first coding had not begun. */
  readonly before_coding: boolean;
  /** Sentences of the document that were read, of all. */
  readonly n_read: number;
  readonly n_sentences: number;
}

const COLUMNS = ["source_id", "before_coding", "n_read", "n_sentences"] as const;

/** The record of shown suggestions with one more line, unless it has the same already. The lines are in the order in which they came. */
export function recordShown(earlier: string | null, shown: Shown): string {
  const [header = "", line = ""] = writeCsv(COLUMNS, [{ ...shown }]).split("\n");
  const lines = (earlier ?? "").split(/\r?\n/u).filter((known) => known !== "" && known !== header);
  return [header, ...lines, ...(lines.includes(line) ? [] : [line]), ""].join("\n");
}

/** What the record says of a document, in words: `before its first coding` and `when 3 of 20 sentences were coded`. */
export const timesShown = (record: string, sourceId: string): string[] =>
  placeCells(record).flatMap(({ cells }) => {
    const [source, beforeCoding, nRead, nSentences] = cells.map(({ value }) => value);
    if (source !== sourceId) return [];
    return [
      beforeCoding === "TRUE" ? "before its first coding" : `when ${nRead} of ${nSentences} sentences were coded`,
    ];
  });
