import type { Coverage } from "#pipeline/core/coverage.ts";
import { stringifyRows } from "#pipeline/core/csv-text.ts";
import { formatPage } from "#pipeline/core/format-page.ts";
import { plural } from "#pipeline/core/plural.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { formatSentence } from "#pipeline/documents/format-coverage.ts";
import type { SentenceState } from "#pipeline/documents/sentence-states.ts";

/** How many sentences of a document are coded, in one line. */
export const formatProgress = ({ sourceId, sentences, cited, passedOver, unread }: Coverage) =>
  `${sourceId}: ${plural(sentences, "sentence")}, ${cited} cited, ${passedOver.length} passed over, ${unread.length} unread.`;

/** A sentence and, below it, its page and its state, for a terminal of 80 columns. */
export function formatSentenceState(sentence: SentenceState): string {
  // Where the text is not available, the page is in place of it.
  const page = sentence.text === null ? null : sentence.page;
  return `${formatSentence(sentence, "")}\n${wrapText(formatPage(page) + formatState(sentence), " ".repeat(11))}`;
}

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
    ["locator", "page", "state", "reason", "records", "text"],
    ...sentences.map(({ locator, page, state, reason, records, text }) => [
      locator,
      page,
      state,
      reason,
      records.join("; "),
      spreadsheetText(text ?? ""),
    ]),
  ]);
