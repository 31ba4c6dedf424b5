import type { SentenceSuggestions } from "./suggest.ts";
import type { SuggestedTable } from "./table-scores.ts";

/** The sentences that a table most likely has first. Ties stay in the order of the text. */
export function rankFor(table: SuggestedTable, sentences: readonly SentenceSuggestions[]): SentenceSuggestions[] {
  const scoreOf = ({ tables }: SentenceSuggestions) => tables.find((one) => one.table === table)?.score ?? 0;
  return sentences.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}
