import { describe, expect, it } from "vitest";
import type { ClaimAnswer } from "#pipeline/events/counts/answer-counts.ts";
import { formatCounts } from "#pipeline/events/counts/format-counts.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import { aClaim, anEdition, countAmong, someAliases } from "#tests/builders/event-counts.ts";
import { anEvent } from "#tests/builders/event-parquet.ts";

type Cells = Partial<CanonicalEvent>;

const numbered = (events: readonly Cells[]) => events.map((cells, at) => anEvent({ event_id: `e${at}`, ...cells }));

/** The one answer of the one source, or why there is none. */
const answerOf = ([answer]: readonly ClaimAnswer[]) => answer?.reason ?? answer?.sources[0]?.reason ?? null;
const countsOf = ([answer]: readonly ClaimAnswer[]) =>
  Object.fromEntries((answer?.sources[0]?.counts ?? []).map(({ definition, counted }) => [definition, counted]));
const vagueIn = ([answer]: readonly ClaimAnswer[]) =>
  answer?.sources[0]?.counts.find(({ definition }) => definition === "declared")?.nVague;

const ask = (claim: Parameters<typeof aClaim>[0], events: readonly Cells[]) =>
  countAmong({ claims: [aClaim(claim)], events: numbered(events) });

describe("the definitions of a count", () => {
  it("are the actor alone, its family, what may lie in area and window too, and anybody", async () => {
    const answers = await ask({}, [
      {},
      { actor_b: "Rebel Wing" },
      { actor_b: "Rebel Wing", where_prec: 7 },
      { actor_b: "Others" },
      { actor_b: "Others", where_prec: 7 },
    ]);
    expect(countsOf(answers)).toEqual({ narrower: 1, declared: 2, wider: 3, any_actor: 3 });
    expect(vagueIn(answers)).toBe(1);
  });

  it("find the actor on either side, and among those who took part with it", async () => {
    const answers = await ask({}, [
      { actor_a: "Test Rebels", actor_b: "Others" },
      { actor_b: "Others", assoc_b: "Somebody; Test Rebels; Somebody else" },
      { actor_b: "Others", assoc_a: "Rebel Wing" },
      { actor_b: "Others", assoc_a: "Test Rebels of the South" },
    ]);
    expect(countsOf(answers)).toMatchObject({ narrower: 2, declared: 3 });
  });

  it("take a name only in the days in which it means the actor", async () => {
    const [rebels] = someAliases;
    const aliases = rebels === undefined ? [] : [{ ...rebels, day_first: 18_800 }];
    const events = numbered([{ date_start: "2021-06-21" }, { date_start: "2021-06-22" }]);
    expect(countsOf(await countAmong({ claims: [aClaim()], events, aliases }))).toMatchObject({ declared: 1 });
  });
});

describe("a name that means the actor in some countries", () => {
  const [rebels] = someAliases;
  const aliases = rebels === undefined ? [] : [{ ...rebels, iso3: "MLI" }];
  const events = numbered([{}, { iso3: "BFA" }, { iso3: null }]);
  const clashes = { attribute: "clashes_n", unit: "clashes", place_id: null } as const;

  it("is taken there alone", async () => {
    expect(countsOf(await countAmong({ claims: [aClaim(clashes)], events, aliases }))).toMatchObject({ wider: 1 });
  });

  it("is no name of it in another country", async () => {
    const elsewhere = aliases.map((alias) => ({ ...alias, iso3: "BFA" }));
    const claims = [aClaim({ ...clashes, place_id: "mali" })];
    const answers = await countAmong({ claims, events, aliases: elsewhere });
    expect(answerOf(answers)).toEqual({ code: "no-alias", actors: ["rebels"] });
  });
});

it("leaves any actor out where the area is the world", async () => {
  const answers = await ask({ attribute: "clashes_n", unit: "clashes", place_id: null }, [{}, { actor_b: "Others" }]);
  expect(Object.keys(countsOf(answers))).toEqual(["narrower", "declared", "wider"]);
});

