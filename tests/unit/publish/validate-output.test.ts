import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { validateOutput } from "#pipeline/publish/validate-output.ts";
import type { PublishedTableName } from "#schemas/tables.ts";
import { aPublishedRow, someTables } from "#tests/builders/release.ts";

const withRows = (name: PublishedTableName, rows: readonly Row[]) =>
  sortTables(new Map([...someTables(), [name, rows]]));

const faultsOf = (name: PublishedTableName, rows: readonly Row[]) =>
  validateOutput(withRows(name, rows)).map(({ at }) => `${at.file}:${at.column}`);

describe("what is about to be published", () => {
  it("is good where every row fits its schema, every key is unique and every pointer holds", () => {
    expect(validateOutput(sortTables(someTables()))).toEqual([]);
  });

  it("is refused for a code that is none, an empty cell that must be filled and a column that is unknown", () => {
    const rows = [
      aPublishedRow("events", { record_id: "evt-001", event_type: "brawl" }),
      aPublishedRow("events", { record_id: "evt-002", description: null }),
      { ...aPublishedRow("events", { record_id: "evt-003" }), colour: "red" },
    ];
    expect(faultsOf("events", rows)).toEqual([
      "data/events.csv:event_type",
      "data/events.csv:description",
      "data/events.csv:colour",
    ]);
  });

  it("is refused for a cell that a spreadsheet would run", () => {
    expect(faultsOf("events", [aPublishedRow("events", { description: "=1+1" })])).toEqual([
      "data/events.csv:description",
    ]);
  });

  it("is refused for a key that stands twice", () => {
    const row = aPublishedRow("events", { record_id: "evt-001" });
    expect(faultsOf("events", [row, row])).toEqual(["data/events.csv:record_id"]);
  });

  it("is refused for a pointer into nothing, alone or in a list", () => {
    const rows = [
      aPublishedRow("events", { record_id: "evt-001", place_id: "atlantis" }),
      aPublishedRow("events", { record_id: "evt-002", assoc_actor1_ids: "fama; nobody" }),
    ];
    expect(faultsOf("events", rows)).toEqual(["data/events.csv:place_id", "data/events.csv:assoc_actor1_ids"]);
  });
});
