import { expect, test } from "vitest";
import { cellsAround } from "#pipeline/events/match/record-cells.ts";

const RADIUS_M = 6_371_008.8;
const REACH_M = 50_000;

/** The point at a distance and bearing from another one (Vincenty's sphere). */
function reached(latitude: number, longitude: number, degrees: number) {
  const [lat, bearing, away] = [(latitude * Math.PI) / 180, (degrees * Math.PI) / 180, REACH_M / RADIUS_M];
  const to = Math.asin(Math.sin(lat) * Math.cos(away) + Math.cos(lat) * Math.sin(away) * Math.cos(bearing));
  const turned = Math.atan2(
    Math.sin(bearing) * Math.sin(away) * Math.cos(lat),
    Math.cos(away) - Math.sin(lat) * Math.sin(to),
  );
  const east = longitude + (turned * 180) / Math.PI;
  return { latitude: (to * 180) / Math.PI, longitude: ((((east + 180) % 360) + 360) % 360) - 180 };
}

test.each([
  [14.5, -4.2],
  [0, 0],
  [14.999_99, -4.000_01],
  [66, 179.9],
  [-66, -179.9],
  [89.3, 20],
  [89.9, 20],
  [-90, 0],
  [10, 180],
])("the cells around %d, %d hold every point within reach", (latitude, longitude) => {
  const cells = new Set(cellsAround(latitude, longitude).map(({ cell_y, cell_x }) => `${cell_y}/${cell_x}`));
  for (let degrees = 0; degrees < 360; degrees += 1) {
    const point = reached(latitude, longitude, degrees);
    expect(cells).toContain(`${Math.floor(point.latitude * 2)}/${Math.floor(point.longitude * 2)}`);
  }
});

test("there are few of them where people live, and none twice", () => {
  const cells = cellsAround(14.5, -4.2);
  expect(cells.length).toBeLessThanOrEqual(9);
  expect(new Set(cells.map(({ cell_y, cell_x }) => `${cell_y}/${cell_x}`)).size).toBe(cells.length);
});

test("a point on the date line may be written with either sign", () => {
  const columns = new Set(cellsAround(0, 179.9).map(({ cell_x }) => cell_x));
  for (const column of [-360, 359, 360]) expect(columns).toContain(column);
});
