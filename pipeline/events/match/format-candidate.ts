import { formatDistance } from "#pipeline/core/format-distance.ts";
import { counted, plural } from "#pipeline/core/plural.ts";
import { matchScore } from "#schemas/events/match-rules.ts";
import type { Candidate } from "./candidate.ts";

/** `2021-06-15 to 2021-06-18, Testville, Mopti region, Mali` */
export const formatWhenWhere = ({ date_start: start, date_end: end, location, admin1, country }: Candidate): string =>
  [start === end ? start : `${start} to ${end}`, location, admin1, country].filter((part) => part !== null).join(", ");

/** `Government of Testland; Militia – Test Rebels` */
export const formatActors = ({ actor_a, assoc_a, actor_b, assoc_b }: Candidate): string =>
  [
    [actor_a, assoc_a],
    [actor_b, assoc_b],
  ]
    .map((names) => names.filter((name) => name !== null).join("; "))
    .filter((side) => side !== "")
    .join(" – ");

/** `type 1 (state-based conflict), 7 deaths` */
export function formatWhat({ event_type: type, deaths_best: deaths }: Candidate, meaning: string | null): string {
  const typed = type === null ? [] : [`type ${type}${meaning === null ? "" : ` (${meaning})`}`];
  return [...typed, ...(deaths === null ? [] : [counted(deaths, "death")])].join(", ");
}

/** `85: place 40, time 30, actors 15` */
export const formatScore = ({ score, score_place, score_time, score_actors }: Candidate): string =>
  `${score}: place ${score_place}, time ${score_time}, actors ${score_actors}`;

/** `1.3 km, 3 days apart (where_prec 1, date_prec 4)` */
export function formatNearness({ distance_m, gap_days, where_prec, date_prec }: Candidate): string {
  const place = distance_m === null ? "distance not known" : formatDistance(distance_m);
  const time = gap_days === 0 ? "a day in common" : `${plural(gap_days, "day")} apart`;
  return `${place}, ${time} (where_prec ${where_prec}, date_prec ${date_prec})`;
}

/** What the score is made of, for a reader who sees one for the first time. */
export const SCORE_IN_WORDS = `A score sorts candidates from 0 to 100: place up to ${matchScore.place.most}, time up to ${matchScore.time[0].points}, actors up to ${2 * matchScore.actors.same}. where_prec and date_prec are those of the vaguer of the two, where 1 is exact. A score is no verdict, and a record without a candidate is no error: sources differ in what they include.`;
