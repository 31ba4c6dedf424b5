import { describe, expect, it } from "vitest";
import { compareReleases } from "#pipeline/publish/plan/comparison.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, type TableSketch } from "#tests/builders/published-release.ts";

const codelists = (label: string): TableSketch => ({
  columns: { codelist: "string", code: "string", label: "string" },
  key: ["codelist", "code"],
  rows: [{ codelist: "event_type", code: "raid", label }],
});
const COLUMNS = ["record_id", "event_type", "actor1", "actor2", "location", "date", "description"];
const events = (...rows: TableSketch["rows"] & object): TableSketch => ({
  columns: Object.fromEntries(COLUMNS.map((column) => [column, "string"])),
  rows,
});
const raid = (record_id: string, cells: object = {}) => ({
  ...{ record_id, event_type: "raid", actor1: "Guild", actor2: null, location: "Aba" },
  ...{ date: "2021-05", description: "A mill burned." },
  ...cells,
});

describe("the lines of records", () => {
  const [older, newer] = [
    { events: events(raid("evt-001"), raid("evt-002")), codelists: codelists("Old raid") },
    { events: events(raid("evt-001", { location: "Obi" }), raid("evt-003")), codelists: codelists("Raid") },
  ].map((tables) => readerOf(aRelease({ tables })));
  const { tables } = compareReleases(older ?? expect.fail(), newer ?? expect.fail());
  const table = tables.find(({ table: name }) => name === "events");

  it("say who, what, where and when, with the labels of the release that has the record", () => {
    expect(table?.added).toMatchObject([{ record_id: "evt-003", line: "Raid: Guild, Aba, May 2021. A mill burned." }]);
    expect(table?.changed).toMatchObject([
      { record_id: "evt-001", line: "Raid: Guild, Obi, May 2021. A mill burned." },
    ]);
    expect(table?.retired).toMatchObject([
      { record_id: "evt-002", line: "Old raid: Guild, Aba, May 2021. A mill burned." },
    ]);
  });

  it("are none for rows that are made from others", () => {
    const changed = tables.find(({ table: name }) => name === "codelists")?.changed;
    expect(changed).toMatchObject([{ record_id: "event_type/raid", line: null, is_derived: true }]);
  });
});
