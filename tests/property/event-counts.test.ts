import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AliasRow } from "#pipeline/events/aliases.ts";
import type { ClaimAnswer, DefinitionCount } from "#pipeline/events/counts/answer-counts.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import { countDefinitions } from "#schemas/events/count-queries.ts";
import { aClaim, countAmong, someAliases } from "#tests/builders/event-counts.ts";
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

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Names that mean another actor too, on some days or in one country. */
const meaning = fc.record({
  name: side,
  actor_id: fc.constantFrom("rebels", "rebel-wing", "rivals"),
  day_first: fc.constantFrom(-1_000_000, dayOf("2021-01-02"), dayOf("2021-06-01")),
  day_last: fc.constantFrom(1_000_000, dayOf("2021-01-01"), dayOf("2021-12-31")),
  iso3: fc.constantFrom(null, "MLI", "BFA"),
});
const meanings = fc.array(meaning, { maxLength: 4 }).map((found) => [
  ...someAliases,
  ...found.map((one) => ({
    ...one,
    event_source: "ucdp-ged",
    family_id: one.actor_id === "rebel-wing" ? "rebels" : one.actor_id,
  })),
]);

/** How near the actors of one side of an event are to an actor: 2 is the same, 1 of the family, 0 neither. */
function closenessOf(
  event: CanonicalEvent,
  names: readonly (string | null)[],
  actor: string,
  aliases: readonly AliasRow[],
) {
  const written = names.flatMap((name) => name?.split("; ") ?? []);
  const meant = aliases.filter(
    ({ name, day_first, day_last, iso3 }) =>
      written.includes(name) &&
      day_first <= Number(event.day_last) &&
      day_last >= Number(event.day_first) &&
      (iso3 === null || iso3 === event.iso3),
  );
  if (meant.some(({ actor_id }) => actor_id === actor)) return 2;
  return meant.some(({ family_id }) => family_id === actor) ? 1 : 0;
}

/** Attacks in Mali in 2021, read event by event: sure ones of the family, of the actor itself, and vague ones of the family. */
function readOneByOne(events: readonly CanonicalEvent[], opponent: string | null, aliases: readonly AliasRow[]) {
  const counts = { family: 0, actor: 0, vague: 0 };
  for (const event of events) {
    const nearness = (actor: string) => [
      closenessOf(event, [event.actor_a, event.assoc_a], actor, aliases),
      closenessOf(event, [event.actor_b, event.assoc_b], actor, aliases),
    ];
    const [rebelsA = 0, rebelsB = 0] = nearness("rebels");
    const [otherA = 0, otherB = 0] = opponent === null ? [2, 2] : nearness(opponent);
    const closeness = Math.max(Math.min(rebelsA, otherB), Math.min(rebelsB, otherA));
    const isKnown = event.iso3 !== null && event.where_prec !== 7;
    const isOver = Number(event.day_first) > dayOf("2021-12-31") || Number(event.day_last) < dayOf("2021-01-01");
    if (event.event_kind === "unrest" || isOver || closeness === 0 || (isKnown && event.iso3 !== "MLI")) continue;
    const isWithin = Number(event.day_first) >= dayOf("2021-01-01") && Number(event.day_last) <= dayOf("2021-12-31");
    if (!isKnown || !isWithin) counts.vague += 1;
    else counts.family += 1;
    if (isKnown && isWithin && closeness === 2) counts.actor += 1;
  }
  return counts;
}

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

  it("are those of reading each event by itself, whatever names mean when and where", async () => {
    const read = claims.slice(0, 2);
    await fc.assert(
      fc.asyncProperty(happenings, meanings, async (found, aliases) => {
        const events = asEvents(found);
        const answers = await countAmong({ claims: read, events, aliases });
        for (const [at, opponent] of [null, "rivals"].entries()) {
          const by = new Map(
            answers
              .slice(at, at + 1)
              .flatMap(countsOf)
              .map((one) => [one.definition, one]),
          );
          expect({
            family: by.get("declared")?.nEvents,
            actor: by.get("narrower")?.nEvents,
            vague: by.get("declared")?.nVague,
          }).toEqual(readOneByOne(events, opponent, aliases));
        }
      }),
      { numRuns: 100 },
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
