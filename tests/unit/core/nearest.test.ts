import { describe, expect, it } from "vitest";
import { nearestOf } from "#pipeline/core/nearest.ts";

describe("nearestOf", () => {
  const codes = ["embargo", "blockade", "fuel_blockade", "siege"];

  it.each([
    ["embrago", "embargo"],
    ["blokade", "blockade"],
    ["Siege", "siege"],
    ["fuel-blockade", "fuel_blockade"],
  ])("takes %s for %s", (typed, meant) => {
    expect(nearestOf(typed, codes)).toBe(meant);
  });

  it.each([
    ["F", ["A", "B", "C"]],
    ["ab", ["abc", "b"]],
    ["abc", ["ab"]],
  ])("suggests nothing for %s, where a text of one or two letters would be a guess", (typed, candidates) => {
    expect(nearestOf(typed, candidates)).toBeNull();
  });

  it("takes a short text for the same in other capitals", () => {
    expect(nearestOf("b", ["A", "B"])).toBe("B");
  });

  it("suggests nothing that is too far away", () => {
    expect(nearestOf("zakat", codes)).toBeNull();
    expect(nearestOf("x", [])).toBeNull();
  });
});
