import { describe, expect, it } from "vitest";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";

describe("a row put together from parts", () => {
  it("has every column of its table, in its order; what no part fills is empty", () => {
    const row = wholeRow("retired", [{ reason: "It was no event." }, { table: "events" }, { record_id: "evt-4" }]);
    expect(Object.entries(row)).toEqual([
      ["table", "events"],
      ["record_id", "evt-4"],
      ["reason", "It was no event."],
      ["replaced_by", null],
      ["date_retired", null],
    ]);
  });

  it("has no column that its table does not have", () => {
    expect(() => wholeRow("retired", [{ record_id: "evt-4", colour: "red" }])).toThrow(/does not have: colour/u);
  });
});
