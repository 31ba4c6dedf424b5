import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

// A frozen coding, made up for this test: `profile` is retold by `news`; `study` and `blog` are independent.

const profile = (record_id: string, cells: Row) =>
  aCodedRow("profile", { record_id, attribute: "tactic", value: "ambush", amount: null, unit: null, ...cells });
const event = (record_id: string, cells: Row) => aCodedRow("events", { record_id, event_type: "formation", ...cells });
const incident = (record_id: string, cells: Row) =>
  aCodedRow("economic_warfare", {
    record_id,
    kind: "incident",
    place_id: "mali",
    ...{ targets: null, purposes: null, amount: null, unit: null },
    ...cells,
  });
const dated = (date: string) => ({ date, date_text: "then" });

const { resolution, issues } = resolveRaw(
  aRawInput({
    sources: [
      aSource("profile", { reliability: "B", date_published: "2023-11-13" }),
      aSource("study", { reliability: "C", date_published: "2024-01" }),
      aSource("blog", { reliability: "D", date_published: "2020" }),
      aSource("news", { reliability: "E", date_published: "2025", derived_from: "profile" }),
    ],
    events: [
      event("evt-1", { source_id: "profile", ...dated("2017-03") }),
      event("evt-1", { source_id: "study", ...dated("2017") }),
      event("evt-1", { source_id: "blog", ...dated("2017-03-02") }),
      event("evt-2", { source_id: "blog", certainty: "hedged", ...dated("2019-05") }),
      event("evt-2", { source_id: "profile", description: "Nobody says when." }),
      event("evt-3", { source_id: "profile", ...dated("2020-37/..") }),
      event("evt-3", { source_id: "study", ...dated("2019/..") }),
      event("evt-3", { source_id: "blog", ...dated("2018") }),
    ],
    profile: [
      profile("prf-1", { source_id: "blog", amount: "1000..2000", unit: "persons", certainty: "hedged" }),
      profile("prf-1", { source_id: "blog", amount: "2000", unit: "persons", certainty: "hedged", evidence: "p1s2" }),
      profile("prf-2", { source_id: "profile", amount: "<50", unit: "percent" }),
      profile("prf-2", { source_id: "news", amount: ">50", unit: "percent" }),
      profile("prf-3", { source_id: "study", value: "no control" }),
      profile("prf-3", { source_id: "study", value: "control", evidence: "p1s2" }),
      profile("prf-3", { source_id: "blog", value: "control" }),
      profile("prf-3", { source_id: "profile", value: "control" }),
    ],
    economic_warfare: [
      incident("ewf-1", { source_id: "profile", targets: "trade_goods" }),
      incident("ewf-1", { source_id: "news", targets: "gold" }),
      incident("ewf-1", { source_id: "blog", targets: "market; mining_site" }),
      incident("ewf-1", {
        ...{ source_id: "study", targets: "livestock", purposes: "punish_opponents" },
        ...{ certainty: "attributed", attributed_to: "A party" },
      }),
    ],
    decisions: [aCodedRow("decisions", { table: "events", record_id: "evt-3", column: "date", source_id: "study" })],
  }),
);
const published = publishedRows(resolution);

/** The claims of one cell, in no order: as a reader filters them from claims.csv. */
const claimsOf = (record: string, column: string) =>
  published.claims
    .filter((claim) => claim.record_id === record && claim.column === column)
    .map(({ value, source_id, certainty, status, rule }) => `${source_id} ${certainty}: ${value} [${rule}, ${status}]`)
    .sort();

const cell = (table: PublishedTableName, record: string, column: string) =>
  published[table].find(({ record_id }) => record_id === record)?.[column];

