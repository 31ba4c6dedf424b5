import type { CoordinateSlip } from "#pipeline/core/issues/resolve-issue.ts";
import { distanceTo, firstLevelUnits, isInside, type OutlinedUnit, type Point } from "#pipeline/core/outlines.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { outlineTolerance } from "#schemas/guards.ts";
import type { Finding } from "./finding.ts";

/** Points at 0, 0, or outside the outline of their country or unit. What has no outline is not checked. */
export const misplacedPoints = ({ path, rows }: StagedTable<"places">, outlines: readonly OutlinedUnit[]): Finding[] =>
  rows.flatMap(({ line, values: place }): Finding[] => {
    const { latitude, longitude } = place;
    if (latitude === null || longitude === null) return [];
    const fault = faultOf(place, [longitude, latitude], outlines);
    if (fault === null) return [];
    const value = `latitude ${latitude}, longitude ${longitude}`;
    const check = { table: "places", recordId: place.place_id, column: "latitude", value };
    return [{ code: "resolve/outside-outline", at: { file: path, line, column: "latitude" }, check, ...fault }];
  });

type Fault = Pick<Extract<Finding, { code: "resolve/outside-outline" }>, "area" | "km" | "slip">;

function faultOf(place: CodedRow<"places">, point: Point, outlines: readonly OutlinedUnit[]): Fault | null {
  const [longitude, latitude] = point;
  if (latitude === 0 && longitude === 0) return { area: null, km: 0, slip: null };
  const country = outlines.filter((unit) => unit.country === place.iso3);
  const areas = [
    { area: place.country, units: country },
    { area: place.admin1, units: firstLevelUnits(place, country) },
  ];
  for (const { area, units } of areas) {
    if (area === null || units.length === 0 || isInside(units, point)) continue;
    const km = Math.round(distanceTo(units, point));
    if (km > outlineTolerance.km) return { area, km, slip: slipOf(point, units) };
  }
  return null;
}

const SLIPS: readonly [CoordinateSlip, (point: Point) => Point][] = [
  ["longitude-sign", ([x, y]) => [-x, y]],
  ["latitude-sign", ([x, y]) => [x, -y]],
  ["swapped", ([x, y]) => [y, x]],
  ["both-signs", ([x, y]) => [-x, -y]],
];

/** The slip whose correction would put the point inside. */
const slipOf = (point: Point, units: readonly OutlinedUnit[]): CoordinateSlip | null =>
  SLIPS.find(([, undo]) => isInside(units, undo(point)))?.[0] ?? null;
