import { z } from "zod";
import type { SmallTable, SqlRow } from "#pipeline/events/engine.ts";

const text = z.string().nullable();

const eventKey = { event_source: z.string(), event_id: z.string() };

/** A row of the query `match`. */
const Scored = z.strictObject({
  record_id: z.string(),
  ...eventKey,
  /** Metres between the points; `null` if one of the two has none. */
  distance_m: z.int().nullable(),
  gap_days: z.int(),
  /** The coarser where_prec of record and event, and the coarser date_prec. */
  where_prec: z.int(),
  date_prec: z.int(),
  score_place: z.int(),
  score_time: z.int(),
  score_actors: z.int(),
  score: z.int(),
  /** 1 for the best of the record in the source. */
  place_in_order: z.int(),
  /** Of the record in the source, also those that are not shown. */
  n_candidates: z.int(),
});

/** A row of the query `candidate-events`. */
const EventFacts = z.strictObject({
  ...eventKey,
  event_edition: z.string(),
  file_sha256: z.string(),
  event_sha256: z.string(),
  date_start: text,
  date_end: text,
  country: text,
  admin1: text,
  location: text,
  actor_a: text,
  assoc_a: text,
  actor_b: text,
  assoc_b: text,
  event_type: text,
  deaths_best: z.int().nullable(),
});

type EventKey = Readonly<Record<"event_source" | "event_id", string>>;
type Scored = z.infer<typeof Scored>;
type EventFacts = z.infer<typeof EventFacts>;

/** An event that a record may be: how near it is, and what a person must know of it. */
export type Candidate = Scored & EventFacts;

export const candidateColumns: readonly string[] = [
  ...new Set([...Object.keys(Scored.shape), ...Object.keys(EventFacts.shape)]),
];

/** Rows of the query `candidate-events`, by which links are checked too. */
export const readEventFacts = (rows: readonly SqlRow[]): EventFacts[] => rows.map((row) => EventFacts.parse(row));

export const readScored = (rows: readonly SqlRow[]): Scored[] => rows.map((row) => Scored.parse(row));

/** The small table of the query `candidate-events`. */
export const candidateIds = (scored: readonly EventKey[]): SmallTable => ({
  name: "candidate_ids",
  columns: { event_source: "VARCHAR", event_id: "VARCHAR" },
  rows: [
    ...new Map(
      scored.map(({ event_source, event_id }) => [keyOf({ event_source, event_id }), { event_source, event_id }]),
    ),
  ].map(([, row]) => row),
});

/** Candidates in the order of the query `match`, each with the facts of its event. */
export function withFacts(scored: readonly Scored[], rows: readonly SqlRow[]): Candidate[] {
  const events = new Map(readEventFacts(rows).map((event) => [keyOf(event), event]));
  return scored.map((candidate) => {
    const event = events.get(keyOf(candidate));
    if (event === undefined) throw new Error(`The event ${candidate.event_id} is missing in the second query.`);
    return { ...candidate, ...event };
  });
}

const keyOf = ({ event_source: source, event_id: id }: EventKey) => `${source}/${id}`;
