import { describe, expect, it } from "vitest";
import { changedWords } from "#pipeline/publish/compare/other-files.ts";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planFirstRelease, planNextRelease, type ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import {
  aRelease,
  aTable,
  aThing,
  describedFiles,
  type ReleaseSketch,
  someTombstones,
  type TableSketch,
} from "#tests/builders/published-release.ts";

const EVENTS = aTable([aThing("evt-001"), aThing("evt-002")]);
const PLACES: TableSketch = {
  columns: { place_id: "string", name: "string" },
  key: ["place_id"],
  rows: [{ place_id: "mali", name: "Mali" }],
};
const TABLES = { events: EVENTS, places: PLACES, retired: someTombstones() };

function plan(before: ReleaseSketch, next: ReleaseSketch, judgements = someJudgements()): ReleasePlan {
  const last = readerOf(aRelease({ tables: TABLES, ...before }));
  const candidate = aRelease({ tables: TABLES, ...before, ...next });
  return planNextRelease({
    last: readLast(last),
    candidate: readerOf(candidate),
    others: { files: changedWords(last, describedFiles(candidate)), newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements,
    correctionKeys: new Set(),
    retiredPath: "raw/coded/retired.csv",
  });
}
const withTables = (tables: Record<string, TableSketch>): ReleaseSketch => ({ tables: { ...TABLES, ...tables } });
const codesOf = ({ issues }: ReleasePlan) =>
  issues.map((issue) =>
    issue.code === "publish/vanished-id" || issue.code === "publish/reused-id"
      ? `${issue.code} ${issue.table} ${issue.id} ${issue.version}`
      : issue.code,
  );

describe("ids for ever", () => {
  it("takes an id that is gone without a tombstone for a mistake, and says where the tombstone goes", () => {
    const { issues } = plan({}, withTables({ events: aTable([aThing("evt-001")]) }));
    expect(issues).toEqual([
      {
        code: "publish/vanished-id",
        table: "events",
        id: "evt-002",
        version: "1.0.0",
        at: { file: "raw/coded/retired.csv", line: null, column: "record_id" },
      },
    ]);
  });

  it("lets an id go that has its tombstone", () => {
    const next = withTables({ events: aTable([aThing("evt-001")]), retired: someTombstones("events/evt-002") });
    expect(codesOf(plan({}, next))).toEqual([]);
  });

  it("wants the tombstone in the id's own table", () => {
    const next = withTables({ events: aTable([aThing("evt-001")]), retired: someTombstones("places/evt-002") });
    expect(codesOf(plan({}, next))).toEqual(["publish/vanished-id events evt-002 1.0.0"]);
  });

  it("wants tombstones for the ids of a table that is removed", () => {
    const { places: _, ...rest } = TABLES;
    expect(codesOf(plan({}, { tables: rest }))).toEqual(["publish/vanished-id places mali 1.0.0"]);
  });

  it("does not take a record for gone that another table has now", () => {
    const next = withTables({ events: aTable([aThing("evt-001")]), raids: aTable([aThing("evt-002")]) });
    expect(codesOf(plan({}, next))).toEqual([]);
  });

  it("lets claims, evidence and words come and go", () => {
    const claims: TableSketch = { columns: { claim_id: "string" }, key: ["claim_id"], rows: [{ claim_id: "clm-1" }] };
    const evidence: TableSketch = {
      columns: { table: "string", locator: "string" },
      key: ["table", "locator"],
      rows: [{ table: "events", locator: "p1s1" }],
    };
    const last = withTables({ claims, evidence });
    const next = withTables({ claims: { ...claims, rows: [] }, evidence: { ...evidence, rows: [] } });
    expect(codesOf(plan(last, next))).toEqual([]);
  });

  it("refuses an id that was retired in an earlier release", () => {
    const last = withTables({ events: aTable([aThing("evt-001")]), retired: someTombstones("events/evt-002") });
    expect(codesOf(plan({ ...last, version: "1.1.0" }, withTables({ events: EVENTS })))).toEqual([
      "publish/reused-id events evt-002 1.1.0",
    ]);
  });

  it("refuses it in another table as well", () => {
    const last = withTables({ events: aTable([aThing("evt-001")]), retired: someTombstones("events/evt-002") });
    const next = withTables({ ...last.tables, raids: aTable([aThing("evt-002")]) });
    expect(codesOf(plan(last, next))).toEqual(["publish/reused-id raids evt-002 1.0.0"]);
  });

  it("keeps tombstones for ever", () => {
    const last = withTables({ events: aTable([aThing("evt-001")]), retired: someTombstones("events/evt-002") });
    expect(codesOf(plan(last, withTables({ events: aTable([aThing("evt-001")]) })))).toEqual([
      "publish/vanished-id retired events/evt-002 1.0.0",
    ]);
  });
});

describe("changes.csv", () => {
  it("has a row per row added or gone, with its last values, and one per changed cell, with what it was", () => {
    const next = withTables({
      events: aTable([aThing("evt-001", { name: "Right", n: null }), aThing("evt-003")]),
      retired: someTombstones("events/evt-002/evt-001"),
    });
    const nothing = { record_id: null, column: null, old_value: null, new_value: null, reason: null };
    expect(plan({}, next).changes).toEqual([
      {
        ...nothing,
        version: "1.1.0",
        change: "changed",
        table: "events",
        record_id: "evt-001",
        column: "name",
        old_value: "Name of evt-001",
        new_value: "Right",
      },
      {
        ...nothing,
        version: "1.1.0",
        change: "changed",
        table: "events",
        record_id: "evt-001",
        column: "n",
        old_value: "1",
      },
      { ...nothing, version: "1.1.0", change: "added", table: "events", record_id: "evt-003" },
      {
        ...nothing,
        version: "1.1.0",
        change: "retired",
        table: "events",
        record_id: "evt-002",
        old_value: '{"record_id":"evt-002","name":"Name of evt-002","n":"1"}',
        reason: "It was coded twice. Replaced by evt-001.",
      },
      { ...nothing, version: "1.1.0", change: "added", table: "retired", record_id: "events/evt-002" },
    ]);
  });

  it("reports changed tables and columns without a record id", () => {
    const next = withTables({
      events: {
        columns: { record_id: "string", label: "string", n: "number" },
        rows: EVENTS.rows?.map(({ name, ...row }) => ({ ...row, label: name ?? null })) ?? [],
      },
    });
    expect(plan({}, next).changes).toMatchObject([
      { change: "changed", table: "events", record_id: null, column: "label", old_value: "name", new_value: "label" },
      { change: "changed", table: "events", record_id: null, column: "n", old_value: "integer", new_value: "number" },
    ]);
  });

  it("treats rows under a new key as the same rows if the old key is still unique", () => {
    const next = plan({}, withTables({ events: { ...EVENTS, key: ["record_id", "name"] } }));
    expect(next.changes).toMatchObject([
      { change: "changed", table: "events", record_id: null, old_value: "record_id", new_value: "record_id, name" },
    ]);
    expect(next.issues).toEqual([]);
  });

  it("puts the changes of a release before those of the releases before it", () => {
    const earlier = {
      version: "1.0.1",
      change: "changed",
      table: "events",
      record_id: "evt-001",
      column: "n",
      old_value: null,
      new_value: "1",
      reason: 'A, "quoted"\nreason.',
    } as const;
    const { changes } = plan(
      { version: "1.0.1", changes: [earlier] },
      withTables({ events: aTable([aThing("evt-001"), aThing("evt-002"), aThing("evt-003")]) }),
    );
    expect(changes.map(({ version }) => version)).toEqual(["1.1.0", "1.0.1"]);
    expect(changes[1]).toEqual(earlier);
  });

  it("gives a decision's reason for the cells that come from its column, and for no other", () => {
    const next = withTables({
      events: aTable([aThing("evt-001", { name: "Right", n: 2 }), aThing("evt-002", { name: "Right" })]),
    });
    const decision = {
      table: "events",
      record_id: "evt-001",
      column: "name",
      source_id: "source-a",
      reason: "The other source errs.",
    };
    expect(
      plan({}, next, someJudgements({ decisions: [decision] })).changes.map(({ record_id, column, reason }) => [
        record_id,
        column,
        reason,
      ]),
    ).toEqual([
      ["evt-001", "name", "The other source errs."],
      ["evt-001", "n", null],
      ["evt-002", "name", null],
    ]);
  });

  it("gives the reason of a new erratum to the cell that had its words, where the record rests on its sentence", () => {
    const evidence: TableSketch = {
      columns: { table: "string", record_id: "string", source_id: "string", locator: "string" },
      key: ["table", "record_id", "source_id", "locator"],
      rows: [{ table: "events", record_id: "evt-001", source_id: "source-a", locator: "p1s2" }],
    };
    const errata: TableSketch = {
      columns: {
        erratum_id: "string",
        source_id: "string",
        evidence: "string",
        as_printed: "string",
        corrected: "string",
        reason: "string",
      },
      key: ["erratum_id"],
    };
    const erratum = {
      erratum_id: "err-001",
      source_id: "source-a",
      evidence: "p1s1-p1s3",
      as_printed: "Mufti region",
      corrected: "Mopti region",
      reason: "No region has this name.",
    };
    const last = withTables({
      evidence,
      errata,
      events: aTable([aThing("evt-001", { name: "Raid in Mufti region" }), aThing("evt-002")]),
    });
    const next = withTables({
      evidence,
      errata: { ...errata, rows: [erratum] },
      events: aTable([
        aThing("evt-001", { name: "Raid in Mopti region", n: 7 }),
        aThing("evt-002", { name: "In Mopti region" }),
      ]),
    });
    expect(
      plan(last, next)
        .changes.filter(({ table }) => table === "events")
        .map(({ record_id, column, reason }) => [record_id, column, reason]),
    ).toEqual([
      ["evt-001", "name", "No region has this name."],
      ["evt-001", "n", null],
      ["evt-002", "name", null],
    ]);
  });
});

describe("CHANGELOG.md", () => {
  const changelog = plan(
    {},
    withTables({
      events: aTable([aThing("evt-001", { name: "It has a `tick`", n: null }), aThing("evt-003"), aThing("evt-004")]),
      places: { ...PLACES, columns: { ...PLACES.columns, note: "string" } },
      retired: someTombstones("events/evt-002"),
    }),
  ).changelog;

  it("has the newest release on top, with its day and the reason of its version", () => {
    expect(changelog.split("\n").filter((line) => line.startsWith("## "))).toEqual([
      "## 2.0.0 (2026-12-01)",
      "## 1.0.0 (2026-11-24)",
    ]);
    expect(changelog).toContain(
      "MAJOR: 1 record corrected in events; column note added to places; 2 records added to events; 1 record retired from events.\n",
    );
  });

  it("counts changes per table, then lists each one with its reason", () => {
    expect(changelog).toContain(
      [
        "### events",
        "",
        "1 corrected, 2 added, 1 retired.",
        "",
        "- Corrected evt-001: name from `Name of evt-001` to `It has a 'tick'`; n from `1` to nothing.",
        "- Retired evt-002: It was coded twice.",
        "- Added: evt-003, evt-004.",
      ].join("\n"),
    );
  });

  it("shortens long values, and only counts rows that are derived from others", () => {
    const claims: TableSketch = { columns: { claim_id: "string", value: "string" }, key: ["claim_id"], rows: [] };
    const text = plan(
      withTables({ claims }),
      withTables({
        claims: { ...claims, rows: [{ claim_id: "clm-1", value: "x" }] },
        events: aTable([aThing("evt-001", { name: "ab ".repeat(60).trim() }), aThing("evt-002")]),
      }),
    ).changelog;
    expect(text).toContain("### claims\n\nDerived rows: 1 added.\n");
    expect(text).not.toContain("clm-1");
    expect(text).toMatch(/`(ab ){26}ab…`/u);
  });

  it("keeps the sections of all earlier releases as they are", () => {
    const last: ReleaseSketch = {
      version: "1.0.1",
      changelog:
        "# Changelog\n\nOld head.\n\n## 1.0.1 (2026-11-25)\n\nPATCH: b.\n\n### events\n\n1 changed.\n\n## 1.0.0 (2026-11-24)\n\nThe first release.\n",
    };
    const text = plan(last, { files: { "README.md": "x" } }).changelog;
    expect(text).toContain(
      "\n## 1.0.2 (2026-12-01)\n\nPATCH: words changed in README.md.\n\n## 1.0.1 (2026-11-25)\n\nPATCH: b.\n\n### events\n\n1 changed.\n\n## 1.0.0 (2026-11-24)\n\nThe first release.\n",
    );
  });
});

describe("a release rebuilt", () => {
  it("is the last release again, where nothing changed: its facts are all that a build needs", () => {
    const change = {
      version: "1.0.1",
      change: "changed",
      table: "events",
      record_id: "evt-001",
      column: "n",
      old_value: "1",
      new_value: null,
      reason: null,
    } as const;
    const last = aRelease({ version: "1.0.1", created: "2026-11-25", tables: TABLES, changes: [change] });
    expect(aRelease({ ...readLast(readerOf(last)), tables: TABLES })).toEqual(last);
  });

  it("starts at 1.0.0 with what there is", () => {
    const first = planFirstRelease(
      "2026-11-24",
      new Map([
        ["events", 2],
        ["places", 1],
      ]),
    );
    expect(first).toMatchObject({ version: "1.0.0", changes: [], issues: [] });
    expect(first.changelog).toContain(
      "## 1.0.0 (2026-11-24)\n\nThe first release.\n\n- events: 2 rows\n- places: 1 row\n",
    );
  });
});
