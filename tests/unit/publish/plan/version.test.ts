import { describe, expect, it } from "vitest";
import { changedWords } from "#pipeline/publish/compare/other-files.ts";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
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

const EVENTS = aTable([aThing("evt-001"), aThing("evt-002"), aThing("evt-003", { n: null })]);
const PLACES: TableSketch = {
  columns: { place_id: "string", name: "string" },
  key: ["place_id"],
  rows: [{ place_id: "mali", name: "Mali" }],
};
const CLAIMS: TableSketch = {
  columns: { claim_id: "string", value: "string" },
  key: ["claim_id"],
  rows: [
    { claim_id: "clm-1-date", value: "2018" },
    { claim_id: "clm-2-date", value: "2019" },
  ],
};
const EVIDENCE: TableSketch = {
  columns: { table: "string", record_id: "string", source_id: "string", locator: "string", line: "integer" },
  key: ["table", "record_id", "source_id", "locator"],
  rows: [{ table: "events", record_id: "evt-001", source_id: "source-a", locator: "p1s1", line: 1 }],
};
const CODELISTS: TableSketch = {
  columns: { codelist: "string", code: "string", definition: "string" },
  key: ["codelist", "code"],
  rows: [{ codelist: "tactic", code: "embargo", definition: "Goods are kept out." }],
};
const TABLES = {
  events: EVENTS,
  places: PLACES,
  claims: CLAIMS,
  evidence: EVIDENCE,
  retired: someTombstones(),
  codelists: CODELISTS,
};
const FILES = { "CODEBOOK.md": "What a row is.\n", "README.md": "CODEBOOK.md, load.R\n", "load.R": "read()\n" };
const LAST: ReleaseSketch = { version: "1.2.3", tables: TABLES, files: FILES };

const eventColumns = (columns: Record<string, string>, rows = EVENTS.rows ?? []): ReleaseSketch => ({
  tables: { ...TABLES, events: { columns, rows } },
});
const eventRows = (...rows: NonNullable<TableSketch["rows"]>): ReleaseSketch => ({
  tables: { ...TABLES, events: aTable(rows) },
});
const [one, two, three] = [aThing("evt-001"), aThing("evt-002"), aThing("evt-003", { n: null })];

