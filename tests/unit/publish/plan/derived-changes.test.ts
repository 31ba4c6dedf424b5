import { describe, expect, it } from "vitest";
import type { Change } from "#pipeline/core/change.ts";
import type { Row } from "#pipeline/core/row.ts";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

const EVENT = {
  record_id: "evt-1",
  date: "2018",
  date_earliest: "2018-01-01",
  agreement: "single",
  evidence: "a:p1s1",
};
const CLAIM = { table: "events", record_id: "evt-1", source_id: "a", evidence: "p1s1", status: "accepted" };
const claim = (column: string, value: string, rest: Row = {}): Row => {
  const said = { ...CLAIM, column, value, ...rest };
  return { claim_id: `clm-${said.source_id}${said.evidence}-${column}`, ...said };
};

function tablesOf(events: readonly Row[], claims: readonly Row[] = []): Record<string, TableSketch> {
  const columns = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "string"]));
  const claimColumns = ["claim_id", "table", "record_id", "column", "value", "source_id", "evidence", "status"];
  return {
    events: { columns: columns(Object.keys(EVENT)), key: ["record_id"], rows: events },
    claims: { columns: columns(claimColumns), key: ["claim_id"], rows: claims },
    retired: someTombstones(),
  };
}

interface Rest {
  readonly corrections?: readonly CodedRow<"corrections">[];
  readonly earlier?: readonly Change[];
}

