import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { diffReleases } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { aboutRecords, cellsOfClaims, cellsOfTraces, claimTraces } from "#pipeline/publish/plan/claim-traces.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, type TableSketch } from "#tests/builders/published-release.ts";

const strings = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "string"]));
const aClaim = (source_id: string, column: string, value: string): Row => ({
  claim_id: `clm-${source_id}-${column}`,
  ...{ table: "events", record_id: "evt-1", column, value, source_id, evidence: "p1s1", status: "outvoted" },
});
const release = (date: string, ...claims: readonly Row[]) => {
  const events: TableSketch = { columns: strings("record_id", "date"), rows: [{ record_id: "evt-1", date }] };
  const columns = strings("claim_id", "table", "record_id", "column", "value", "source_id", "evidence", "status");
  const tables = { events, claims: { columns, key: ["claim_id"], rows: claims } };
  return readRelease(readerOf(aRelease({ tables })));
};
type Release = ReturnType<typeof release>;
const tracesOf = (from: Release, to: Release) => claimTraces(diffReleases(from, to), from, to);
const idsOf = (from: Release, to: Release) => tracesOf(from, to).map(({ row }) => row.recordId);

const before = release("2018", aClaim("a", "date", "2018"), aClaim("b", "date", "2019"));
const after = release("2018", aClaim("a", "date", "2018"), aClaim("b", "date", "2020"));

describe("a change that only a claim shows", () => {
  it("is the correction of a statement that decides nothing", () => {
    expect(tracesOf(before, after)).toMatchObject([
      {
        row: { recordId: "clm-b-date", isDerived: false, cells: [{ column: "value", before: "2019", after: "2020" }] },
        about: { table: "events", recordId: "evt-1", column: "date", statement: "events/evt-1/b/p1s1" },
      },
    ]);
  });

  it("is a claim that came or went, if its statement has others", () => {
    const more = release(
      "2018",
      aClaim("a", "date", "2018"),
      aClaim("b", "date", "2019"),
      aClaim("b", "place_id", "x"),
    );
    expect(idsOf(before, more)).toEqual(["clm-b-place_id"]);
    expect(idsOf(more, before)).toEqual(["clm-b-place_id"]);
  });

  it("is none that the record shows, none of a whole statement, and none of the claim's status", () => {
    const shown = release("2020", aClaim("a", "date", "2020"), aClaim("b", "date", "2019"));
    expect(idsOf(before, shown)).toEqual([]);
    expect(idsOf(before, release("2018", aClaim("a", "date", "2018")))).toEqual([]);
    const accepted = { ...aClaim("b", "date", "2019"), status: "compatible" };
    expect(idsOf(before, release("2018", aClaim("a", "date", "2018"), accepted))).toEqual([]);
  });
});

describe("a change to a claim in changes.csv", () => {
  const change = { table: "claims", record_id: "clm-b-date" };
  const other = { table: "places", record_id: "mali" };
  const unknown = { table: "claims", record_id: "clm-gone-date" };

  it("is put down to the record that the claim is about, if one of the releases has the claim", () => {
    const changes = [change, other, unknown];
    expect(aboutRecords(changes, cellsOfClaims([before, after], changes))).toEqual([
      { table: "events", record_id: "evt-1" },
      other,
      unknown,
    ]);
  });

  it("finds the same record by the traces of the release", () => {
    expect(aboutRecords([change], cellsOfTraces(tracesOf(before, after)))).toEqual([
      { table: "events", record_id: "evt-1" },
    ]);
  });
});