describe("an event", () => {
  const clash = { attribute: "clashes_n", unit: "clashes" } as const;

  it.each<[string, Cells, number, number]>([
    ["within the year", {}, 1, 0],
    ["on its first and last day", { date_start: "2021-01-01", date_end: "2021-12-31" }, 1, 0],
    ["across its end", { date_start: "2021-12-31", date_end: "2022-01-01" }, 0, 1],
    ["before it", { date_start: "2020-12-31" }, 0, 0],
    ["in another country", { iso3: "BFA" }, 0, 0],
    ["of no known country", { iso3: null }, 0, 1],
    ["in several countries", { iso3: "BFA", where_prec: 7 }, 0, 1],
    ["somewhere in the country", { where_prec: 6 }, 1, 0],
    ["of another kind", { event_kind: "against_civilians" }, 0, 0],
  ])("%s is counted or vague", async (_, cells, counted, vague) => {
    const answers = await ask(clash, [cells]);
    expect([countsOf(answers).declared, vagueIn(answers)]).toEqual([counted, vague]);
  });

  it.each<[string, Cells, number, number]>([
    ["in the unit", {}, 1, 0],
    ["known to the unit alone", { where_prec: 4 }, 1, 0],
    ["known to the country alone", { where_prec: 6 }, 0, 1],
    ["of no known unit", { admin1_key: null }, 0, 1],
    ["in another unit", { admin1_key: "ML04" }, 0, 0],
    ["of no known unit of another country", { iso3: "BFA", admin1_key: null }, 0, 0],
    ["in several countries", { iso3: "BFA", admin1_key: null, where_prec: 7 }, 0, 1],
  ])("%s is counted or vague for a claim about a first-level unit", async (_, cells, counted, vague) => {
    const answers = await ask({ ...clash, place_id: "mopti-region" }, [cells]);
    expect([countsOf(answers).declared, vagueIn(answers)]).toEqual([counted, vague]);
  });

  it("of remote violence is a clash only in the wider definition", async () => {
    expect(countsOf(await ask(clash, [{}, { event_kind: "remote_violence" }]))).toEqual({
      narrower: 1,
      declared: 1,
      wider: 2,
      any_actor: 1,
    });
  });
});

describe("a claim about two actors", () => {
  it("is counted where they stand on different sides, whichever is first", async () => {
    const answers = await ask({ related_actor_id: "rivals" }, [
      { actor_a: "Test Rebels", actor_b: "Rivals" },
      { actor_a: "Rivals", actor_b: "Rebel Wing" },
      { actor_a: "Rivals", actor_b: "Others" },
      { actor_a: "Test Rebels", assoc_a: "Rivals", actor_b: "Others" },
    ]);
    expect(countsOf(answers)).toEqual({ narrower: 1, declared: 2, wider: 2, any_actor: 4 });
  });
});

describe("deaths", () => {
  it("are the low, the best and the high estimate of what each definition counts", async () => {
    const answers = await ask({ attribute: "deaths_n", unit: "deaths" }, [
      { deaths_low: 1, deaths_best: 3, deaths_high: 9 },
      { actor_b: "Rebel Wing", deaths_low: null, deaths_best: 4, deaths_high: null },
      { iso3: null, deaths_best: 5, deaths_high: 6 },
    ]);
    expect(countsOf(answers)).toEqual({ narrower: 1, declared: 7, wider: 19, any_actor: 7 });
  });
});

