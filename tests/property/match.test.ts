import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchRecord } from "#pipeline/events/match/match-record.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";
import { aMatchRecord, candidatesOf } from "#tests/builders/matching.ts";

const DAY = 18_793;
/** Each run opens an engine several times. A failure is not made smaller, which would take minutes. */
const RUNS = { numRuns: 6, endOnFailure: true };

const side = fc.constantFrom(
  "Government of Testland",
  "Test Rebels",
  "Test Rebels, north",
  "Other Rebels",
  "Strangers",
);
const around = (middle: number) => fc.integer({ min: -800, max: 800 }).map((milli) => middle + milli / 1000);

const eventsOf = (length: number): fc.Arbitrary<CanonicalEvent[]> =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: DAY - 60, max: DAY + 60 }),
        span: fc.constantFrom(0, 0, 6, 30, 200),
        date_prec: fc.integer({ min: 1, max: 5 }),
        where_prec: fc.integer({ min: 1, max: 7 }),
        latitude: around(14.5),
        longitude: around(-4.2),
        admin1_key: fc.constantFrom("ML05", "ML06", null),
        iso3: fc.constantFrom("MLI", "BFA", null),
        actor_a: side,
        actor_b: side,
      }),
      { minLength: length, maxLength: length },
    )
    .map((drawn) =>
      drawn.map(({ day, span, ...cells }, at) =>
        anEvent({ ...cells, event_id: `e${at}`, day_first: day, day_last: day + span }),
      ),
    );

const records: fc.Arbitrary<MatchRecord[]> = fc
  .array(
    fc.record({
      day_first: fc.integer({ min: DAY - 30, max: DAY + 30 }),
      span: fc.constantFrom(0, 20, 183),
      date_prec: fc.integer({ min: 1, max: 4 }),
      where_prec: fc.integer({ min: 1, max: 4 }),
      latitude: around(14.5),
      sides: fc.constantFrom<MatchRecord["sides"][]>(
        [["army"], ["rebels"]],
        [["rebels"], []],
        [["rebels-north", "others"], ["army"]],
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ span, ...cells }, at) =>
      aMatchRecord({ ...cells, record_id: `evt-${at}`, day_last: cells.day_first + span }),
    ),
  );

const countOf = async (record: MatchRecord, events: readonly CanonicalEvent[]) =>
  (await candidatesOf([record], events))[0]?.n_candidates ?? 0;

describe("a match", () => {
  it("is the same whatever the order of events and records", async () => {
    await fc.assert(
      fc.asyncProperty(records, eventsOf(60), async (asked, events) => {
        const found = await candidatesOf(asked, events);
        expect(await candidatesOf(asked.toReversed(), events.toReversed())).toEqual(found);
      }),
      RUNS,
    );
  });

  it("has the sum of its parts as its score, within their bounds, and at most three candidates of a source", async () => {
    await fc.assert(
      fc.asyncProperty(records, eventsOf(100), async (asked, events) => {
        const found = await candidatesOf(asked, events);
        for (const { score, score_place, score_time, score_actors, place_in_order, n_candidates } of found) {
          expect(score).toBe(score_place + score_time + score_actors);
          expect(Math.min(score_place, 40 - score_place, score_time, 30 - score_time)).toBeGreaterThanOrEqual(0);
          expect([10, 15, 20, 25, 30]).toContain(score_actors);
          expect(place_in_order).toBeLessThanOrEqual(Math.min(3, n_candidates));
        }
      }),
      RUNS,
    );
  });

  it("scores mirrored sides the same", async () => {
    await fc.assert(
      fc.asyncProperty(records, eventsOf(60), async (asked, events) => {
        const found = await candidatesOf(asked, events);
        const mirrored = events.map((event) => ({ ...event, actor_a: event.actor_b, actor_b: event.actor_a }));
        const facts = ({ record_id, event_id, score_actors, score }: (typeof found)[number]) => ({
          record_id,
          event_id,
          score_actors,
          score,
        });
        expect((await candidatesOf(asked, mirrored)).map(facts)).toEqual(found.map(facts));
        const turned = asked.map((record): MatchRecord => ({ ...record, sides: [record.sides[1], record.sides[0]] }));
        expect((await candidatesOf(turned, events)).map(facts)).toEqual(found.map(facts));
      }),
      RUNS,
    );
  });

  it("loses no candidate when a place or a date is vaguer", async () => {
    await fc.assert(
      fc.asyncProperty(records, eventsOf(60), async ([record = aMatchRecord()], events) => {
        const place = { ...record, where_prec: record.where_prec + 1 };
        const date = { ...record, date_prec: record.date_prec + 1 };
        const vaguer = events.map((event) => ({ ...event, where_prec: Math.min(7, (event.where_prec ?? 7) + 1) }));
        const n = await countOf(record, events);
        expect(await countOf(place, events)).toBeGreaterThanOrEqual(n);
        expect(await countOf(date, events)).toBeGreaterThanOrEqual(n);
        expect(await countOf(record, vaguer)).toBeGreaterThanOrEqual(n);
      }),
      RUNS,
    );
  });
});
