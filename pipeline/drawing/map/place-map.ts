import type { Geometry } from "#pipeline/core/geometry.ts";
import type { OutlinedUnit, Point } from "#pipeline/core/outlines.ts";
import { type UnitsAround, unitsAround, unitsOfPlace } from "#pipeline/core/place-units.ts";
import type { DrawnRow } from "../drawn-row.ts";
import { element, type Markup } from "../markup.ts";
import type { Palette } from "../palette.ts";
import { hatch, hatchFill } from "./hatch.ts";
import { drawnGeometry, joinUnits } from "./map-geometry.ts";
import { type MapProjection, mapProjection } from "./projection.ts";
import { pointOf } from "./steps-by-place.ts";

/** What can be drawn of where a place is. */
export type PlaceSpot =
  | { readonly kind: "point"; readonly point: Point }
  /** Its own outline. */
  | { readonly kind: "outline"; readonly units: readonly OutlinedUnit[] }
  /** Somewhere in the outline of a unit or country that it names. */
  | ({ readonly kind: "within" } & UnitsAround);

/** `null` if a place has neither coordinates nor an outline, nor a unit or country with one: nothing is invented for it. */
export function placeSpot(place: DrawnRow, units: readonly OutlinedUnit[]): PlaceSpot | null {
  const around = unitsAround(place, units);
  if (around === null) return null;
  const point = pointOf(place);
  if (point !== null) return { kind: "point", point };
  const own = place.kind === "country" ? around.units : unitsOfPlace(place, units);
  return own.length > 0 ? { kind: "outline", units: own } : { kind: "within", ...around };
}

interface PlaceMap {
  readonly spot: PlaceSpot;
  /** The units of its country. */
  readonly country: readonly OutlinedUnit[];
  readonly palette: Palette;
  /** Begins the ids of the drawing. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
}

const FRAME = { width: 320, height: 320 } as const;
const MARGIN = 8;
const POINT_RADIUS = 5;

/** A place in its country, which is all that is drawn: a dot, its outline filled, or what it lies within hatched. */
export function drawPlaceMap({ spot, country, palette, prefix, title, description }: PlaceMap): string {
  const whole = joinUnits(country);
  // A point that lies beyond its country, such as one on the border, is shown there.
  const shown = [...whole.rings.flat(), ...(spot.kind === "point" ? [spot.point] : [])];
  const projection = mapProjection({ frame: FRAME, margin: MARGIN, shown });
  return element(
    "svg",
    {
      ...{ ...boxOf(shown, projection), role: "img" },
      ...{ "aria-labelledby": `${prefix}-title`, "aria-describedby": `${prefix}-desc` },
    },
    element("title", { id: `${prefix}-title` }, title),
    element("desc", { id: `${prefix}-desc` }, description),
    spot.kind === "within" ? element("defs", {}, hatch(prefix, palette)) : null,
    element(
      "g",
      { fill: palette.land, stroke: palette.border, "stroke-linejoin": "round" },
      outline(drawnGeometry([whole]), { id: `${prefix}-country` }, projection),
    ),
    markOf(spot, { country, projection, palette, prefix }),
  ).text;
}

/** The room that the country takes, and no more. */
function boxOf(points: readonly Point[], { project }: MapProjection) {
  const places = points.map(project).filter((place) => place !== null);
  const { x, y } = { x: rangeOf(places.map(([at]) => at)), y: rangeOf(places.map(([, at]) => at)) };
  const [width, height] = [x.size + 2 * MARGIN, y.size + 2 * MARGIN];
  return { viewBox: `${x.from - MARGIN} ${y.from - MARGIN} ${width} ${height}`, width, height };
}

/** In whole pixels. */
function rangeOf(values: readonly number[]) {
  const from = Math.floor(values.reduce((least, value) => Math.min(least, value), FRAME.width));
  const to = Math.ceil(values.reduce((most, value) => Math.max(most, value), 0));
  return { from, size: to - from };
}

const outline = (
  geometry: Geometry | null,
  attributes: Readonly<Record<string, string>>,
  { pathOf }: MapProjection,
): Markup | null => (geometry === null ? null : element("path", { d: pathOf(geometry), ...attributes }));

interface Drawn extends Pick<PlaceMap, "country" | "palette" | "prefix"> {
  readonly projection: MapProjection;
}

function markOf(spot: PlaceSpot, { country, projection, palette, prefix }: Drawn): Markup | null {
  switch (spot.kind) {
    case "point": {
      const at = projection.project(spot.point);
      if (at === null) return null;
      return element("circle", { cx: at[0], cy: at[1], r: POINT_RADIUS, fill: palette.mark, stroke: palette.paper });
    }
    case "outline":
    case "within": {
      const fill = spot.kind === "outline" ? palette.unit : hatchFill(prefix);
      const paint = { fill, stroke: palette.country, "stroke-linejoin": "round" };
      const isWhole = spot.units.length === country.length;
      if (isWhole) return element("use", { href: `#${prefix}-country`, ...paint });
      return outline(drawnGeometry([joinUnits(spot.units)]), paint, projection);
    }
    default:
      return spot satisfies never;
  }
}