/** What changed since 1.2.3, the version that it makes, and why. */
const CHANGES: [what: string, change: ReleaseSketch, version: string, why: string | null][] = [
  ["nothing", {}, "1.2.3", null],
  [
    "the code that made it, and nothing that it made",
    { inputs: { inputs: [], pipeline: "1".repeat(64) } },
    "1.2.3",
    null,
  ],
  [
    "a table added",
    { tables: { ...TABLES, errata: PLACES } },
    "1.3.0",
    "MINOR: new table errata; 1 record added to errata",
  ],
  [
    "an empty table added",
    { tables: { ...TABLES, errata: { ...PLACES, rows: [] } } },
    "1.3.0",
    "MINOR: new table errata",
  ],
  ["a table removed", { tables: without("codelists") }, "2.0.0", "MAJOR: table codelists removed"],
  [
    "a table renamed",
    { tables: { ...without("places"), sites: PLACES } },
    "2.0.0",
    "MAJOR: table places renamed to sites",
  ],
  [
    "a table renamed, and a value corrected with it",
    { tables: { ...without("places"), sites: { ...PLACES, rows: [{ place_id: "mali", name: "Republic of Mali" }] } } },
    "2.0.0",
    "MAJOR: new table sites; table places removed; 1 record added to sites; 1 record retired from places",
  ],
  [
    "a column added",
    eventColumns({ record_id: "string", name: "string", n: "integer", note: "string" }),
    "2.0.0",
    "MAJOR: column note added to events",
  ],
  [
    "a column removed",
    eventColumns({ record_id: "string", name: "string" }),
    "2.0.0",
    "MAJOR: column n removed from events",
  ],
  [
    "a column renamed",
    eventColumns(
      { record_id: "string", label: "string", n: "integer" },
      EVENTS.rows?.map(({ name, ...row }) => ({ ...row, label: name ?? null })),
    ),
    "2.0.0",
    "MAJOR: column name of events renamed to label",
  ],
  [
    "a column renamed and filled with other values",
    eventColumns({ record_id: "string", label: "string", n: "integer" }, [
      { record_id: "evt-001", label: "New", n: 1 },
      { record_id: "evt-002", label: "New", n: 1 },
      { record_id: "evt-003", label: "New", n: null },
    ]),
    "2.0.0",
    "MAJOR: column label added to events; column name removed from events",
  ],
  [
    "a column of the key renamed",
    {
      tables: {
        ...TABLES,
        places: {
          columns: { site_id: "string", name: "string" },
          key: ["site_id"],
          rows: [{ site_id: "mali", name: "Mali" }],
        },
      },
    },
    "2.0.0",
    "MAJOR: column place_id of places renamed to site_id",
  ],
  [
    "a column retyped",
    eventColumns({ record_id: "string", name: "string", n: "number" }),
    "2.0.0",
    "MAJOR: column n of events retyped from integer to number",
  ],
  [
    "a column that holds a list now",
    eventColumns({ record_id: "string", name: "string list", n: "integer" }),
    "2.0.0",
    "MAJOR: column name of events retyped from string to string list",
  ],
  [
    "columns reordered",
    eventColumns({ record_id: "string", n: "integer", name: "string" }),
    "2.0.0",
    "MAJOR: columns of events reordered",
  ],
  [
    "a key changed",
    { tables: { ...TABLES, events: { ...EVENTS, key: ["record_id", "name"] } } },
    "2.0.0",
    "MAJOR: key of events changed from record_id to record_id, name",
  ],
  ["a row added", eventRows(one, two, three, aThing("evt-004")), "1.3.0", "MINOR: 1 record added to events"],
  [
    "three rows added",
    eventRows(one, two, three, aThing("evt-004"), aThing("evt-005"), aThing("evt-006")),
    "1.3.0",
    "MINOR: 3 records added to events",
  ],
  [
    "a row retired",
    { tables: { ...TABLES, events: aTable([one, two]), retired: someTombstones("events/evt-003") } },
    "1.3.0",
    "MINOR: 1 record retired from events",
  ],
  [
    "a row moved to another table",
    { tables: { ...TABLES, events: aTable([one, two]), raids: aTable([three]) } },
    "1.3.0",
    "MINOR: new table raids; 1 record added to raids; 1 record retired from events",
  ],
  [
    "rows added to two tables",
    {
      tables: {
        ...TABLES,
        events: aTable([one, two, three, aThing("evt-004")]),
        places: {
          ...PLACES,
          rows: [
            { place_id: "mali", name: "Mali" },
            { place_id: "niger", name: "Niger" },
          ],
        },
      },
    },
    "1.3.0",
    "MINOR: 2 records added to events and places",
  ],
  [
    "a claim added",
    {
      tables: {
        ...TABLES,
        claims: { ...CLAIMS, rows: [...(CLAIMS.rows ?? []), { claim_id: "clm-3-date", value: "2020" }] },
      },
    },
    "1.3.0",
    "MINOR: derived values changed in claims",
  ],
  [
    "a claim gone",
    { tables: { ...TABLES, claims: { ...CLAIMS, rows: CLAIMS.rows?.slice(1) ?? [] } } },
    "1.3.0",
    "MINOR: derived values changed in claims",
  ],
  [
    "a claim's value corrected",
    {
      tables: {
        ...TABLES,
        claims: {
          ...CLAIMS,
          rows: [
            { claim_id: "clm-1-date", value: "2018" },
            { claim_id: "clm-2-date", value: "2019-03" },
          ],
        },
      },
    },
    "1.2.4",
    "PATCH: derived values changed in claims",
  ],
  [
    "a sentence more as evidence",
    {
      tables: {
        ...TABLES,
        evidence: {
          ...EVIDENCE,
          rows: [
            ...(EVIDENCE.rows ?? []),
            { table: "events", record_id: "evt-001", source_id: "source-a", locator: "p1s2", line: 1 },
          ],
        },
      },
    },
    "1.3.0",
    "MINOR: derived values changed in evidence",
  ],
  [
    "a code added",
    {
      tables: {
        ...TABLES,
        codelists: {
          ...CODELISTS,
          rows: [...(CODELISTS.rows ?? []), { codelist: "tactic", code: "toll", definition: "Money is taken." }],
        },
      },
    },
    "1.3.0",
    "MINOR: words changed in codelists and datapackage.json",
  ],
  [
    "a code defined better",
    {
      tables: {
        ...TABLES,
        codelists: {
          ...CODELISTS,
          rows: [{ codelist: "tactic", code: "embargo", definition: "Goods are kept from a place." }],
        },
      },
    },
    "1.2.4",
    "PATCH: words changed in codelists and datapackage.json",
  ],
  [
    "a value corrected",
    eventRows(aThing("evt-001", { name: "Right" }), two, three),
    "1.2.4",
    "PATCH: 1 record corrected in events",
  ],
  ["a value found", eventRows(one, two, aThing("evt-003", { n: 4 })), "1.2.4", "PATCH: 1 record corrected in events"],
  [
    "a value withdrawn",
    eventRows(one, aThing("evt-002", { n: null }), three),
    "1.2.4",
    "PATCH: 1 record corrected in events",
  ],
  [
    "rows in another order, and so another hash",
    eventRows(two, one, three),
    "1.2.4",
    "PATCH: words changed in datapackage.json",
  ],
  [
    "the codebook's words",
    { files: { ...FILES, "CODEBOOK.md": "What one row is.\n" } },
    "1.2.4",
    "PATCH: words changed in CODEBOOK.md",
  ],
  [
    "a file added",
    { files: { ...FILES, "croissant.json": "{}\n" } },
    "1.2.4",
    "PATCH: words changed in croissant.json",
  ],
  [
    "a file removed, which the README lists",
    { files: { "CODEBOOK.md": "What a row is.\n", "README.md": "CODEBOOK.md\n" } },
    "1.2.4",
    "PATCH: words changed in README.md",
  ],
  [
    "a column added, a row added, a value corrected",
    eventColumns({ record_id: "string", name: "string", n: "integer", note: "string" }, [
      one,
      aThing("evt-002", { n: 9 }),
      three,
      aThing("evt-004"),
    ]),
    "2.0.0",
    "MAJOR: 1 record corrected in events; column note added to events; 1 record added to events",
  ],
  [
    "a row added, a value corrected, words changed",
    {
      ...eventRows(one, aThing("evt-002", { n: 9 }), three, aThing("evt-004")),
      files: { ...FILES, "load.R": "load()\n" },
    },
    "1.3.0",
    "MINOR: 1 record corrected in events; 1 record added to events",
  ],
];

function without(table: keyof typeof TABLES): Record<string, TableSketch> {
  return Object.fromEntries(Object.entries(TABLES).filter(([name]) => name !== table));
}

function plan(before: ReleaseSketch, change: ReleaseSketch) {
  const last = readerOf(aRelease(before));
  const candidate = aRelease({ ...before, ...change });
  return planNextRelease({
    last: readLast(last),
    candidate: readerOf(candidate),
    others: { files: changedWords(last, describedFiles(candidate)), newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements(),
    correctionKeys: new Set(),
    retiredPath: "raw/coded/retired.csv",
  });
}

describe("the version that a change makes", () => {
  it.each(CHANGES)("%s", (_, change, version, why) => {
    const found = plan(LAST, change);
    expect({ version: found.version, why: found.why }).toEqual({ version, why });
  });

  it("counts on after nine", () => {
    const next = eventRows(one, two, three, aThing("evt-004"));
    expect(plan({ ...LAST, version: "1.9.9" }, next).version).toBe("1.10.0");
  });
});
