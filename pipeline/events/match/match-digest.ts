import { sha256Hex } from "#pipeline/core/hash.ts";
import { MOST_CANDIDATES, notComparable, placeWindows, timeWindows } from "#schemas/events/match-rules.ts";
import { candidatesCsv } from "./candidates-csv.ts";
import type { MatchAnswer } from "./match-answers.ts";

/** What a matching found, in numbers: two matchings of the same records, aliases and editions have the same. */
export interface MatchDigest {
  /** SHA-256 of candidates.csv. */
  readonly candidates_sha256: string;
  readonly n_records: number;
  /** In candidates.csv. */
  readonly n_candidates: number;
  /** Also those that candidates.csv does not have: it has the best few of each record and source. */
  readonly n_found: number;
  /** Candidates of one record and source that candidates.csv has at most. */
  readonly most_candidates: number;
  /** Pairs of a record and a source that were compared, but have no candidate. */
  readonly n_without_candidate: number;
  /** Pairs that were not compared, by reason. */
  readonly not_comparable: Readonly<Record<string, number>>;
  readonly place_windows: typeof placeWindows;
  readonly time_windows: typeof timeWindows;
}

export function matchDigest(answers: readonly MatchAnswer[]): MatchDigest {
  const pairs = answers.flatMap(({ sources }) => sources);
  const reasons = notComparable.codes.map(
    ({ code }) => [code, pairs.filter(({ reason }) => reason === code).length] as const,
  );
  return {
    candidates_sha256: sha256Hex(candidatesCsv(answers)),
    n_records: answers.length,
    n_candidates: pairs.reduce((sum, { candidates }) => sum + candidates.length, 0),
    n_found: pairs.reduce((sum, { candidates }) => sum + (candidates[0]?.n_candidates ?? 0), 0),
    most_candidates: MOST_CANDIDATES,
    n_without_candidate: pairs.filter(({ reason, candidates }) => reason === null && candidates.length === 0).length,
    not_comparable: Object.fromEntries(reasons.filter(([, n]) => n > 0)),
    place_windows: placeWindows,
    time_windows: timeWindows,
  };
}
