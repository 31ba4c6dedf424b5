import { describe, expect, it } from "vitest";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { headlineOf, isGone, otherNewsOf } from "#pipeline/publish/plan/headline.ts";

const aRow = (table: string, recordId: string, row: Partial<RowChange> = {}): RowChange => ({
  ...{
    change: "added",
    table,
    recordId,
    isDerived: false,
    isRelocated: false,
    now: null,
    cells: [],
    reason: null,
    last: null,
  },
  ...row,
});
const aCell = (column: string, isDerived = false) => ({ column, before: "a", after: "b", isDerived });
const aDiff = (...rows: readonly RowChange[]): ReleaseDiff => ({ from: "1.0.0", to: "1.0.1", schema: [], rows });
const corrected = (table: string, recordId: string) =>
  aRow(table, recordId, { change: "changed", cells: [aCell("n")] });
const claim = aRow("claims", "clm-1", { change: "changed", isDerived: true, cells: [aCell("value", true)] });
const statement = "events/evt-1/a/p1s1";

describe("the headline of a release", () => {
  it("names corrections first, then what came and went, and what follows last", () => {
    const rows = [
      claim,
      aRow("places", "mali"),
      corrected("events", "evt-1"),
      aRow("actors", "x", { change: "retired" }),
    ];
    expect(headlineOf(aDiff(...rows), [])).toEqual([
      "1 record corrected in events",
      "1 record added to places",
      "1 record retired from actors",
      "derived values follow in claims",
    ]);
  });

  it("says that derived values changed where nothing else did", () => {
    const following = aRow("events", "evt-1", { change: "changed", cells: [aCell("agreement", true)] });
    expect(headlineOf(aDiff(following), [])).toEqual(["derived values changed in events"]);
  });

  it("counts a statement once, however many of its claims were corrected", () => {
    const traces = ["date", "place_id"].map((column) => ({
      row: claim,
      about: { table: "events", recordId: "evt-1", column, statement },
    }));
    expect(headlineOf(aDiff(), traces)).toEqual(["1 outvoted statement corrected in events"]);
  });

  it("does not count the tombstone beside its retirement, but alone", () => {
    const tombstone = aRow("retired", "events/evt-1");
    expect(headlineOf(aDiff(aRow("events", "evt-1", { change: "retired" }), tombstone), [])).toEqual([
      "1 record retired from events",
    ]);
    expect(headlineOf(aDiff(tombstone), [])).toEqual(["1 record added to retired"]);
  });

  it("counts more than three tables", () => {
    const names = ["events", "places", "actors", "errata"];
    const rows = names.map((table) => aRow(table, "x"));
    expect(headlineOf(aDiff(...rows.slice(1)), [])).toEqual(["3 records added to places, actors and errata"]);
    expect(headlineOf(aDiff(...rows), [])).toEqual(["4 records added to 4 tables"]);
  });
});

describe("the other news of a release", () => {
  const words = aRow("columns", "events/date", { change: "changed", isDerived: true, cells: [aCell("title", true)] });

  it("names tables of words, and files only if nothing else changed", () => {
    const others = { files: ["README.md"], newEditions: ["figures"], reformedEditions: ["xlsx", "zip"] };
    expect(headlineOf(aDiff(words), [])).toEqual([]);
    expect(otherNewsOf(aDiff(words), others, true)).toEqual([
      "words changed in columns and README.md",
      "figures edition added",
      "new form of the xlsx and zip editions",
    ]);
    expect(otherNewsOf(aDiff(words), others, false)[0]).toBe("words changed in columns");
    expect(otherNewsOf(aDiff(claim), { files: [], newEditions: [], reformedEditions: [] }, false)).toEqual([]);
  });
});

it("takes every id that is no longer in its table for gone", () => {
  expect((["retired", "moved", "removed", "added", "changed"] as const).filter(isGone)).toEqual([
    "retired",
    "moved",
    "removed",
  ]);
});
