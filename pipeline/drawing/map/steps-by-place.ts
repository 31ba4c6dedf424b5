import type { Geometry } from "#pipeline/core/geometry.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import type { Outlines, Point } from "#pipeline/core/outlines.ts";
import { unitsOfPlace } from "#pipeline/core/place-units.ts";
import type { DrawnRow } from "../drawn-row.ts";
import { drawnGeometry } from "./map-geometry.ts";

/** Where on a map a place is shown, and how precisely it is known. */
export type Spot =
  | { readonly kind: "point"; readonly point: Point }
  /** A unit that a source names. */
  | { readonly kind: "unit"; readonly geometry: Geometry }
  /** Somewhere in a country. */
  | { readonly kind: "country"; readonly iso3: string }
  /** An area without an outline: a person placed its words. */
  | { readonly kind: "area"; readonly point: Point; readonly iso3: string }
  /** Several countries, or no anchor. */
  | { readonly kind: "nowhere" };

/** The steps of expansion at one place. */
export interface PlacedSteps {
  readonly placeId: string;
  readonly name: string;
  readonly spot: Spot;
  readonly steps: readonly DrawnRow[];
  /** The first and last year of their dates; `null` if none has one. */
  readonly years: readonly [first: number, last: number] | null;
}

/** The steps of each place, by the order of their first step. */
export function stepsByPlace(
  steps: readonly DrawnRow[],
  places: readonly DrawnRow[],
  outlines: Outlines,
): PlacedSteps[] {
  const found = new Map(places.map((place) => [place.place_id, place]));
  const anchors = new Map(outlines.anchors.map(({ placeId, point }) => [placeId, point]));
  const groups = groupBy(steps, ({ place_id: id = "" }) => id);
  return [...groups].map(([placeId, group]) => {
    const place = found.get(placeId) ?? group[0] ?? {};
    return {
      placeId,
      name: place.name || group[0]?.location || placeId,
      spot: spotOf(place, outlines, anchors.get(placeId) ?? null),
      steps: group,
      years: yearsOf(group),
    };
  });
}

function spotOf(place: DrawnRow, { units }: Outlines, anchor: Point | null): Spot {
  const { kind, iso3 = "" } = place;
  const point = pointOf(place);
  if (point !== null) return { kind: "point", point };
  const geometry = drawnGeometry(unitsOfPlace(place, units));
  if (geometry !== null) return { kind: "unit", geometry };
  if (kind === "country") {
    return units.some(({ country }) => country === iso3) ? { kind: "country", iso3 } : { kind: "nowhere" };
  }
  return anchor === null ? { kind: "nowhere" } : { kind: "area", point: anchor, iso3 };
}

/** The coordinates of a place; `null` if it has none. */
export const pointOf = ({ latitude = "", longitude = "" }: DrawnRow): Point | null =>
  latitude === "" || longitude === "" ? null : [Number(longitude), Number(latitude)];

/** The years of the days between which a row happened; an open end is as long as the other one. */
export function yearsOf(rows: readonly DrawnRow[]): readonly [first: number, last: number] | null {
  const years = rows
    .flatMap(({ date_earliest: earliest = "", date_latest: latest = "" }) => [earliest, latest])
    .filter((day) => day !== "")
    .map((day) => Number(day.slice(0, 4)));
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}