/** Each is worked out by the words of the codebook alone ("How statements become records"), the working in its comments. */
describe("cells rebuilt by hand", () => {
  it("come from a coding without errors", () => {
    expect(issues.filter(({ code }) => !/^resolve\/(un|not-filled)|no-rows/u.test(code))).toEqual([]);
  });

  it("a date, by most_precise", () => {
    expect(claimsOf("evt-1", "date")).toEqual([
      "blog stated: 2017-03-02 [most_precise, accepted]",
      "profile stated: 2017-03 [most_precise, compatible]",
      "study stated: 2017 [most_precise, compatible]",
    ]);
    // All are stated and none retells another, so that all count; profile leads, being the most reliable. 2 March 2017
    // lies in March 2017 and in 2017: they share a day. The one with the fewest days is the day itself. It is not the
    // lead's.
    expect(cell("events", "evt-1", "date")).toBe("2017-03-02");
    expect(cell("events", "evt-1", "lead_source_id")).toBe("profile");
    expect(cell("events", "evt-1", "columns_from_others")).toBe("date");
    expect(cell("events", "evt-1", "agreement")).toBe("compatible");
  });

  it("a date that does not count, because the leading statement has none", () => {
    expect(claimsOf("evt-2", "date")).toEqual(["blog hedged: 2019-05 [most_precise, compatible]"]);
    // profile leads: stated comes before hedged. It gives no date.
    expect([cell("events", "evt-2", "date"), cell("events", "evt-2", "date_text")]).toEqual([null, null]);
    expect(cell("events", "evt-2", "columns_from_others")).toBeNull();
  });

  it("a date, by decision", () => {
    expect(claimsOf("evt-3", "date")).toEqual([
      "blog stated: 2018 [decision, overruled]",
      "profile stated: 2020-37/.. [decision, compatible]",
      "study stated: 2019/.. [decision, accepted]",
    ]);
    // decisions.csv names study, so that only it counts. Since 2020 has days in common with since 2019; 2018 has none.
    expect(cell("events", "evt-3", "date")).toBe("2019/..");
    expect(cell("events", "evt-3", "agreement")).toBe("conflicting");
  });

  it("a number, by range", () => {
    expect(claimsOf("prf-1", "amount")).toEqual([
      "blog hedged: 1000..2000 [range, accepted]",
      "blog hedged: 2000 [range, accepted]",
    ]);
    // Both are of one source and equally strong, so that both count; the first sentence leads. Lowest allowed: 1000.
    // Highest: 2000. The one single number is 2000.
    const [row] = published.actor_profile;
    expect([row?.amount_low, row?.amount_best, row?.amount_high]).toEqual([1000, 2000, 2000]);
    expect([row?.lead_evidence, row?.columns_from_others]).toEqual(["p1s1", "amount"]);
    expect([row?.agreement, row?.n_independent_sources]).toEqual(["compatible", 1]);
  });

  it("a number that a retelling contradicts", () => {
    expect(claimsOf("prf-2", "amount")).toEqual([
      "news stated: >50 [range, outvoted]",
      "profile stated: <50 [range, accepted]",
    ]);
    // news retells profile, and is not heard. Only <50 counts: no lowest, no single number, highest 50. No number is
    // below and above 50 at once: conflicting. The situation is as of the profile, not of the news.
    const [, row] = published.actor_profile;
    expect([row?.amount_low, row?.amount_best, row?.amount_high]).toEqual([null, null, 50]);
    expect([row?.agreement, row?.n_independent_sources, row?.as_of]).toEqual(["conflicting", 1, "2023-11-13"]);
    expect(row?.disagreement_ids).toBe("dis-prf-2-amount");
  });

  it("a value, by majority", () => {
    expect(claimsOf("prf-3", "value")).toEqual([
      "blog stated: control [majority, accepted]",
      "profile stated: control [majority, accepted]",
      "study stated: control [majority, accepted]",
      "study stated: no control [majority, outvoted]",
    ]);
    // Three families, one vote each, that of its first claim: study votes for no control, the others for control.
    expect(cell("actor_profile", "prf-3", "value")).toBe("control");
  });

  it("a list, by union", () => {
    expect(claimsOf("ewf-1", "targets")).toEqual([
      "blog stated: market; mining_site [union, accepted]",
      "news stated: gold [union, compatible]",
      "profile stated: trade_goods [union, accepted]",
      "study attributed: livestock [union, compatible]",
    ]);
    // profile leads. news retells it, and study only passes on what a party says, which is weaker: neither counts.
    expect(cell("economic_warfare_incidents", "ewf-1", "targets")).toBe("market; mining_site; trade_goods");
    expect(cell("economic_warfare_incidents", "ewf-1", "purposes")).toBeNull();
    expect(cell("economic_warfare_incidents", "ewf-1", "attributed_to")).toBeNull();
  });
});
