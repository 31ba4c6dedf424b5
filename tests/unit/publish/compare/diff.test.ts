import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { RowChange } from "#pipeline/publish/compare/diff-rows.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, aTable, aThing, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

const release = (tables: Readonly<Record<string, TableSketch>>) => readRelease(readerOf(aRelease({ tables })));

/** What differs between two releases of one table, and tombstones. */
const diff = (before: TableSketch, after: TableSketch, ...tombstones: readonly string[]): ReleaseDiff =>
  diffReleases(
    release({ events: before, retired: someTombstones() }),
    release({ events: after, retired: someTombstones(...tombstones) }),
  );

const wordRow = ({ change, recordId, cells, reason }: RowChange) =>
  [
    `${change} ${recordId}`,
    ...cells.map(({ column, before, after }) => `${column} ${before}→${after}`),
    ...(reason === null ? [] : [reason]),
  ].join(", ");
const rowsOf = (found: ReleaseDiff) => found.rows.filter(({ table }) => table === "events").map(wordRow);
const schemaOf = ({ schema }: ReleaseDiff) =>
  schema.map(({ change, column, before, after }) => [change, column, before, after].filter(Boolean).join(" "));

const things = (...ids: readonly string[]) => ids.map((id) => aThing(id));

describe("rows of two releases", () => {
  const before = [...things("evt-1", "evt-2", "evt-3"), aThing("evt-4", { n: 2 }), ...things("evt-5", "evt-6")];
  const after = [
    aThing("evt-0"),
    ...things("evt-1"),
    aThing("evt-3", { name: 'A "new" name,\nin lines' }),
    aThing("evt-4", { n: 3 }),
    ...things("evt-5"),
    aThing("evt-6", { n: null }),
    aThing("evt-7"),
  ];
  const expected = [
    "added evt-0",
    'changed evt-3, name Name of evt-3→A "new" name,\nin lines',
    "changed evt-4, n 2→3",
    "changed evt-6, n 1→",
    "added evt-7",
    "retired evt-2, It was coded twice.",
  ];

  it("are paired by key, those that changed and came in the order of the newer file, then those that are gone", () => {
    expect(rowsOf(diff(aTable(before), aTable(after), "events/evt-2"))).toEqual(expected);
  });

  const turn = (rows: readonly Row[], by: number) => [...rows.slice(by), ...rows.slice(0, by)];
  it.each([
    ["the older file backwards", before.toReversed(), after],
    ["the newer file backwards", before, after.toReversed()],
    ["both backwards", before.toReversed(), after.toReversed()],
    ["the older file turned", turn(before, 2), after],
    ["the newer file turned", before, turn(after, 3)],
    ["both turned", turn(before, 4), turn(after, 1)],
  ])("are the same whatever the order of the files: %s", (_, older, newer) => {
    expect(rowsOf(diff(aTable(older), aTable(newer), "events/evt-2")).sort()).toEqual(expected.toSorted());
  });

  it("are the same rows where only their order changed", () => {
    expect(rowsOf(diff(aTable(before), aTable(before.toReversed())))).toEqual([]);
  });

  it("are compared by a key of several columns, in the order of its parts", () => {
    const key = ["table", "record_id"];
    const table = (...ids: readonly string[]): TableSketch => ({
      columns: { table: "string", record_id: "string" },
      key,
      rows: ids.map((id) => ({ table: id.split("/")[0] ?? "", record_id: id.split("/")[1] ?? "" })),
    });
    const found = diff(table("a/9", "aa/1", "b/1"), table("a/9", "aa/2", "b/1"));
    expect(rowsOf(found)).toEqual(["added aa/2", "removed aa/1"]);
  });

  it("have moved where another table has their id now, and are removed where none has", () => {
    const found = diffReleases(
      release({ events: aTable(things("evt-1", "evt-2", "evt-3")), raids: aTable([]) }),
      release({ events: aTable(things("evt-1")), raids: aTable(things("evt-2")) }),
    );
    expect(rowsOf(found)).toEqual(["moved evt-2, It is in raids now.", "removed evt-3"]);
  });

  it("are all added with a table, and all gone with it", () => {
    const [none, some] = [release({}), release({ events: aTable(things("evt-1", "evt-2")) })];
    expect(rowsOf(diffReleases(none, some))).toEqual(["added evt-1", "added evt-2"]);
    expect(rowsOf(diffReleases(some, none))).toEqual(["removed evt-1", "removed evt-2"]);
    expect(schemaOf(diffReleases(some, none))).toEqual(["table-removed"]);
  });
});

