import { describe, expect, it } from "vitest";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

type Cells = Readonly<Record<string, string>>;
type Correction = CodedRow<"corrections">;
type Tables = Readonly<Record<string, TableSketch>>;

const COLUMNS = { record_id: "string", description: "string", date: "string", location: "string", evidence: "string" };

const anEvent = (number: number, cells: Cells = {}) => ({
  record_id: `evt-${String(number).padStart(3, "0")}`,
  ...{ description: "A clash.", date: "2017", location: "Town", evidence: `a:p${number}s1` },
  ...cells,
});

/** Events of which the first ones are changed. */
const events = (all: number, changed = 0, cells: Cells = { description: "A fight." }) => ({
  columns: COLUMNS,
  rows: Array.from({ length: all }, (_, at) => anEvent(at + 1, at < changed ? cells : {})),
});

const lift = (cells: Partial<Correction> = {}): Correction => ({
  ...{ table: "events", record_id: "*", column: null, reason: "All were read again." },
  ...cells,
});

function planOf(before: Tables, after: Tables, corrections: readonly Correction[] = []) {
  return planNextRelease({
    last: readLast(readerOf(aRelease({ tables: { retired: someTombstones(), ...before } }))),
    candidate: readerOf(aRelease({ tables: { retired: someTombstones(), ...after } })),
    others: { files: [], newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements({ corrections }),
    correctionKeys: new Set(),
    retiredPath: "raw/coded/retired.csv",
  });
}

const changed = (all: number, number: number, corrections: readonly Correction[] = [], cells?: Cells) =>
  planOf({ events: events(all) }, { events: events(all, number, cells) }, corrections).issues;
const codesOf = (issues: ReturnType<typeof changed>) => issues.map(({ code }) => code);

describe("the limit on changed records", () => {
  it.each([
    [40, 10, []],
    [40, 11, ["publish/too-many-changes"]],
    [200, 10, []],
    [400, 20, []],
    [400, 21, ["publish/too-many-changes"]],
  ])("of %i records lets through or stops %i", (all, number, codes) => {
    expect(codesOf(changed(all, number))).toEqual(codes);
  });

  it("says how many changed, where, and up to five of them", () => {
    expect(changed(40, 12)).toEqual([
      {
        code: "publish/too-many-changes",
        at: { file: "raw/coded/events.csv", line: null, column: "description" },
        ...{ table: "events", count: 12, rows: 40, limit: 10, column: "description", inColumn: 12 },
        examples: ["evt-001", "evt-002", "evt-003", "evt-004", "evt-005"],
      },
    ]);
  });

  it("does not count cells that are copied from another table, or new columns", () => {
    expect(codesOf(changed(40, 40, [], { location: "Another name" }))).toEqual([]);
    const wider = { ...COLUMNS, attributed_to: "string" };
    const rows = events(40).rows.map((row) => ({ ...row, attributed_to: "Somebody" }));
    expect(planOf({ events: events(40) }, { events: { columns: wider, rows } }).issues).toEqual([]);
  });

  it("counts the names in their own table", () => {
    const places = (name: string): TableSketch => ({
      columns: { place_id: "string", name: "string" },
      key: ["place_id"],
      rows: Array.from({ length: 20 }, (_, at) => ({ place_id: `place-${at}`, name: `${name} ${at}` })),
    });
    expect(codesOf(planOf({ places: places("Town") }, { places: places("City") }).issues)).toEqual([
      "publish/too-many-changes",
    ]);
  });

  it("does not count tables that are derived as a whole", () => {
    const evidence = (line: string): TableSketch => ({
      columns: { table: "string", record_id: "string", source_id: "string", locator: "string", line: "string" },
      key: ["table", "record_id", "source_id", "locator"],
      rows: events(40).rows.map(({ record_id }) => ({
        table: "events",
        record_id,
        source_id: "a",
        locator: "p1s1",
        line,
      })),
    });
    expect(planOf({ evidence: evidence("1") }, { evidence: evidence("2") }).issues).toEqual([]);
  });
});

describe("locators that moved", () => {
  const moved = events(40, 40, { evidence: "a:p9s9" });
  const evidence = (locator: string, sha256: string): TableSketch => ({
    columns: { table: "string", record_id: "string", source_id: "string", locator: "string", sha256: "string" },
    key: ["table", "record_id", "source_id", "locator"],
    rows: events(40).rows.map(({ record_id }) => ({ table: "events", record_id, source_id: "a", locator, sha256 })),
  });
  const planWith = (hash: string) =>
    planOf(
      { events: events(40), evidence: evidence("p1s1", "aaaa") },
      { events: moved, evidence: evidence("p9s9", hash) },
    );

  it("are no change where they name the same sentences", () => {
    expect(codesOf(planWith("aaaa").issues)).toEqual([]);
  });

  it("are one where a sentence is added", () => {
    const added = {
      ...events(40),
      rows: events(40).rows.map((row) => ({ ...row, evidence: `${row.evidence}; b:p1s1` })),
    };
    expect(codesOf(planOf({ events: events(40) }, { events: added }).issues)).toEqual(["publish/too-many-changes"]);
  });

  it("are one where they name others", () => {
    expect(codesOf(planWith("bbbb").issues)).toEqual(["publish/too-many-changes"]);
  });
});

describe("the limit on records that are gone", () => {
  const gone = (number: number, corrections: readonly Correction[] = []) => {
    const rows = events(40).rows;
    const lost = rows.slice(0, number).map(({ record_id }) => `events/${record_id}`);
    return codesOf(
      planOf(
        { events: events(40) },
        { events: { columns: COLUMNS, rows: rows.slice(number) }, retired: someTombstones(...lost) },
        corrections,
      ).issues,
    );
  };

  it("lets ten go, with their tombstones, and no more", () => {
    expect(gone(10)).toEqual([]);
    expect(gone(11)).toEqual(["publish/too-many-gone"]);
  });

  it("is lifted by a correction of the whole table alone", () => {
    expect(gone(11, [lift()])).toEqual([]);
    expect(gone(11, [lift({ column: "date" })])).toEqual(["publish/too-many-gone"]);
  });
});

describe("cells that changed places", () => {
  const named = (...names: readonly string[]): TableSketch => ({
    columns: { record_id: "string", description: "string" },
    rows: names.map((description, at) => ({ record_id: `evt-00${at + 1}`, description })),
  });
  const move = (before: readonly string[], after: readonly string[], corrections: readonly Correction[] = []) =>
    codesOf(planOf({ events: named(...before) }, { events: named(...after) }, corrections).issues);

  it("are an error from three on", () => {
    expect(move(["b", "c", "a", "d"], ["a", "b", "c", "d"])).toEqual(["publish/moved-cells"]);
    expect(move(["b", "", "a", ""], ["a", "b", "", ""])).toEqual(["publish/moved-cells"]);
    expect(move(["b", "a", "c"], ["a", "b", "c"])).toEqual([]);
  });

  it("are none if one of them has a value that none had", () => {
    expect(move(["b", "c", "a"], ["a", "b", "new"])).toEqual([]);
  });

  it("are none if corrections cover them all", () => {
    const sorted = [
      ["b", "c", "a"],
      ["a", "b", "c"],
    ] as const;
    expect(move(...sorted, [lift({ column: "description" })])).toEqual([]);
    expect(move(...sorted, [lift({ record_id: "evt-001; evt-002; evt-003" })])).toEqual([]);
    expect(move(...sorted, [lift({ record_id: "evt-001; evt-002" })])).toEqual(["publish/moved-cells"]);
  });
});

describe("a number that becomes ten times as high", () => {
  const COUNTED = { record_id: "string", fatalities_best: "number", n_sources: "integer" };
  const counted = (fatalities_best: string, n_sources = "1"): TableSketch => ({
    columns: COUNTED,
    rows: [{ record_id: "evt-001", fatalities_best, n_sources }],
  });
  const jump = (before: string, after: string, corrections: readonly Correction[] = []) =>
    codesOf(planOf({ events: counted(before) }, { events: counted(after, "10") }, corrections).issues);

  it("is an error, and so is one that becomes ten times as low", () => {
    expect(jump("8", "80")).toEqual(["publish/number-jump"]);
    expect(jump("80", "8")).toEqual(["publish/number-jump"]);
  });

  it("is none if it is less than ten times as high, or was not there", () => {
    expect([jump("8", "79"), jump("", "80"), jump("0", "80")]).toEqual([[], [], []]);
  });

  it("is none if a correction covers it", () => {
    expect(jump("8", "80", [lift({ record_id: "evt-001", column: "fatalities" })])).toEqual([]);
    expect(jump("8", "80", [lift()])).toEqual([]);
    expect(jump("8", "80", [lift({ record_id: "evt-001", column: "date" })])).toContain("publish/number-jump");
  });
});

describe("a correction of every record", () => {
  it("lifts the limit of its table", () => {
    expect(codesOf(changed(40, 40, [lift()]))).toEqual([]);
    expect(codesOf(changed(40, 40, [lift({ table: "actors" })]))).toContain("publish/too-many-changes");
  });

  it("lifts it for one column, if it names one", () => {
    const row = lift({ column: "description" });
    expect(codesOf(changed(40, 40, [row]))).toEqual([]);
    expect(codesOf(changed(40, 40, [row], { description: "A fight.", date: "2018" }))).toEqual([
      "publish/too-many-changes",
    ]);
  });

  it("is not idle if every change has a reason of its own", () => {
    const own = events(40).rows.map(({ record_id }) =>
      lift({ record_id: String(record_id), reason: "It was read again." }),
    );
    expect(codesOf(changed(40, 40, own))).toEqual(["publish/too-many-changes"]);
    expect(codesOf(changed(40, 40, [...own, lift()]))).toEqual([]);
  });

  it("is idle if there is nothing to lift or to explain", () => {
    expect(
      codesOf(planOf({ events: events(40), a: events(1) }, { events: events(40), a: events(1, 1) }, [lift()]).issues),
    ).toEqual(["publish/idle-correction"]);
  });
});
