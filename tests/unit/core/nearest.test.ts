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

  it("suggests nothing that is too far away", () => {
    expect(nearestOf("zakat", codes)).toBeNull();
    expect(nearestOf("x", [])).toBeNull();
  });
});
