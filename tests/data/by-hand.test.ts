import { describe, expect, it } from "vitest";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { theRealData } from "#tests/builders/real-data.ts";

const { published } = await theRealData();
const { claims } = published;

/** The claims of one cell, in no order: as a reader filters them from claims.csv. */
const claimsOf = (record: string, column: string) =>
  claims
    .filter((claim) => claim.record_id === record && claim.column === column)
    .map(({ value, source_id, certainty, status, rule }) => `${source_id} ${certainty}: ${value} [${rule}, ${status}]`)
    .sort();

const cell = (table: PublishedTableName, record: string, column: string) =>
  published[table].find(({ record_id }) => record_id === record)?.[column];

/** Each is worked out by the words of the codebook alone ("How statements become records"), the working in its comments. */
describe("cells rebuilt by hand", () => {
  it("a date, by most_precise: the day of the merger", () => {
    expect(claimsOf("evt-001", "date")).toEqual([
      "acled-2023 stated: 2017-03 [most_precise, compatible]",
      "ict-2024 stated: 2017 [most_precise, compatible]",
      "merger-profile-2020 stated: 2017-03-02 [most_precise, accepted]",
    ]);
    // None of the three retells another, so all count. 2 March 2017 lies in March 2017 and in 2017: they share a
    // day. The one with the fewest days is the day itself; the other two hold it whole, so they are compatible.
    expect(cell("events", "evt-001", "date")).toBe("2017-03-02");
    expect(cell("events", "evt-001", "date_text")).toBe("March 2, 2017");
    expect(cell("events", "evt-001", "agreement")).toBe("compatible");
  });

  it("a number, by range: the strength of JNIM", () => {
    const [record] = published.actor_profile.filter(
      ({ attribute, actor_id }) => attribute === "strength_fighters" && actor_id === "jnim",
    );
    const id = String(record?.record_id);
    expect(claimsOf(id, "amount")).toEqual([
      "merger-profile-2020 hedged: 1000..2000 [range, accepted]",
      "merger-profile-2020 hedged: 2000 [range, accepted]",
    ]);
    // Lowest allowed: 1000. Highest: 2000. The one single number is 2000. 2000 fits both, so there is no conflict.
    expect([record?.amount_low, record?.amount_best, record?.amount_high]).toEqual([1000, 2000, 2000]);
    expect([record?.agreement, record?.n_independent_sources]).toEqual(["compatible", 1]);
  });

  it("a number in conflict, by range: the share of violence", () => {
    const [record] = published.actor_profile.filter(
      ({ attribute, conflicting_columns }) => attribute === "share_of_activity" && conflicting_columns === "amount",
    );
    const id = String(record?.record_id);
    expect(claimsOf(id, "amount")).toEqual([
      "acled-2023 stated: <50 [range, accepted]",
      "gateway-pundit-2025 attributed: >50 [range, outvoted]",
    ]);
    // gateway-pundit-2025 is derived from acled-2023, which fills the column, so it does not count. Only <50 counts: no
    // lowest, no single number, highest 50. No number is below and above 50 at once: conflicting.
    expect([record?.amount_low, record?.amount_best, record?.amount_high]).toEqual([null, null, 50]);
    expect([record?.agreement, record?.n_independent_sources]).toEqual(["conflicting", 1]);
  });

  it("a value, by majority: whether JNIM controls territory", () => {
    const [record] = published.actor_profile.filter(
      ({ attribute, conflicting_columns }) => attribute === "area_of_control" && conflicting_columns === "value",
    );
    const id = String(record?.record_id);
    expect(claimsOf(id, "value")).toEqual([
      "ankasam-2025 stated: unnamed territory [majority, accepted]",
      "ict-2024 stated: no territorial control [majority, outvoted]",
      "ict-2024 stated: unnamed territory [majority, accepted]",
      "merger-profile-2020 stated: unnamed territory [majority, accepted]",
    ]);
    // Three families, one vote each, that of its first claim. ankasam-2025 and merger-profile-2020 vote for unnamed
    // territory, so that it has two votes of three, whichever of its two claims ict-2024 votes with.
    expect(record?.value).toBe("unnamed territory");
    expect(record?.agreement).toBe("conflicting");
  });

  it("a list, by union: what the taxes are laid on", () => {
    const [record] = published.economic_warfare_patterns.filter(
      ({ tactic, actor_id, n_sources }) => tactic === "taxation" && actor_id === "jnim" && Number(n_sources) > 2,
    );
    const id = String(record?.record_id);
    expect(claimsOf(id, "targets")).toEqual([
      "acled-2023 stated: trade_goods [union, accepted]",
      "gateway-pundit-2025 stated: trade_goods [union, accepted]",
      "merger-profile-2020 stated: market; mining_site [union, accepted]",
    ]);
    // acled-2023 and merger-profile-2020 count (gateway-pundit-2025 retells the former): all their items, in order.
    expect(record?.targets).toBe("market; mining_site; trade_goods");
  });

  it("a date, by decision: since when JNIM and IS Sahel have been at war", () => {
    expect(claimsOf("rel-016", "date")).toEqual([
      "acled-2023 stated: 2020-37/.. [decision, overruled]",
      "ankasam-2025 stated: 2019/2020 [decision, overruled]",
      "ict-2024 stated: 2019/.. [decision, accepted]",
    ]);
    // decisions.csv names ict-2024, so only it counts. Neither of the others contains 2019/.. completely: they are overruled.
    expect(cell("actor_relations", "rel-016", "date")).toBe("2019/..");
  });
});