describe("units and countries", () => {
  const regions = { attribute: "regions_active_n", unit: "regions" } as const;

  it("are counted once each, and named", async () => {
    const answers = await ask(regions, [
      {},
      { admin1: "Mopti" },
      { admin1: "Segou", admin1_key: "ML04", where_prec: 5 },
      { admin1: "Sahel", admin1_key: "BF56", iso3: "BFA", where_prec: 7 },
    ]);
    expect(countsOf(answers)).toEqual({ narrower: 1, declared: 1, wider: 2, any_actor: 1 });
    expect(vagueIn(answers)).toBe(2);
    expect(answers[0]?.sources[0]?.counts[2]?.names).toEqual([
      { key: "ML04", name: "Segou", nEvents: 1 },
      { key: "ML05", name: "Mopti", nEvents: 2 },
    ]);
  });

  it("are those of the whole world if a claim about countries names no place", async () => {
    const claim = { attribute: "countries_active_n", unit: "countries", place_id: null } as const;
    const answers = await ask(claim, [{}, { iso3: "BFA", country: "Burkina Faso" }, { iso3: "NER", where_prec: 7 }]);
    expect(countsOf(answers)).toEqual({ narrower: 2, declared: 2, wider: 3 });
    expect(vagueIn(answers)).toBe(1);
  });

  it("have beside them the units of the country's list that were not counted", async () => {
    const units = [
      { iso3: "MLI", pcode: "ML04", names: ["Segou"] },
      { iso3: "MLI", pcode: "ML05", names: ["Mopti", "Mopti region"] },
      { iso3: "BFA", pcode: "BF01", names: ["Sahel"] },
    ];
    const claims = [aClaim({ attribute: "regions_active_n", unit: "regions" })];
    const [answer] = await countAmong({
      claims,
      events: numbered([{ admin1_key: "ML04", admin1: "Segou", where_prec: 5 }, {}]),
      units,
    });
    const others = answer?.sources[0]?.counts.map((count) => [count.definition, count.others.map(({ name }) => name)]);
    expect(Object.fromEntries(others ?? [])).toMatchObject({ declared: ["Segou"], wider: [] });
    expect(answer === undefined ? "" : formatCounts([answer])).toContain("Wider also: Segou (ML04) 1 event.");
    const [none] = await countAmong({ claims, events: [], units });
    expect(none === undefined ? "" : formatCounts([none])).toContain("In neither: Segou (ML04), Mopti (ML05).");
  });
});

describe("a share", () => {
  const share = { attribute: "share_of_activity", unit: "percent" } as const;
  const totals = ([answer]: readonly ClaimAnswer[]) =>
    answer?.sources[0]?.counts.map(({ counted, nEvents, nEventsAll }) => [counted, nEvents, nEventsAll]);

  it("of a kind that the value names is a share of all that the actor does", async () => {
    const answers = await ask({ ...share, value: "remote violence", place_id: null }, [
      { event_kind: "remote_violence" },
      { event_kind: "other" },
      { event_kind: "unrest", actor_b: "Rebel Wing" },
      { event_kind: "remote_violence", actor_b: "Others" },
    ]);
    expect(answers[0]?.query.name).toBe("share_of_kind");
    expect(totals(answers)).toEqual([
      [50, 1, 2],
      [33, 1, 3],
      [33, 1, 3],
    ]);
  });

  it("in a place that the value names is a share of what the actor does anywhere", async () => {
    const answers = await ask({ ...share, value: "mostly in Mali" }, [{}, {}, { iso3: "BFA" }, { actor_b: "Others" }]);
    expect(answers[0]?.query.name).toBe("share_in_place");
    expect(totals(answers)).toEqual([
      [67, 2, 3],
      [67, 2, 3],
      [67, 2, 3],
      [75, 3, 4],
    ]);
  });

  it("of anything else is a share of what happens in the place, so that it has no count for any actor", async () => {
    const answers = await ask({ ...share, value: "violent events" }, [{}, { actor_b: "Rebel Wing" }, { actor_b: "X" }]);
    expect(answers[0]?.query.name).toBe("share_of_all");
    expect(totals(answers)).toEqual([
      [33, 1, 3],
      [67, 2, 3],
      [67, 2, 3],
    ]);
  });

  it("is not counted where there is nothing that it could be a share of", async () => {
    expect(answerOf(await ask({ ...share, value: "violent events" }, [{ iso3: "BFA" }]))).toEqual({
      code: "nothing-to-share",
    });
  });
});

