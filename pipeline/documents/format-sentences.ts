import type { Coverage } from "#pipeline/core/coverage.ts";
import { stringifyRows } from "#pipeline/core/csv-text.ts";
import { plural } from "#pipeline/core/plural.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { formatSentence } from "#pipeline/documents/format-coverage.ts";
import type { SentenceState } from "#pipeline/documents/sentence-states.ts";

/** How many sentences of a document are coded, in one line. */
export const formatProgress = ({ sourceId, sentences, cited, passedOver, unread }: Coverage) =>
  `${sourceId}: ${plural(sentences, "sentence")}, ${cited} cited, ${passedOver.length} passed over, ${unread.length} unread.`;

/** A sentence and, below it, its state, for a terminal of 80 columns. */
export const formatSentenceState = (sentence: SentenceState) =>
  `${formatSentence(sentence, "")}\n${wrapText(formatState(sentence), " ".repeat(11))}`;

function formatState({ state, reason, records }: SentenceState): string {
  switch (state) {
    case "cited":
      return `cited: ${records.join(", ")}`;
    case "passed_over":
      return `passed over: ${reason}`;
    case "unread":
      return "unread";
    default:
      return state satisfies never;
  }
}

/** A worksheet for a coder, as CSV: one row for each sentence, with an empty cell for a text that is not available. */
export const formatWorksheet = (sentences: readonly SentenceState[]): string =>
  stringifyRows([
    ["locator", "state", "reason", "records", "text"],
    ...sentences.map(({ locator, state, reason, records, text }) => [
      locator,
      state,
      reason,
      records.join("; "),
      spreadsheetText(text ?? ""),
    ]),
  ]);
