import { describe, expect, it } from "vitest";
import { distanceTo, isInside, type OutlinedUnit, type Point } from "#pipeline/core/outlines.ts";

const square = (west: number, south: number, east: number, north: number): Point[] => [
  ...[[west, south] as const, [west, north] as const, [east, north] as const],
  ...[[east, south] as const, [west, south] as const],
];
const unit = (...rings: Point[][]): OutlinedUnit => ({ id: "XX-1", name: "Unit", country: "XXX", region: null, rings });

describe("isInside", () => {
  const withHole = unit(square(0, 0, 10, 10), square(4, 4, 6, 6));

  it("knows the inside, the outside and a hole", () => {
    const points: Point[] = [
      [1, 1],
      [9, 5],
      [11, 5],
      [5, -1],
      [5, 5],
    ];
    expect(points.map((point) => isInside([withHole], point))).toEqual([true, true, false, false, false]);
  });

  it("does not depend on which way a ring runs", () => {
    expect(isInside([unit(square(0, 0, 10, 10).toReversed())], [1, 1])).toBe(true);
  });

  it("is true if any of the units has the point", () => {
    expect(isInside([withHole, unit(square(20, 0, 30, 10))], [25, 5])).toBe(true);
    expect(isInside([], [25, 5])).toBe(false);
  });
});

describe("distanceTo", () => {
  it("measures to the nearest edge, or to a corner, in kilometres", () => {
    const units = [unit(square(0, 0, 10, 10))];
    expect(distanceTo(units, [5, -1])).toBeCloseTo(111.2, 1);
    expect(distanceTo(units, [-1, 0])).toBeCloseTo(111.2, 1);
    expect(distanceTo(units, [13, -4])).toBeCloseTo(111.2 * 5, -1);
  });

  it("knows that degrees of longitude are shorter away from the equator", () => {
    expect(distanceTo([unit(square(0, 50, 10, 70))], [-1, 60])).toBeCloseTo(111.2 / 2, 1);
  });
});
