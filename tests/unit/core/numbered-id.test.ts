import { describe, expect, it } from "vitest";
import { highestNumber, numberedId, numberOfId } from "#pipeline/core/numbered-id.ts";

describe("an id with a number", () => {
  it.each([
    ["exp-014", 14],
    ["exp-1000", 1000],
    ["exp-1", 1],
    ["expansion-014", null],
    ["dis-exp-014", null],
    ["exp-014-date", null],
    ["exp-", null],
    ["exp", null],
  ])("%s has %s", (id, number) => {
    expect(numberOfId(id, "exp")).toBe(number);
  });

  it("has three digits or more", () => {
    expect([1, 46, 1000].map((number) => numberedId("exp", number))).toEqual(["exp-001", "exp-046", "exp-1000"]);
  });

  it("does not count if it is of another table", () => {
    expect(highestNumber("dis", ["dis-007", "dis-exp-014-date", "evt-099", "dis-012"])).toBe(12);
    expect(highestNumber("dis", [])).toBe(0);
  });
});
