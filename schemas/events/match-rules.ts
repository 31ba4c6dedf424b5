import { codelist } from "#schemas/codelist.ts";

/**
 * How `events match` finds the events that a record may be, and how it sorts them: the one definition. The query gets
 * it as small tables, and the codebook prints it.
 */

/** UCDP where_prec, 1 (exact) to 7 (several countries in a record, at sea or in the air in an event): how far apart two places may lie. */
export interface PlaceWindow {
  /** The coarser precision of record and event. A place without a point counts as 4 at least. */
  readonly where_prec: number;
  /** Metres between the points, if both have one. */
  readonly radius_m: number;
  /** Whether the same first-level unit is near enough, whatever the distance. */
  readonly by_unit: boolean;
  /** Whether the same country is. Only events are as vague as that: such a record is not comparable. */
  readonly by_country: boolean;
}

/** Each window holds all of the one before it: a wider precision never loses a candidate. */
export const placeWindows: readonly PlaceWindow[] = [
  { where_prec: 1, radius_m: 25_000, by_unit: false, by_country: false },
  { where_prec: 2, radius_m: 25_000, by_unit: false, by_country: false },
  { where_prec: 3, radius_m: 50_000, by_unit: false, by_country: false },
  { where_prec: 4, radius_m: 50_000, by_unit: true, by_country: false },
  { where_prec: 5, radius_m: 50_000, by_unit: true, by_country: false },
  { where_prec: 6, radius_m: 50_000, by_unit: true, by_country: true },
  { where_prec: 7, radius_m: 50_000, by_unit: true, by_country: true },
];

/** The least precise where_prec at which a distance between points says something. */
export const POINT_PRECISION = 3;

/** The least where_prec of a place that has no point. */
export const UNIT_PRECISION = 4;

/** UCDP date_prec, 1 (a day) to 5 (longer than a month): how many days may lie between two intervals. */
export interface TimeWindow {
  /** The coarser precision of record and event. */
  readonly date_prec: number;
  readonly slack_days: number;
}

export const timeWindows: readonly TimeWindow[] = [
  { date_prec: 1, slack_days: 7 },
  { date_prec: 2, slack_days: 7 },
  { date_prec: 3, slack_days: 7 },
  { date_prec: 4, slack_days: 31 },
  { date_prec: 5, slack_days: 31 },
];

/** The widest: how coarse the date of an event is, is known only once it is found. */
export const MOST_SLACK_DAYS = Math.max(...timeWindows.map(({ slack_days }) => slack_days));

/** What a record must have to be compared at all. */
export const comparable = {
  /** Days that its date may allow: the longest half-year. */
  mostDays: 184,
  /** The vaguest place, if its first-level unit is known. */
  vaguestPlace: 5,
} as const;

/** The parts of the score, whole numbers that add up to 0 to 100. The score only sorts candidates. */
export const matchScore = {
  place: {
    /** For points in one place. It falls evenly to 0 at `reach_m`, and is rounded down. */
    most: 40,
    reach_m: 50_000,
    /** Where a place is vaguer than `POINT_PRECISION`, for the same first-level unit. */
    unit: 10,
    /** Where it is as vague, for the same country, or points within the window. */
    vague: 5,
  },
  /**
   * By the days of the longer interval. It falls evenly to 0 at one day more than the window's slack, and is rounded
   * down.
   */
  time: [
    { most_days: 7, points: 30 },
    { most_days: 31, points: 20 },
    { most_days: 184, points: 10 },
    { most_days: null, points: 5 },
  ],
  /** For each side of the record and the side of the event across from it. The better of the two ways round counts. */
  actors: {
    /** For the same actor. */
    same: 15,
    /** For another actor of the same family. */
    family: 10,
  },
} as const;

/** Candidates of one record in one event source that are shown and proposed. */
export const MOST_CANDIDATES = 3;

/** What the one rule that gives a verdict asks of a candidate. */
export const onlyNearCandidate = {
  most_m: 5000,
  most_gap_days: 1,
  /** The coarser where_prec of record and event. */
  vaguest_place: 2,
  /** The coarser date_prec of record and event. */
  vaguest_date: 2,
  /** The same actor on both sides. */
  score_actors: 2 * matchScore.actors.same,
} as const;

/** The facts of a candidate by which the rule judges. */
interface JudgedCandidate {
  readonly n_candidates: number;
  readonly distance_m: number | null;
  readonly gap_days: number;
  readonly where_prec: number;
  readonly date_prec: number;
  readonly score_actors: number;
}

/** Whether the rule `only_near_candidate` says that the candidate is the same event. */
export const isOnlyNearCandidate = (candidate: JudgedCandidate): boolean =>
  candidate.n_candidates === 1 &&
  candidate.distance_m !== null &&
  candidate.distance_m <= onlyNearCandidate.most_m &&
  candidate.gap_days <= onlyNearCandidate.most_gap_days &&
  candidate.where_prec <= onlyNearCandidate.vaguest_place &&
  candidate.date_prec <= onlyNearCandidate.vaguest_date &&
  candidate.score_actors === onlyNearCandidate.score_actors;

/** Why a record is compared with no event of a source. */
export const notComparable = codelist("not_comparable", "Not comparable", {
  no_date: ["No date", "The record has no date."],
  date_too_vague: ["Date too vague", "Its date has an open end, or allows more days than a half-year has."],
  no_place: ["No place", "The record has no place."],
  place_too_vague: ["Place too vague", "Neither a point nor the first-level unit is known, or the place is larger."],
  no_actor: ["No actor", "The record names no actor."],
  actor_without_alias: [
    "Actor without an alias",
    "For no family of its actors does raw/coded/actor_aliases.csv have a name in the source.",
  ],
  no_events_for_its_time: [
    "No events for its time",
    "Its days lie outside those that the imported editions of the source cover.",
  ],
});

export type NotComparable = (typeof notComparable.codes)[number]["code"];
