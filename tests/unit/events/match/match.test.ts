import { describe, expect, test } from "vitest";
import { readAliases } from "#pipeline/events/aliases.ts";
import type { MatchRecord } from "#pipeline/events/match/match-record.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";
import { aMatchRecord, candidatesOf } from "#tests/builders/matching.ts";

const METRES_NORTH = 1 / 111_195;
const north = (metres: number) => 14.5 + metres * METRES_NORTH;

const partsOf = async (record: Partial<MatchRecord>, event: Partial<CanonicalEvent>) => {
  const [candidate] = await candidatesOf([aMatchRecord(record)], [anEvent(event)]);
  if (candidate === undefined) return null;
  const { distance_m, gap_days, score_place, score_time, score_actors, score } = candidate;
  return { distance_m, gap_days, score_place, score_time, score_actors, score };
};

test("the same point, day and actors score 100", async () => {
  expect(await partsOf({}, {})).toEqual({
    distance_m: 0,
    gap_days: 0,
    score_place: 40,
    score_time: 30,
    score_actors: 30,
    score: 100,
  });
});

describe("the place", () => {
  test.each([
    { metres: 1250, where_prec: 1, score_place: 39 },
    { metres: 24_990, where_prec: 2, score_place: 20 },
    { metres: 49_990, where_prec: 3, score_place: 0 },
  ])("falls with the distance: $metres m at precision $where_prec", async ({ metres, where_prec, score_place }) => {
    const found = await partsOf({}, { latitude: north(metres), where_prec });
    expect(found?.score_place).toBe(score_place);
    expect(found?.distance_m).toBeCloseTo(metres, -1);
  });

  test.each([
    { metres: 25_100, where_prec: 1 },
    { metres: 50_100, where_prec: 3 },
  ])("ends at the window: $metres m at precision $where_prec", async ({ metres, where_prec }) => {
    expect(await partsOf({}, { latitude: north(metres), where_prec })).toBeNull();
    expect(await partsOf({ where_prec }, { latitude: north(metres) })).toBeNull();
  });

  test.each([
    ["the same unit, far away", { where_prec: 4, latitude: 20 }, 10],
    ["the same unit, nearby", { where_prec: 4 }, 10],
    ["another unit, nearby", { where_prec: 5, admin1_key: "ML06" }, 5],
    ["the same country", { where_prec: 6, latitude: 20, admin1_key: null }, 5],
    ["the same country, without a point", { where_prec: 6, latitude: null, longitude: null, admin1_key: null }, 5],
    ["several countries, the same unit", { where_prec: 7, latitude: 20 }, 10],
    ["an unknown precision", { where_prec: null, latitude: 20 }, 10],
    ["a unit without a point that calls itself exact", { where_prec: 1, latitude: null, longitude: null }, 10],
  ])("of a vague event counts by unit and country: %s", async (_, event, score_place) => {
    expect((await partsOf({}, event))?.score_place).toBe(score_place);
  });

  test.each([
    ["another unit, far away", { where_prec: 4, latitude: 20, admin1_key: "ML06" }],
    ["the same unit, far away, exact", { where_prec: 3, latitude: 20 }],
    ["another country", { where_prec: 6, latitude: 20, admin1_key: null, iso3: "NER" }],
    ["nothing known of it", { where_prec: 7, latitude: null, longitude: null, admin1_key: null, iso3: null }],
  ])("of a vague event is not near enough: %s", async (_, event) => {
    expect(await partsOf({}, event)).toBeNull();
  });

  test("of a record without a point is its unit", async () => {
    const record = { latitude: null, longitude: null, where_prec: 4 };
    expect(await partsOf(record, { latitude: 20 })).toMatchObject({ score_place: 10, distance_m: null });
    expect(await partsOf(record, { admin1_key: "ML06" })).toBeNull();
  });

  test.each([
    ["across the date line", { latitude: 10, longitude: 179.9 }, { latitude: 10, longitude: -179.9 }, 21_901],
    ["on the date line", { latitude: 10, longitude: -180 }, { latitude: 10, longitude: 180 }, 0],
    ["near a pole", { latitude: 89.9, longitude: 0, where_prec: 3 }, { latitude: 89.9, longitude: 180 }, 22_239],
  ])("is measured on the globe: %s", async (_, record, event, metres) => {
    expect((await partsOf(record, event))?.distance_m).toBe(metres);
  });
});