describe("columns of two releases", () => {
  const rows = [aThing("evt-1"), aThing("evt-2", { n: 2 }), aThing("evt-3", { n: null })];
  const changed = rows.map((row) => (row.record_id === "evt-2" ? { ...row, name: "Another" } : row));

  it("may be in another order: only the changed cell is reported", () => {
    const reordered = { columns: { n: "integer", record_id: "string", name: "string" } };
    const found = diff(aTable(rows), aTable(changed, reordered));
    expect(schemaOf(found)).toEqual(["columns-reordered record_id, name, n n, record_id, name"]);
    expect(rowsOf(found)).toEqual(["changed evt-2, name Name of evt-2→Another"]);
  });

  it("may change places, so that a line of the file says something else though its text is the same", () => {
    const column = (...names: readonly string[]): TableSketch => ({
      columns: Object.fromEntries(["record_id", ...names].map((name) => [name, "string"])),
      rows: [{ record_id: "evt-1", [names[0] ?? ""]: "one", [names[1] ?? ""]: "two" }],
    });
    expect(rowsOf(diff(column("from", "to"), column("to", "from")))).toEqual([
      "changed evt-1, to two→one, from one→two",
    ]);
  });

  it("may be renamed, which does not change their cells", () => {
    const renamed = changed.map(({ n, ...row }) => ({ ...row, number: n ?? null }));
    const found = diff(
      aTable(rows),
      aTable(renamed, { columns: { record_id: "string", name: "string", number: "integer" } }),
    );
    expect(schemaOf(found)).toEqual(["column-renamed number n number"]);
    expect(rowsOf(found)).toEqual(["changed evt-2, name Name of evt-2→Another"]);
  });

  it("may be renamed and moved", () => {
    const renamed = changed.map(({ n, ...row }) => ({ ...row, number: n ?? null }));
    const columns = { number: "integer", record_id: "string", name: "string" };
    const found = diff(aTable(rows), aTable(renamed, { columns }));
    expect(schemaOf(found)).toEqual([
      "column-renamed number n number",
      "columns-reordered record_id, name, n n, record_id, name",
    ]);
    expect(rowsOf(found)).toEqual(["changed evt-2, name Name of evt-2→Another"]);
  });

  it("may be the key, and renamed", () => {
    const columns = { id: "string", name: "string", n: "integer" };
    const renamed = changed.map(({ record_id, ...row }) => ({ id: record_id ?? null, ...row }));
    const found = diff(aTable(rows), aTable(renamed, { columns, key: ["id"] }));
    expect(schemaOf(found)).toEqual(["column-renamed id record_id id"]);
    expect(rowsOf(found)).toEqual(["changed evt-2, name Name of evt-2→Another"]);
  });

  it("may be new or gone: rows are compared by those that both releases have", () => {
    const more = changed.map((row) => ({ ...row, note: "a note" }));
    const columns = { record_id: "string", note: "string", name: "string", n: "integer" };
    expect(rowsOf(diff(aTable(rows), aTable(more, { columns })))).toEqual([
      "changed evt-2, name Name of evt-2→Another",
    ]);
    const found = diff(aTable(more, { columns }), aTable(rows));
    expect(schemaOf(found)).toEqual(["column-removed note string"]);
    expect(rowsOf(found)).toEqual(["changed evt-2, name Another→Name of evt-2"]);
  });

  it("are identified by their values: a column with other values is a new one", () => {
    const others = rows.map(({ n: _, ...row }, at) => ({ ...row, number: at + 10 }));
    const found = diff(
      aTable(rows),
      aTable(others, { columns: { record_id: "string", name: "string", number: "integer" } }),
    );
    expect(schemaOf(found)).toEqual(["column-added number integer", "column-removed n integer"]);
  });
});

describe("a release that is read", () => {
  it("is refused where a file has other columns than its descriptor says", () => {
    const files = aRelease({ tables: { events: aTable(things("evt-1")) } });
    files.set("data/events.csv", new TextEncoder().encode("record_id,n,name\nevt-1,1,x\n"));
    const wrong = readRelease(readerOf(files));
    expect(() => diffReleases(wrong, wrong)).toThrow("events.csv of a release has other columns");
  });
});