const plan = (
  before: Record<string, TableSketch>,
  after: Record<string, TableSketch>,
  { corrections = [], earlier = [] }: Rest = {},
) =>
  planNextRelease({
    last: readLast(readerOf(aRelease({ tables: before, changes: earlier }))),
    candidate: readerOf(aRelease({ tables: after })),
    others: { files: [], newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements({ corrections }),
    correctionKeys: new Set(),
    retiredPath: "raw/coded/retired.csv",
  });

const correction = (column: string | null, reason = "It was later."): CodedRow<"corrections"> => ({
  ...{ table: "events", record_id: "evt-1", column, reason },
});
const changed = (change: Partial<Change>): Change => ({
  ...{ version: "1.0.0", change: "changed", table: "events", record_id: "evt-1", column: null },
  ...{ old_value: "a", new_value: "b", reason: null, ...change },
});
const listed = (changes: readonly Change[]) =>
  changes.map(({ change, table, record_id, column, reason }) => [change, table, record_id, column, reason]);

describe("changes.csv", () => {
  const [before, later] = [tablesOf([EVENT]), { ...EVENT, date: "2019", date_earliest: "2019-01-01" }];

  it("marks a cell that follows from a corrected one, and does not give it the reason", () => {
    const { changes, issues } = plan(before, tablesOf([later]), { corrections: [correction("date")] });
    expect(listed(changes)).toEqual([
      ["changed", "events", "evt-1", "date", "It was later."],
      ["changed", "events", "evt-1", "date_earliest", "derived: follows from date"],
    ]);
    expect(issues).toEqual([]);
  });

  it("keeps a reason at a derived cell if no other cell of the record has it", () => {
    const following = tablesOf([{ ...EVENT, agreement: "conflicting" }]);
    const { changes, issues, why } = plan(before, following, { corrections: [correction("agreement", "a | b")] });
    expect(listed(changes)).toEqual([["changed", "events", "evt-1", "agreement", "derived | a | b"]]);
    expect(why).toBe("PATCH: derived values changed in events");
    expect(issues).toEqual([]);
  });

  it("takes evidence that only grew for derived, and evidence that was lost for corrected", () => {
    const evidence = (text: string) => listed(plan(before, tablesOf([{ ...EVENT, evidence: text }])).changes);
    expect(evidence("a:p1s1; b:p2s1")).toEqual([["changed", "events", "evt-1", "evidence", "derived"]]);
    expect(evidence("b:p2s1")).toEqual([["changed", "events", "evt-1", "evidence", null]]);
  });

  it("sums up the rows of derived tables", () => {
    const claims = (status: string) =>
      ["date", "place_id", "certainty"].map((column) => claim(column, "x", { status }));
    const { changes } = plan(tablesOf([EVENT], claims("accepted")), tablesOf([EVENT], claims("compatible")));
    expect(listed(changes)).toEqual([["changed", "claims", null, "status", "derived: 3 rows"]]);
  });
});

describe("a derived row with a reason of its own", () => {
  const disagreement = (kind: string): Record<string, TableSketch> => ({
    ...tablesOf([EVENT]),
    disagreements: {
      ...{ columns: { disagreement_id: "string", kind: "string" }, key: ["disagreement_id"] },
      rows: [{ disagreement_id: "dis-evt-1-date", kind }],
    },
  });

  it("is listed with it", () => {
    const reason = "The rule changed.";
    const corrections = [{ table: "disagreements", record_id: "*", column: null, reason }];
    const { changes, issues } = plan(disagreement("a"), disagreement("b"), { corrections });
    expect(listed(changes)).toEqual([
      ["changed", "disagreements", "dis-evt-1-date", "kind", "derived | The rule changed."],
    ]);
    expect(issues).toEqual([]);
  });
});

describe("the correction of a statement that is outvoted", () => {
  const said = (value: string) => tablesOf([EVENT], [claim("date", "2018"), claim("date", value, { source_id: "b" })]);

  it("is listed by its claim, with its reason, and named in the headline and the changelog", () => {
    const { changes, issues, why, changelog } = plan(said("2020"), said("2021"), { corrections: [correction("date")] });
    expect(listed(changes)).toEqual([["changed", "claims", "clm-bp1s1-date", "value", "It was later."]]);
    expect(why).toBe("PATCH: 1 outvoted statement corrected in events; derived values follow in claims");
    expect(changelog).toContain("- Corrected in events evt-1: date from `2020` to `2021` (It was later)");
    expect(issues).toEqual([]);
  });

  it("is published, so that its reason is spent in the next release", () => {
    const earlier = plan(said("2020"), said("2021"), { corrections: [correction("date")] }).changes;
    expect(plan(said("2021"), said("2021"), { corrections: [correction("date")], earlier }).issues).toEqual([]);
  });

  it("is only counted where the record shows the change itself", () => {
    const after = tablesOf(
      [{ ...EVENT, date: "2021" }],
      [claim("date", "2018"), claim("date", "2021", { source_id: "b" })],
    );
    expect(listed(plan(said("2020"), after).changes)).toEqual([
      ["changed", "events", "evt-1", "date", null],
      ["changed", "claims", null, "value", "derived: 1 row"],
    ]);
  });

  it("is only counted where a whole statement came", () => {
    const after = tablesOf(
      [{ ...EVENT, evidence: "a:p1s1; b:p1s1" }],
      [claim("date", "2018"), claim("date", "2020", { source_id: "b" })],
    );
    expect(listed(plan(tablesOf([EVENT], [claim("date", "2018")]), after).changes)).toEqual([
      ["changed", "events", "evt-1", "evidence", "derived"],
      ["added", "claims", null, null, "derived: 1 row"],
    ]);
  });
});

describe("the changes of earlier releases", () => {
  const earlier = [
    changed({ change: "added", table: "places", record_id: null, old_value: null, new_value: null }),
    changed({ change: "added", table: "places", record_id: "mali", old_value: null, new_value: null }),
    changed({ column: "date", reason: "Why." }),
    changed({ column: "date_earliest", reason: "Why." }),
    changed({ column: "agreement", reason: "Why. | The rule changed." }),
    changed({ table: "claims", record_id: "clm-ap1s1-date", column: "value" }),
    changed({ table: "claims", record_id: "clm-ap1s1-place_id", column: "value" }),
    changed({ table: "claims", record_id: "clm-9-date", column: "rule" }),
    changed({ table: "claims", record_id: "clm-8-date", column: "rule" }),
  ];
  const claims = [claim("date", "2018"), claim("place_id", "mali")];
  const [before, after] = [tablesOf([EVENT], claims), tablesOf([{ ...EVENT, date: "2019" }], claims)];
  const carried = (changes: readonly Change[]) =>
    plan(before, after, { earlier: changes }).changes.filter(({ version }) => version === "1.0.0");

  it("are carried in the same form", () => {
    expect(listed(carried(earlier))).toEqual([
      ["added", "places", null, null, null],
      ["changed", "events", "evt-1", "date", "Why."],
      ["changed", "events", "evt-1", "date_earliest", "derived: follows from date"],
      ["changed", "events", "evt-1", "agreement", "derived: follows from date | The rule changed."],
      ["added", "places", null, null, "all of the new table: 1 row"],
      ["changed", "claims", "clm-ap1s1-place_id", "value", null],
      ["changed", "claims", null, "value", "derived: 1 row"],
      ["changed", "claims", null, "rule", "derived: 2 rows"],
    ]);
  });

  it("stay as they are once they have it", () => {
    expect(carried(carried(earlier))).toEqual(carried(earlier));
  });
});
