import { describe, expect, it } from "vitest";
import { interval, krippendorffAlpha, nominal, type SumOfDifferences } from "#pipeline/agreement/alpha.ts";

/** The values of each coder in one line, a dot for none, turned into units. */
const units = (...coders: readonly string[]): (string | null)[][] => {
  const lines = coders.map((line) => line.split(" ").map((value) => (value === "." ? null : value)));
  return (lines[0] ?? []).map((_, unit) => lines.map((line) => line[unit] ?? null));
};
const numbers = (values: readonly (readonly (string | null)[])[]) =>
  values.map((unit) => unit.map((value) => (value === null ? null : Number(value))));

// Krippendorff (2011), examples A to D.
const BINARY = units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
const FIVE_CODES = units("a a b b d c c c e d d a", "b a b b b c c c e d d d");
const FOUR_CODERS = units(
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
);

describe("Krippendorff's alpha", () => {
  it("is 0.095 for the published example of two coders and two values", () => {
    expect(krippendorffAlpha(BINARY, nominal)).toBeCloseTo(0.095, 3);
  });

  it("is 0.692 for the published example of two coders and five codes", () => {
    expect(krippendorffAlpha(FIVE_CODES, nominal)).toBeCloseTo(0.692, 3);
  });

  it("is 0.743 as nominal and 0.849 as interval data for the published example of four coders with missing values", () => {
    expect(krippendorffAlpha(FOUR_CODERS, nominal)).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(numbers(FOUR_CODERS), interval)).toBeCloseTo(0.849, 3);
  });

  it("is 1 if all values of each unit are the same, and below 0 if they are opposed", () => {
    expect(krippendorffAlpha(units("a b c", "a b c"), nominal)).toBe(1);
    expect(krippendorffAlpha(units("a b a b", "b a b a"), nominal)).toBeLessThan(0);
    expect(krippendorffAlpha(numbers(units("0.1 0.7 17000", "0.1 0.7 17000")), interval)).toBe(1);
  });

  it("is not defined without two values of one unit, or if all values are the same", () => {
    expect(krippendorffAlpha([], nominal)).toBeNull();
    expect(krippendorffAlpha(units("a . b", ". a ."), nominal)).toBeNull();
    expect(krippendorffAlpha(units("a a", "a a"), nominal)).toBeNull();
    expect(krippendorffAlpha(numbers(units("0.3 0.3", "0.3 0.3")), interval)).toBeNull();
  });
});

describe("a sum of differences", () => {
  it.each<[string, SumOfDifferences<number>, (a: number, b: number) => number]>([
    ["interval", interval, (a, b) => (a - b) ** 2],
    ["nominal", (values) => nominal(values.map(String)), (a, b) => (a === b ? 0 : 1)],
  ])("of %s data is that over all pairs, in both orders", (_, sumOf, difference) => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const all = values.flatMap((a) => values.map((b) => difference(a, b)));
    expect(sumOf(values)).toBe(all.reduce((sum, one) => sum + one, 0));
  });
});
