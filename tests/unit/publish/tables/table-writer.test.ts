import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Row } from "#pipeline/core/row.ts";
import { tableWriter } from "#pipeline/publish/tables/table-writer.ts";
import { columnNames } from "#schemas/column.ts";
import { type PublishedTableName, publishedTable, publishedTableNames } from "#schemas/published-tables.ts";
import { memoryWorkspace } from "#tests/builders/memory-store.ts";
import { aPublishedRow, hardValues, someTables, writeSomeRelease } from "#tests/builders/release.ts";

/** Writes rows in the order in which they are given. */
function write(name: PublishedTableName, rows: readonly Row[]) {
  const workspace = memoryWorkspace();
  const writer = tableWriter(name, workspace);
  for (const row of rows) writer.add(row);
  const { table, file } = writer.close();
  const cells: string[][] = parse(workspace.text(file.path), { from_line: 2 });
  return { table, file, workspace, cells, ids: cells.map(([id]) => id) };
}

const event = (record_id: string) => aPublishedRow("events", { record_id });

describe("a table's CSV", () => {
  const { workspace, content } = writeSomeRelease();

  it.each(publishedTableNames)("of %s has its columns in order and its rows", (name) => {
    const [header, ...rows]: string[][] = parse(workspace.text(`data/${name}.csv`));
    expect(header).toEqual(columnNames(publishedTable(name).row));
    expect(rows).toHaveLength(content.tables.find((table) => table.name === name)?.rowCount ?? -1);
  });

  it("writes TRUE and FALSE, plain decimals, and empty cells for unknown values", () => {
    expect(workspace.text("data/places.csv")).toContain(`,${hardValues.longitude},`);
    const errata = workspace.text("data/errata.csv");
    expect(errata).toContain(",FALSE\n");
    expect(errata + workspace.text("data/expansion_timeline.csv")).not.toMatch(/\b(NA|null|undefined|false)\b/u);
  });

  it("comes with its length and hash", () => {
    const { file, workspace: written } = write("events", [event("evt-001")]);
    const bytes = written.files.get("data/events.csv") ?? new Uint8Array();
    expect(file).toEqual({ path: "data/events.csv", bytes: bytes.length, sha256: sha256Hex(bytes) });
  });
});

describe("the facts about a written table", () => {
  it("are its rows, its filled cells and their first values, in the order of the file", () => {
    const { table } = write("places", [
      aPublishedRow("places", { place_id: "a", latitude: null }),
      aPublishedRow("places", { place_id: "b", latitude: 14.5 }),
      aPublishedRow("places", { place_id: "c", latitude: 15 }),
    ]);
    expect(table.rowCount).toBe(3);
    expect(table.filled.get("place_id")).toEqual({ count: 3, example: "a" });
    expect(table.filled.get("latitude")).toEqual({ count: 2, example: 14.5 });
    expect(table.filled.get("admin2")).toEqual({ count: 0, example: null });
  });

  it("does not depend on the order in which the rows of a sorted table come", () => {
    const rows = someTables().get("claims") ?? [];
    const [one, other] = [write("claims", rows), write("claims", rows.toReversed())];
    expect(one.table.filled.get("value")?.example).toBe(one.cells[0]?.[4]);
    expect([...other.table.filled]).toEqual([...one.table.filled]);
  });
});

describe("rows in the order of their keys", () => {
  it("rejects a key that is duplicate or out of order", () => {
    expect(() => write("events", [event("evt-001"), event("evt-001")])).toThrow("evt-001 twice, or out of order");
    expect(() => write("events", [event("evt-002"), event("evt-001")])).toThrow("evt-001 twice, or out of order");
    expect(write("events", [event("evt-001"), event("evt-002")]).ids).toEqual(["evt-001", "evt-002"]);
  });

  it("are compared part by part of the key", () => {
    const sentence = (source_id: string, locator: string) => aPublishedRow("evidence", { source_id, locator });
    const rows = [sentence("a", "p9s1"), sentence("b", "p1s1")];
    expect(write("evidence", rows).cells.map((cells) => cells.slice(2, 4))).toEqual([
      ["a", "p9s1"],
      ["b", "p1s1"],
    ]);
    expect(() => write("evidence", rows.toReversed())).toThrow("out of order");
  });
});

describe("the timeline", () => {
  const step = (record_id: string, date_earliest: string | null) =>
    aPublishedRow("expansion_timeline", { record_id, date_earliest });
  const steps = [step("exp-1", null), step("exp-2", "2019-01-01"), step("exp-3", "2018-01-01"), step("exp-0", null)];

  it("is put in order of time, steps without a date last, whatever the order of the rows", () => {
    for (const rows of [steps, steps.toReversed()])
      expect(write("expansion_timeline", rows).ids).toEqual(["exp-3", "exp-2", "exp-0", "exp-1"]);
  });

  it("has no key twice", () => {
    expect(() => write("expansion_timeline", [...steps, step("exp-2", "2019-01-01")])).toThrow("exp-2 twice");
  });
});

describe("claims, whose ids begin with a hash", () => {
  const HARD = ['a "quoted" value', "two\nlines", "a, comma", '"', "", " ", '\n"\n', "é, ï", "=", "\r\n"];
  const claims = Array.from({ length: 400 }, (_, at) =>
    aPublishedRow("claims", {
      claim_id: `clm-${sha256Hex(String(at)).slice(0, 12)}-date`,
      value: `${HARD[at % HARD.length]}${at}`,
    }),
  );
  const ids = claims.map(({ claim_id }) => claim_id).sort();

  it("are sorted by their ids, whatever the order of the rows and whatever the values", () => {
    const shuffled = claims.toSorted((a, b) => (sha256Hex(a.claim_id) < sha256Hex(b.claim_id) ? -1 : 1));
    const [one, other] = [write("claims", claims), write("claims", shuffled)];
    expect(one.ids).toEqual(ids);
    expect(other.workspace.text("data/claims.csv")).toBe(one.workspace.text("data/claims.csv"));
    const values = new Map(claims.map(({ claim_id, value }) => [claim_id, value]));
    expect(one.cells.map((cells) => cells[4])).toEqual(ids.map((id) => values.get(id)));
  });

  it("are sorted by the whole id: one that another begins with comes first", () => {
    const id = (column: string) => aPublishedRow("claims", { claim_id: `clm-0123456789ab-${column}` });
    const columns = ["unit", "date_text", "date", "place_id", "amount"];
    expect(write("claims", columns.map(id)).ids).toEqual(columns.map((column) => id(column).claim_id).sort());
  });

  it("leave no other file behind", () => {
    expect([...write("claims", claims).workspace.files.keys()]).toEqual(["data/claims.csv"]);
  });

  it("have no id twice, and none without a hash", () => {
    const [first = aPublishedRow("claims")] = claims;
    expect(() => write("claims", [...claims, { ...first, value: "another" }])).toThrow(`${first.claim_id} twice`);
    expect(() => write("claims", [aPublishedRow("claims", { claim_id: "claim" })])).toThrow(
      "does not begin with a hash",
    );
  });

  it("are written whole, though in parts", () => {
    const many = Array.from({ length: 12_345 }, (_, at) =>
      aPublishedRow("claims", { claim_id: `clm-${sha256Hex(`many-${at}`).slice(0, 12)}-date` }),
    );
    expect(write("claims", many).ids).toEqual(many.map(({ claim_id }) => claim_id).sort());
  });
});
