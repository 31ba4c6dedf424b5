import { describe, expect, it } from "vitest";
import type { Entry } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import { writeTables } from "#pipeline/publish/tables/write-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { type PublishedTableName, publishedTableNames } from "#schemas/published-tables.ts";
import { memoryWorkspace } from "#tests/builders/memory-store.ts";
import { aPublishedRow, type CellsOf, someTables, writeSomeRelease } from "#tests/builders/release.ts";
import { aResolution, type RowsByTable } from "#tests/builders/resolution.ts";

/** Writes the tables of a release, and keeps what was seen on the way. */
async function write(rows: RowsByTable) {
  const workspace = memoryWorkspace();
  const seen: Entry[] = [];
  let pauses = 0;
  const content = await writeTables({
    resolution: aResolution(rows),
    agreement: [],
    workspace,
    observe: (entry) => seen.push(entry),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  return { workspace, content, seen, pauses: () => pauses };
}

const withRows = (name: PublishedTableName, rows: readonly Row[]) => write(new Map([...someTables(), [name, rows]]));
const withEvent = (cells: CellsOf<"events">) => withRows("events", [aPublishedRow("events", cells)]);

describe("the tables of a release", () => {
  it("are all there, in the registry's order, with or without rows", async () => {
    for (const rows of [someTables(), new Map()])
      expect((await write(rows)).content.tables.map(({ name }) => name)).toEqual(publishedTableNames);
  });

  it("are those of the rows, however these come", async () => {
    const turned = new Map([...someTables()].map(([name, rows]) => [name, rows.toReversed()]));
    const { content, workspace } = await write(turned);
    const expected = writeSomeRelease();
    expect(content).toEqual(expected.content);
    expect([...workspace.files.keys()].sort()).toEqual([...expected.workspace.files.keys()].sort());
  });

  it("hold every code and every column of every table", async () => {
    const { tables } = (await write(someTables())).content;
    const rowCount = (name: string) => tables.find((table) => table.name === name)?.rowCount;
    expect(rowCount("codelists")).toBe(codelists.flatMap(({ codes }) => codes).length);
    expect(rowCount("columns")).toBe(tables.flatMap(({ fields }) => fields).length);
  });

  it("are written in one pass, in which every entry is seen, and the work can be stopped", async () => {
    const events = Array.from({ length: 500 }, (_, at) =>
      aPublishedRow("events", { record_id: `evt-${String(at).padStart(3, "0")}` }),
    );
    const { seen, pauses, content } = await withRows("events", events);
    expect(seen).toEqual([...aResolution(new Map([...someTables(), ["events", events]])).entries()]);
    expect(pauses()).toBeGreaterThan(publishedTableNames.length);
    expect(content.nRecords).toBe(seen.filter(({ columns }) => columns !== undefined).length);
  });
});

describe("what is about to be published", () => {
  it.each<[string, CellsOf<"events">, string]>([
    ["a code that is none", { event_type: "brawl" }, "event_type: "],
    ["an empty cell that must be filled", { description: null }, "description: "],
    ["a cell that a spreadsheet would run", { description: "=1+1" }, "description: "],
    ["a number beyond its bounds", { date_prec: 6 }, "date_prec: "],
  ])("is refused for %s", async (_, cells, fault) => {
    await expect(withEvent({ record_id: "evt-001", ...cells })).rejects.toThrow(
      `events evt-001 would be published, but does not match its own schema. ${fault}`,
    );
  });

  it("is refused for a key that comes twice", async () => {
    const row = aPublishedRow("events", { record_id: "evt-001" });
    await expect(withRows("events", [row, row])).rejects.toThrow("evt-001 twice");
  });

  it.each<[string, CellsOf<"events">, string]>([
    ["alone", { place_id: "atlantis" }, 'events.place_id would be published with "atlantis", which is not in places.'],
    [
      "in a list",
      { assoc_actor1_ids: "fama; nobody" },
      'events.assoc_actor1_ids would be published with "nobody", which is not in actors.',
    ],
  ])("is refused for a pointer into nothing, %s", async (_, cells, fault) => {
    await expect(withEvent(cells)).rejects.toThrow(fault);
  });

  it("is refused for a claim or a sentence of a source that is not there", async () => {
    const claims = [aPublishedRow("claims", { source_id: "nobody-2020", record_id: "exp-014" })];
    await expect(withRows("claims", claims)).rejects.toThrow('claims.source_id would be published with "nobody-2020"');
  });
});