describe("the time", () => {
  test.each([
    ["one day later", { date_start: "2021-06-16" }, { gap_days: 1, score_time: 26 }],
    ["seven days earlier", { date_start: "2021-06-08" }, { gap_days: 7, score_time: 3 }],
    [
      "a week around",
      { date_start: "2021-06-12", date_end: "2021-06-18", date_prec: 3 },
      { gap_days: 0, score_time: 30 },
    ],
    [
      "a month around",
      { date_start: "2021-06-01", date_end: "2021-06-30", date_prec: 4 },
      { gap_days: 0, score_time: 20 },
    ],
    [
      "a month before",
      { date_start: "2021-05-01", date_end: "2021-05-31", date_prec: 4 },
      { gap_days: 15, score_time: 10 },
    ],
    [
      "a half-year",
      { date_start: "2021-01-01", date_end: "2021-06-30", date_prec: 5 },
      { gap_days: 0, score_time: 10 },
    ],
    ["two years", { date_start: "2020-01-01", date_end: "2021-12-31", date_prec: 5 }, { gap_days: 0, score_time: 5 }],
  ])("%s", async (_, event, expected) => {
    expect(await partsOf({}, event)).toMatchObject(expected);
  });

  test.each([
    ["eight days later", { date_start: "2021-06-23" }],
    ["eight days earlier", { date_start: "2021-06-07" }],
    ["32 days later, vague", { date_start: "2021-07-17", date_prec: 4 }],
  ])("ends at the window: %s", async (_, event) => {
    expect(await partsOf({}, event)).toBeNull();
  });

  test("finds every event of the window, short or long, whatever its bucket", async () => {
    const day = 18_800;
    const spans = [0, 1, 30, 31, 32, 33, 400];
    const firsts = Array.from({ length: 140 }, (_, at) => day - 70 + at);
    const events = firsts.flatMap((first) =>
      spans.map((span) =>
        anEvent({ event_id: `${first}+${span}`, day_first: first, day_last: first + span, date_prec: 4 }),
      ),
    );
    const reached = events.filter(
      ({ day_first, day_last }) => (day_first ?? 0) - day <= 31 && day - (day_last ?? 0) <= 31,
    );
    const [found] = await candidatesOf([aMatchRecord({ day_first: day, day_last: day })], events);
    expect(found?.n_candidates).toBe(reached.length);
  });
});

describe("the actors", () => {
  test.each([
    ["mirrored sides", { actor_a: "Test Rebels", actor_b: "Government of Testland" }, 30],
    ["one of the family", { actor_b: "Test Rebels, north" }, 25],
    ["one side only", { actor_b: "Other Rebels" }, 15],
    ["an associate", { actor_b: "Strangers", assoc_b: "More strangers; Test Rebels" }, 30],
    ["both on one side", { actor_a: "Government of Testland", assoc_a: "Test Rebels", actor_b: "Strangers" }, 15],
    ["family on one side only", { actor_a: "Strangers", actor_b: "Test Rebels, north" }, 10],
  ])("score by side: %s", async (_, event, score_actors) => {
    expect((await partsOf({}, event))?.score_actors).toBe(score_actors);
  });

  test.each([
    ["nobody in common", { actor_a: "Other Rebels", actor_b: "Strangers" }],
    ["a name that only begins like one", { actor_a: "Strangers", actor_b: "Test Rebels of the south" }],
    ["nobody at all", { actor_a: null, actor_b: null }],
  ])("must share a family: %s", async (_, event) => {
    expect(await partsOf({}, event)).toBeNull();
  });

  test("a name means an actor on the days of its alias alone, and in its source alone", async () => {
    const alias = { event_source: "ucdp-ged", name: "Test Rebels", actor_id: "rebels", family_id: "rebels" };
    const found = (from: string | null, to: string | null, source = "ucdp-ged") =>
      candidatesOf(
        [aMatchRecord()],
        [anEvent()],
        readAliases([{ ...alias, event_source: source, valid_from: from, valid_to: to, countries: null }]),
      );
    expect(await found("2021-06-15", "2021-06-15")).toHaveLength(1);
    expect(await found("2021-06-16", null)).toHaveLength(0);
    expect(await found(null, "2021-06-14")).toHaveLength(0);
    expect(await found(null, null, "acled")).toHaveLength(0);
  });

  test.each([
    ["BFA; MLI", "MLI", 1],
    ["BFA; NER", "MLI", 0],
    ["BFA; MLI", null, 0],
  ])(
    "a name means an actor in the countries of its alias alone: %s, and an event in %s",
    async (countries, iso3, n) => {
      const alias = { event_source: "ucdp-ged", name: "Test Rebels", actor_id: "rebels", family_id: "rebels" };
      const aliases = readAliases([{ ...alias, valid_from: null, valid_to: null, countries }]);
      expect(await candidatesOf([aMatchRecord()], [anEvent({ iso3 })], aliases)).toHaveLength(n);
    },
  );
});

describe("the order", () => {
  test("is by score, distance, gap and id, and ends after three of each source", async () => {
    const events = [
      anEvent({ event_id: "far", latitude: north(10_000) }),
      anEvent({ event_id: "b", latitude: north(400) }),
      anEvent({ event_id: "a", latitude: north(400) }),
      anEvent({ event_id: "nearer", latitude: north(300) }),
    ];
    const found = await candidatesOf([aMatchRecord()], events);
    expect(found.map(({ event_id }) => event_id)).toEqual(["nearer", "a", "b"]);
    expect(found.map(({ place_in_order, n_candidates }) => [place_in_order, n_candidates])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
  });

  test("candidates of two sources do not compete", async () => {
    const alias = {
      name: "Test Rebels",
      actor_id: "rebels",
      family_id: "rebels",
      valid_from: null,
      valid_to: null,
      countries: null,
    };
    const sources = ["ucdp-ged", "acled"];
    const found = await candidatesOf(
      [aMatchRecord()],
      sources.map((event_source) => anEvent({ event_source })),
      readAliases(sources.map((event_source) => ({ ...alias, event_source }))),
    );
    expect(found.map(({ event_source, n_candidates }) => [event_source, n_candidates])).toEqual([
      ["acled", 1],
      ["ucdp-ged", 1],
    ]);
  });
});
