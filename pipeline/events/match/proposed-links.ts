import type { LinkRow } from "#pipeline/events/check-links.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { isOnlyNearCandidate } from "#schemas/events/match-rules.ts";
import type { Candidate } from "./candidate.ts";
import type { MatchAnswer } from "./match-answers.ts";

/**
 * Candidates as rows of event_links, in the order of the answers. A row has a verdict only if the rule gives one, and
 * nobody has linked the record with an event of that source before.
 */
export function proposedLinks(answers: readonly MatchAnswer[], links: readonly LinkRow[]): CodedRow<"event_links">[] {
  const linked = new Set(links.map(({ record_id, event_source }) => `${record_id}/${event_source}`));
  return answers.flatMap(({ record: { table, record_id }, sources }) =>
    sources.flatMap(({ source: { event_source }, candidates }) =>
      candidates.map((candidate) => ({
        ...linkOf(table, candidate),
        ...(isOnlyNearCandidate(candidate) && !linked.has(`${record_id}/${event_source}`) ? BY_RULE : UNDECIDED),
      })),
    ),
  );
}

const UNDECIDED = { verdict: null, decided_by: null, coder: null, reason: null };
const BY_RULE = { ...UNDECIDED, verdict: "same", decided_by: "only_near_candidate" } as const;

/** The columns of event_links that a person does not fill. */
export const linkOf = (table: string, candidate: Candidate) => ({
  table,
  record_id: candidate.record_id,
  event_source: candidate.event_source,
  event_id: candidate.event_id,
  event_edition: candidate.event_edition,
  sha256: candidate.file_sha256,
  event_sha256: candidate.event_sha256,
  distance_m: candidate.distance_m,
  gap_days: candidate.gap_days,
  score: candidate.score,
});
