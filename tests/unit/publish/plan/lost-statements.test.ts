import { describe, expect, it } from "vitest";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

/** `evt-1 report-a p1s1`: a statement, which has two claims here. */
type Statements = readonly string[];

function tablesOf(statements: Statements, splitFrom: Readonly<Record<string, string>> = {}) {
  const ids = [...new Set(statements.map((statement) => statement.split(" ")[0] ?? ""))];
  const claims: TableSketch = {
    columns: { claim_id: "string", table: "string", record_id: "string", source_id: "string", evidence: "string" },
    key: ["claim_id"],
    rows: statements.flatMap((statement) => {
      const [record_id = "", source_id = "", evidence = ""] = statement.split(" ");
      return ["date", "description"].map((column) => ({
        ...{ claim_id: `clm-${statement}-${column}`, table: "events", record_id, source_id, evidence },
      }));
    }),
  };
  const events: TableSketch = {
    columns: { record_id: "string", description: "string", split_from: "string" },
    rows: ids.map((record_id) => ({ record_id, description: "A clash.", split_from: splitFrom[record_id] ?? "" })),
  };
  return { claims, events };
}

const sidesOf = (...evidence: readonly string[]): TableSketch => ({
  columns: {
    ...{ disagreement_id: "string", side: "string", table: "string", record_id: "string" },
    ...{ source_id: "string", evidence: "string" },
  },
  key: ["disagreement_id", "side", "table", "record_id", "source_id", "evidence"],
  rows: evidence.map((locator) => ({
    ...{ disagreement_id: "dis-001", side: "a", table: "events", record_id: "evt-1" },
    ...{ source_id: "report-a", evidence: locator },
  })),
});

interface Rest {
  readonly corrections?: readonly CodedRow<"corrections">[];
  readonly retired?: TableSketch;
}

function issuesOf(
  before: Readonly<Record<string, TableSketch>>,
  after: Readonly<Record<string, TableSketch>>,
  { corrections = [], retired = someTombstones() }: Rest = {},
) {
  const { issues } = planNextRelease({
    last: readLast(readerOf(aRelease({ tables: { retired: someTombstones(), ...before } }))),
    candidate: readerOf(aRelease({ tables: { retired, ...after } })),
    others: { files: [], newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements({ corrections }),
    correctionKeys: new Set(),
    retiredPath: "raw/coded/retired.csv",
  });
  return issues.map((issue) =>
    issue.code === "publish/lost-statements"
      ? `${issue.table} ${issue.id} ${issue.sourceId} ${issue.before} to ${issue.after}`
      : issue.code,
  );
}

const THREE = ["evt-1 report-a p1s1", "evt-1 report-a p2s1", "evt-1 report-b p1s1"];
const TWO = THREE.toSpliced(1, 1);
const correction = (record_id: string) => ({ table: "events", record_id, column: null, reason: "It was read twice." });

describe("a statement that is gone from a record", () => {
  it("is an error, also where its source has others, or where another source has more", () => {
    expect(issuesOf(tablesOf(THREE), tablesOf(TWO))).toEqual(["events evt-1 report-a 2 to 1"]);
    expect(issuesOf(tablesOf(THREE), tablesOf([...THREE.slice(0, 2), "evt-1 report-a p9s1"]))).toEqual([
      "events evt-1 report-b 1 to 0",
    ]);
  });

  it("is none if its locator moved", () => {
    expect(issuesOf(tablesOf(THREE), tablesOf(THREE.map((one) => one.replace("p2s1", "p3s1"))))).toEqual([]);
  });

  it("is none if a correction names the record, even if nothing else of it changed", () => {
    expect(issuesOf(tablesOf(THREE), tablesOf(TWO), { corrections: [correction("evt-1")] })).toEqual([]);
    expect(issuesOf(tablesOf(THREE), tablesOf(TWO), { corrections: [correction("*")] })).toEqual([
      "events evt-1 report-a 2 to 1",
      "publish/idle-correction",
    ]);
  });

  it("is none if it went to a record that is split off now, but is one if it went to any other", () => {
    const moved = [...TWO, "evt-2 report-a p2s1"];
    expect(issuesOf(tablesOf(THREE), tablesOf(moved, { "evt-2": "evt-1" }))).toEqual([]);
    expect(issuesOf(tablesOf(THREE), tablesOf(moved))).toEqual(["events evt-1 report-a 2 to 1"]);
  });

  it("is none if the whole record is retired", () => {
    const rest = ["evt-3 report-b p1s1"];
    expect(
      issuesOf(tablesOf([...THREE, ...rest]), tablesOf(rest), { retired: someTombstones("events/evt-1") }),
    ).toEqual([]);
  });
});

describe("a row that is gone from a disagreement", () => {
  const disagreements: TableSketch = {
    columns: { disagreement_id: "string" },
    key: ["disagreement_id"],
    rows: [{ disagreement_id: "dis-001" }],
  };
  const withSides = (...evidence: readonly string[]) => ({ disagreements, disagreement_sides: sidesOf(...evidence) });

  it("is an error, but not if its locator moved", () => {
    expect(issuesOf(withSides("p1s1", "p2s1"), withSides("p1s1"))).toEqual(["disagreements dis-001 report-a 2 to 1"]);
    expect(issuesOf(withSides("p1s1", "p2s1"), withSides("p1s1", "p3s1"))).toEqual([]);
  });
});

describe("a link to event data that is gone", () => {
  const { claims, events } = tablesOf(THREE);
  const linked = (...links: readonly string[]) => ({
    ...{ claims, events },
    event_links: {
      columns: {
        ...{ table: "string", record_id: "string", event_source: "string", event_id: "string" },
        event_edition: "string",
      },
      key: ["table", "record_id", "event_source", "event_id"],
      rows: links.map((link) => {
        const [event_id = "", event_edition = ""] = link.split(" ");
        return { table: "events", record_id: "evt-1", event_source: "ucdp-ged", event_id, event_edition };
      }),
    } satisfies TableSketch,
  });

  it("is an error, also if it was the only one", () => {
    expect(issuesOf(linked("7 23.1", "8 23.1"), linked("7 23.1"))).toEqual(["events evt-1 ucdp-ged 2 to 1"]);
    expect(issuesOf(linked("7 23.1"), linked())).toEqual(["events evt-1 ucdp-ged 1 to 0"]);
  });

  it("is none if a correction names the record, or if a newer edition has the event", () => {
    expect(issuesOf(linked("7 23.1"), linked(), { corrections: [correction("evt-1")] })).toEqual([]);
    expect(issuesOf(linked("7 23.1"), linked("7 24.1")).filter((issue) => issue.startsWith("events"))).toEqual([]);
  });
});
