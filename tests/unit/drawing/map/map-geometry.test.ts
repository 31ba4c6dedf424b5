import { readFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
import type { OutlinedUnit, Point } from "#pipeline/core/outlines.ts";
import { drawnGeometry, joinUnits } from "#pipeline/drawing/map/map-geometry.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";

const path = join(import.meta.dirname, "../../../../raw/outlines/admin1.topo.json");
const { units } = readOutlines([{ path, bytes: readFileSync(path) }]);
const inCountry = (country: string) => units.filter((unit) => unit.country === country);

/** As d3 takes it: a copy with lists that may change. */
function shapeOf(outlined: Parameters<typeof drawnGeometry>[0]): GeoJSON.Geometry {
  const geometry = drawnGeometry(outlined);
  const rings = (polygon: readonly (readonly Point[])[]) => polygon.map((ring) => ring.map(([x, y]) => [x, y]));
  if (geometry?.type === "Polygon") return { type: "Polygon", coordinates: rings(geometry.coordinates) };
  if (geometry?.type === "MultiPolygon") return { type: "MultiPolygon", coordinates: geometry.coordinates.map(rings) };
  throw new Error("No outline.");
}

describe("the outlines that are drawn", () => {
  it("are wound so that none fills the rest of the world", () => {
    for (const unit of units) expect([unit.id, geoArea(shapeOf([unit])) < 0.1]).toEqual([unit.id, true]);
  });

  it.each<[string, Point, string]>([
    ["Mopti", [-4.18, 14.49], "ML-5"],
    ["Ouagadougou", [-1.53, 12.37], "BF-KAD"],
    ["Niamey", [2.11, 13.52], "NE-8"],
  ])("contain %s in its unit", (_, [x, y], id) => {
    expect(geoContains(shapeOf(units.filter((unit) => unit.id === id)), [x, y])).toBe(true);
  });

  it.each<[string, Point]>([
    ["MLI", [-4.18, 14.49]],
    ["BFA", [-1.53, 12.37]],
    ["NER", [2.11, 13.52]],
    ["GHA", [-0.84, 9.4]],
    ["NGA", [7.49, 9.06]],
    ["BEN", [2.3, 9.3]],
    ["CIV", [-5.28, 6.82]],
    ["DZA", [3, 28]],
    ["TCD", [18.7, 15]],
    ["TGO", [1.1, 8.5]],
  ])("of a country are its units together: %s", (country, [x, y]) => {
    const whole = shapeOf([joinUnits(inCountry(country))]);
    const sum = inCountry(country).reduce((area, unit) => area + geoArea(shapeOf([unit])), 0);
    expect(geoArea(whole)).toBeCloseTo(sum, 3);
    expect([geoContains(whole, [x, y]), geoContains(whole, [-20, 0])]).toEqual([true, false]);
  });
});

describe("joinUnits", () => {
  it("leaves out the line between two neighbours", () => {
    const unit = (id: string, ...ring: Point[]): OutlinedUnit => ({
      ...{ id, name: id, country: "MLI", region: null },
      rings: [ring],
    });
    const west = unit("ML-1", [0, 0], [0, 1], [1, 1], [1, 0], [0, 0]);
    const east = unit("ML-2", [1, 0], [1, 1], [2, 1], [2, 0], [1, 0]);
    const { rings } = joinUnits([west, east]);
    expect(rings).toHaveLength(1);
    expect(new Set(rings.flat().map(String))).toEqual(new Set(["0,0", "0,1", "1,1", "2,1", "2,0", "1,0"]));
  });
});
