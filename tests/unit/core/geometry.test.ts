import { describe, expect, it } from "vitest";
import { outlineGeometry, pointGeometry } from "#pipeline/core/geometry.ts";
import type { OutlinedUnit, Point } from "#pipeline/core/outlines.ts";

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

const unit = (...rings: readonly (readonly Point[])[]): OutlinedUnit => ({
  id: "ML-7",
  name: "Gao",
  country: "MLI",
  region: null,
  rings,
});

describe("the geometry of a point", () => {
  it("is longitude and latitude, with at most six decimals and no minus zero", () => {
    expect(pointGeometry(-0.00000004, 14.1234567)).toEqual({ type: "Point", coordinates: [0, 14.123457] });
  });
});

describe("the geometry of outlines", () => {
  const outer = square(0, 0, 10);
  const hole = square(2, 2, 4);

  it.each([
    ["counterclockwise", outer, hole],
    ["clockwise", outer.toReversed(), hole.toReversed()],
  ])("turns outer rings counterclockwise and holes clockwise, if they came %s", (_, ring, inner) => {
    expect(outlineGeometry([unit(ring, inner)])).toEqual({ type: "Polygon", coordinates: [outer, hole.toReversed()] });
  });

  it("makes several polygons of several outer rings, and an island in a hole one of its own", () => {
    const island = square(3, 3, 1);
    const other = square(20, 0, 5);
    expect(outlineGeometry([unit(outer, hole, island), unit(other)])).toEqual({
      type: "MultiPolygon",
      coordinates: [[outer, hole.toReversed()], [island], [other]],
    });
  });

  it("rounds to four decimals, and drops points and rings that this makes equal", () => {
    const fine: Point[] = [
      [0, 0],
      [10.00001, 0],
      [10.00002, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(outlineGeometry([unit(fine, square(1, 1, 0.00001))])).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    });
  });

  it("is none without rings", () => {
    expect(outlineGeometry([])).toBeNull();
    expect(outlineGeometry([unit()])).toBeNull();
  });
});
