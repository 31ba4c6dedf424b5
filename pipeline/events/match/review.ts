import { writeCsv } from "#pipeline/core/csv-text.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import type { LinkRow } from "#pipeline/events/check-links.ts";
import { codedTable } from "#schemas/coded-tables.ts";
import type { AskedRecord } from "./asked-records.ts";
import type { Candidate } from "./candidate.ts";
import type { TypeMeaning } from "./event-types.ts";
import { formatActors, formatNearness, formatScore, formatWhat, formatWhenWhere } from "./format-candidate.ts";
import type { MatchAnswer } from "./match-answers.ts";
import { linkOf } from "./proposed-links.ts";

/** A candidate that nobody has decided on, and its record. */
export interface ReviewItem {
  readonly record: AskedRecord;
  readonly candidate: Candidate;
  /** Points by which it is ahead of the best other candidate of the record in the source; below zero if it is behind. */
  readonly ahead: number;
}

/**
 * Candidates without a verdict, the most telling first: by score, and of the same score those whose runner-up is far
 * behind. Whether a row of event_links proposes them already does not matter.
 */
export function reviewItems(answers: readonly MatchAnswer[], links: readonly LinkRow[]): ReviewItem[] {
  const decided = new Set(links.filter(({ verdict }) => verdict !== "").map(linkKey));
  return answers
    .flatMap(({ record, sources }) =>
      sources.flatMap(({ candidates }) =>
        candidates.map((candidate) => ({ record, candidate, ahead: aheadOf(candidate, candidates) })),
      ),
    )
    .filter(({ record, candidate }) => !decided.has(linkKey(linkOf(record.table, candidate))))
    .sort(
      (a, b) =>
        b.candidate.score - a.candidate.score ||
        b.ahead - a.ahead ||
        byCodeUnit(a.candidate.record_id, b.candidate.record_id) ||
        byCodeUnit(a.candidate.event_source, b.candidate.event_source) ||
        a.candidate.place_in_order - b.candidate.place_in_order,
    );
}

const linkKey = ({
  table,
  record_id,
  event_source,
  event_id,
}: Pick<LinkRow, "table" | "record_id" | "event_source" | "event_id">) =>
  JSON.stringify([table, record_id, event_source, event_id]);

function aheadOf(candidate: Candidate, all: readonly Candidate[]): number {
  const others = all.filter((other) => other !== candidate).map(({ score }) => score);
  return candidate.score - Math.max(0, ...others);
}

/** A candidate beside its record, for a terminal of 80 columns. */
export const formatReviewItem = ({ record, candidate, ahead }: ReviewItem, meaningOf: TypeMeaning): string =>
  [
    wrapText(record.title, `${record.record_id}  `, "  "),
    line("Evidence", record.evidence),
    line("Record", [record.date, record.location].filter((part) => part !== null).join(", ")),
    line("Event", `${candidate.event_source} ${candidate.event_edition}, ${candidate.event_id}`),
    line("", formatWhenWhere(candidate)),
    line("", formatActors(candidate)),
    line("", formatWhat(candidate, meaningOf(candidate.event_source, candidate.event_type))),
    line("Score", `${formatScore(candidate)}; ${formatNearness(candidate)}`),
    line("", formatAhead(candidate, ahead)),
  ]
    .filter((part) => part !== "")
    .join("\n");

const line = (name: string, text: string) => (text === "" ? "" : wrapText(text, `  ${name.padEnd(9)} `));

function formatAhead({ n_candidates }: Candidate, ahead: number): string {
  if (n_candidates === 1) return "the only candidate";
  const where = ahead < 0 ? `${-ahead} points behind the best` : `${ahead} points ahead of the next`;
  return `${where} of ${n_candidates} candidates`;
}

const LINK_COLUMNS = Object.keys(codedTable("event_links").row.shape);
/** What helps to judge, behind the columns of event_links. */
const HELP_COLUMNS = [
  ...["record_title", "record_evidence", "record_date", "record_location"],
  ...[
    "date_start",
    "date_end",
    "location",
    "admin1",
    "country",
    "actors",
    "event_type",
    "event_type_meaning",
    "deaths_best",
  ],
  ...["score_place", "score_time", "score_actors", "ahead", "n_candidates"],
];

/** Candidates as CSV: the columns of event_links, with empty cells for a person to fill, and what helps to judge. */
export const reviewCsv = (items: readonly ReviewItem[], meaningOf: TypeMeaning): string =>
  writeCsv(
    [...LINK_COLUMNS, ...HELP_COLUMNS],
    items.map(({ record, candidate, ahead }) =>
      Object.fromEntries(
        Object.entries({
          ...candidate,
          ...linkOf(record.table, candidate),
          record_title: record.title,
          record_evidence: record.evidence,
          record_date: record.date,
          record_location: record.location,
          actors: formatActors(candidate),
          event_type_meaning: meaningOf(candidate.event_source, candidate.event_type),
          ahead,
        }).map(([column, value]) => [column, typeof value === "string" ? spreadsheetText(value) : value]),
      ),
    ),
  );