describe("a claim that is not counted has a reason", () => {
  it.each<[string, Parameters<typeof aClaim>[0], object]>([
    ["without a number", { amount_low: null, amount_best: null, amount_high: null }, { code: "no-amount" }],
    ["in another unit", { unit: "percent" }, { code: "other-unit", unit: "percent" }],
    ["in an area of several countries", { place_id: "central-sahel" }, { code: "no-area", place: "central Sahel" }],
    ["in a part of a country", { place_id: "central-mali" }, { code: "no-area", place: "central Mali" }],
    [
      "about regions of no country",
      { attribute: "regions_active_n", unit: "regions", place_id: null },
      { code: "needs-place", needed: "country" },
    ],
    [
      "about regions of a part of a country",
      { attribute: "regions_active_n", unit: "regions", place_id: "central-mali" },
      { code: "no-area", place: "central Mali" },
    ],
    [
      "about a share of what happens nowhere",
      { attribute: "share_of_activity", unit: "percent", place_id: null },
      { code: "needs-place", needed: "place" },
    ],
    ["with an open date", { date: "2021/..", date_latest: null }, { code: "open-date", date: "2021/.." }],
    ["without any date", { date: null, as_of_latest: null }, { code: "no-time" }],
    ["about an actor without a name", { actor_id: "nobody" }, { code: "no-alias", actors: ["nobody"] }],
    ["about a second such actor", { related_actor_id: "nobody" }, { code: "no-alias", actors: ["nobody"] }],
  ])("%s", async (_, claim, reason) => {
    expect(answerOf(await ask(claim, [{}]))).toMatchObject(reason);
  });

  it("in a source that has no events of the kind", async () => {
    const editions = [anEdition({ kinds: ["armed_clash"] })];
    const remote = aClaim({ attribute: "share_of_activity", unit: "percent", value: "remote violence" });
    const answers = await countAmong({ claims: [remote, aClaim()], events: numbered([{}]), editions });
    expect(answerOf(answers)).toEqual({ code: "no-such-kind", kinds: ["remote_violence"] });
    expect(answers[1]?.sources[0]).toMatchObject({
      reason: null,
      missingKinds: ["remote_violence", "against_civilians"],
    });
  });

  it("in an edition that has none of its days; and some of its days are said", async () => {
    const of = (first_day: string, last_day: string) =>
      countAmong({ claims: [aClaim()], events: [], editions: [anEdition({ first_day, last_day })] });
    expect(answerOf(await of("2015-01-01", "2020-12-31"))).toMatchObject({ code: "outside-edition" });
    const [part] = await of("2015-01-01", "2021-06-30");
    expect(part?.sources[0]).toMatchObject({ reason: null, covered: { first: "2021-01-01", last: "2021-06-30" } });
  });
});

describe("claims", () => {
  it("that no query counts have no answer", async () => {
    expect(await ask({ attribute: "ideology" }, [{}])).toEqual([]);
  });

  it("without a date are counted in the 365 days that end with as_of", async () => {
    const undated = { date: null, date_earliest: null, date_latest: null, as_of_latest: "2023-11-13" };
    const days = ["2022-11-13", "2022-11-14", "2023-11-13", "2023-11-14"];
    const answers = await ask(
      undated,
      days.map((date_start) => ({ date_start })),
    );
    expect(answers[0]?.window).toEqual({ from: "year_before_source", first: "2022-11-14", last: "2023-11-13" });
    expect(countsOf(answers).declared).toBe(2);
  });

  it("are counted in each source by itself", async () => {
    const [rebels] = someAliases;
    const aliases = rebels === undefined ? [] : [rebels, { ...rebels, event_source: "acled" }];
    const editions = [anEdition(), anEdition({ event_source: "acled" })];
    const events = numbered([{}, { event_source: "acled" }, { event_source: "acled" }]);
    const [answer] = await countAmong({ claims: [aClaim()], events, aliases, editions });
    expect(answer?.sources.map(({ counts }) => counts[1]?.counted)).toEqual([1, 2]);
  });
});
