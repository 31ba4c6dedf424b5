import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimAnswer, DefinitionCount } from "#pipeline/events/counts/answer-counts.ts";
import { countDefinitions } from "#schemas/events/count-queries.ts";
import { aClaim, countAmong } from "#tests/builders/event-counts.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";

const side = fc.constantFrom("Test Rebels", "Rebel Wing", "Rivals", "Others");
const happening = fc.record({
  actor_a: side,
  actor_b: side,
  assoc_a: fc.constantFrom(null, "Test Rebels", "Others; Rivals"),
  event_kind: fc.constantFrom("armed_clash", "remote_violence", "against_civilians", "unrest"),
  iso3: fc.constantFrom("MLI", "BFA", null),
  admin1_key: fc.constantFrom("ML04", "ML05", null),
  where_prec: fc.constantFrom(1, 4, 5, 6, 7, null),
  date_start: fc.constantFrom("2020-12-31", "2021-01-01", "2021-12-31"),
  days: fc.constantFrom(0, 1, 400),
  deaths: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
});
const happenings = fc.array(happening, { maxLength: 12 });
type Happenings = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

const asEvents = (found: Happenings) =>
  found.map(({ days, deaths, ...cells }, at) => {
    const [low = 0, best = 0, high = 0] = deaths.toSorted((a, b) => a - b);
    const last = new Date(Date.parse(cells.date_start) + days * 86_400_000).toISOString().slice(0, 10);
    const estimates = { deaths_low: low, deaths_best: best, deaths_high: high };
    return anEvent({ event_id: `e${at}`, date_end: last, ...cells, ...estimates });
  });

/** A claim of each measure, with and without a second actor, about a country, a unit and the world. */
const claims = [
  aClaim({ record_id: "prf-1" }),
  aClaim({ record_id: "prf-2", related_actor_id: "rivals" }),
  aClaim({ record_id: "prf-3", place_id: "mopti-region" }),
  aClaim({ record_id: "prf-4", attribute: "deaths_n", unit: "deaths" }),
  aClaim({ record_id: "prf-5", attribute: "regions_active_n", unit: "regions" }),
  aClaim({ record_id: "prf-6", attribute: "countries_active_n", unit: "countries", place_id: null }),
  aClaim({ record_id: "prf-7", attribute: "clashes_n", unit: "clashes", place_id: null }),
  aClaim({ record_id: "prf-8", attribute: "share_of_activity", unit: "percent", value: "remote violence" }),
  aClaim({ record_id: "prf-9", attribute: "share_of_activity", unit: "percent", value: "violent events" }),
];

const count = (events: ReturnType<typeof asEvents>) => countAmong({ claims, events });
const countsOf = ({ sources }: ClaimAnswer) => sources.flatMap(({ counts }) => counts);
const few = { numRuns: 25 };

describe("counts of any events", () => {
  it("do not depend on the order of the events", async () => {
    const shuffled = happenings.chain((found) => {
      const events = asEvents(found);
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([events, others]) => {
        expect(await count(others)).toEqual(await count(events));
      }),
      few,
    );
  });

  it("do not depend on which side of an event is first", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (found) => {
        const events = asEvents(found);
        const mirrored = events.map((event) => ({
          ...event,
          ...{ actor_a: event.actor_b, assoc_a: event.assoc_b },
          ...{ actor_b: event.actor_a, assoc_b: event.assoc_a },
        }));
        expect(await count(mirrored)).toEqual(await count(events));
      }),
      few,
    );
  });

  it("grow from the narrower to the wider definition, and the wider has just the vague events more", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (found) => {
        for (const answer of await count(asEvents(found))) {
          const by = new Map<string, DefinitionCount>(countsOf(answer).map((counts) => [counts.definition, counts]));
          const [narrower, declared, wider, any] = countDefinitions.map((definition) => by.get(definition));
          if (declared === undefined || wider === undefined) continue;
          expect(narrower?.nEvents ?? 0).toBeLessThanOrEqual(declared.nEvents);
          expect(any?.nEvents ?? declared.nEvents).toBeGreaterThanOrEqual(declared.nEvents);
          if (answer.query.name !== "clashes") expect(wider.nEvents).toBe(declared.nEvents + declared.nVague);
          if (answer.query.measure === "share") continue;
          expect(narrower?.counted ?? 0).toBeLessThanOrEqual(declared.counted);
          expect(declared.counted).toBeLessThanOrEqual(wider.counted);
        }
      }),
      few,
    );
  });

  it("of units and countries are as many as their names, and a share is at most 100", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (found) => {
        for (const answer of await count(asEvents(found))) {
          for (const { counted, names, nEvents, nEventsAll } of countsOf(answer)) {
            if (["units", "countries"].includes(answer.query.measure)) expect(names).toHaveLength(counted);
            else expect(names).toEqual([]);
            if (nEventsAll !== null) expect(counted).toBe(Math.floor((100 * nEvents) / nEventsAll + 0.5));
            expect(nEvents).toBeLessThanOrEqual(nEventsAll ?? nEvents);
          }
        }
      }),
      few,
    );
  });

  it("of the kinds of violence add up", async () => {
    const kinds = ["Armed clash", "Remote violence", "Violence against civilians", "Protest or riot", "Other"];
    const ofKinds = kinds.map((value, at) =>
      aClaim({ record_id: `prf-${at}`, attribute: "share_of_activity", unit: "percent", value }),
    );
    await fc.assert(
      fc.asyncProperty(happenings, async (found) => {
        const answers = await countAmong({ claims: ofKinds, events: asEvents(found) });
        const declared = answers.flatMap((answer) => countsOf(answer).filter((one) => one.definition === "declared"));
        const sum = declared.reduce((total, { nEvents }) => total + nEvents, 0);
        for (const { nEventsAll } of declared) expect(nEventsAll).toBe(sum);
      }),
      few,
    );
  });
});
