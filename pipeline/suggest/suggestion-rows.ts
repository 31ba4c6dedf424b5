import { writeCsv } from "#pipeline/core/csv-text.ts";
import { joinList, type Row, type Value } from "#pipeline/core/row.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import type { DocumentSuggestions, SentenceSuggestions } from "./suggest.ts";
import { codeReason, dateReason, LIKENESSES, nameReason } from "./worded-reasons.ts";

const COLUMNS = ["source_id", "locator", "kind", "value", "score", "words", "records", "reason"] as const;

interface Proposal {
  readonly kind: "derived_from" | "table" | "actor" | "place" | "date" | "number" | "code" | "sentence";
  readonly value: string | null;
  readonly score?: number;
  /** What the sentence prints. */
  readonly words?: string;
  readonly records?: readonly string[];
  readonly reason: string;
}

/**
 * Suggestions as CSV: a row for each proposal. Those about the whole document come first, and have no locator. It has the
 * few words that a proposal rests on, and not the sentences: `documents show --format csv` has those, by locator.
 */
export function suggestionsCsv({ sourceId, retelling, sentences }: DocumentSuggestions): string {
  const ofDocument = retelling.overlaps.map(
    (overlap): Proposal => ({
      kind: "derived_from",
      value: overlap.sourceId,
      score: overlap.share,
      reason: overlap.sourceId === retelling.proposed ? "may retell it: much of its wording" : "for comparison",
    }),
  );
  const row = (locator: string | null, proposal: Proposal): Row => ({
    source_id: sourceId,
    locator,
    kind: proposal.kind,
    value: cell(proposal.value),
    score: proposal.score === undefined ? null : rounded(proposal.score),
    words: cell(proposal.words ?? null),
    records: joinList(proposal.records ?? []),
    reason: proposal.reason,
  });
  return writeCsv(COLUMNS, [
    ...ofDocument.map((proposal) => row(null, proposal)),
    ...sentences.flatMap((sentence) => proposalsOf(sentence).map((proposal) => row(sentence.locator, proposal))),
  ]);
}

function proposalsOf(sentence: SentenceSuggestions): Proposal[] {
  const { tables, actors, places, dates, quantities, codes, neighbours } = sentence;
  return [
    ...tables.map(({ table, score }): Proposal => ({ kind: "table", value: table, score, reason: "naive Bayes" })),
    ...actors.map((one): Proposal => ({ kind: "actor", value: one.id, words: one.words, reason: nameReason(one) })),
    ...places.map((one): Proposal => ({ kind: "place", value: one.id, words: one.words, reason: nameReason(one) })),
    ...dates.map((date): Proposal => ({ kind: "date", value: date.edtf, words: date.words, reason: dateReason(date) })),
    ...quantities.map(
      ({ amount, unit, words }): Proposal => ({
        kind: "number",
        value: amount,
        words,
        reason: unit ?? "no unit known",
      }),
    ),
    ...codes.map(
      (hit): Proposal => ({
        kind: "code",
        value: `${hit.table}.${hit.column}: ${hit.code}`,
        words: hit.words.join(" "),
        reason: codeReason(hit),
      }),
    ),
    ...neighbours.map(
      ({ sentence: near, records, score, share, likeness }): Proposal => ({
        kind: "sentence",
        value: `${near.sourceId}:${near.locator}`,
        score,
        records,
        reason: `${LIKENESSES[likeness]}: ${percent(share)} of the runs of three words`,
      }),
    ),
  ];
}

const cell = (text: string | null): Value => (text === null ? null : spreadsheetText(text));
const rounded = (score: number) => Math.round(score * 1000) / 1000;
export const percent = (share: number) => `${Math.round(share * 100)} %`;
