import { describe, expect, it } from "vitest";
import { isWithin } from "#pipeline/core/locator.ts";

describe("a sentence within an evidence cell", () => {
  it.each([
    ["p1s2", true],
    ["p4s1", true],
    ["p4s10", true],
    ["p5s1", true],
    ["p1s3", false],
    ["p5s2", false],
    ["p10s1", false],
  ])("%s: %s", (locator, expected) => {
    expect(isWithin(locator, "p1s2; p4s1-p5s1")).toBe(expected);
  });
});
