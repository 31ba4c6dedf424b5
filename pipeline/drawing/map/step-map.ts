import type { Point } from "#pipeline/core/outlines.ts";
import { element, type Markup } from "../markup.ts";
import { hatchFill } from "./hatch.ts";
import { type Box, type Label, placeLabels } from "./place-labels.ts";
import { FRAME, type MapProjection } from "./projection.ts";
import { labelMarkup, labelOf, type MapGround, type MapStyle, POINT_RADIUS, timeOf } from "./step-labels.ts";
import type { PlacedSteps } from "./steps-by-place.ts";

/** One map, and the places that it cannot show: beyond the frame or without a spot, and without room for their words. */
export interface StepMap {
  readonly markup: Markup;
  readonly nowhere: readonly PlacedSteps[];
  readonly crowded: readonly PlacedSteps[];
}

interface Shown {
  readonly placed: PlacedSteps;
  readonly label: Label;
  readonly at: Point;
}

/** The steps over the background. No two labels overlap. */
export function stepMap(all: readonly PlacedSteps[], ground: MapGround, style: MapStyle): StepMap {
  const shown = all.flatMap((placed): Shown[] => {
    const at = spotInFrame(placed, ground);
    return at === null ? [] : [{ placed, at, label: labelOf(placed, at, { ground, words: style.words }) }];
  });
  // Areas are the least free to move, and a country's words the freest.
  const order = ["area", "unit", "point", "country"];
  const sorted = shown.toSorted((a, b) => order.indexOf(a.placed.spot.kind) - order.indexOf(b.placed.spot.kind));
  const places = placeLabels(
    sorted.map(({ label }) => label),
    [...ground.countries.map(({ nameBox }) => nameBox), ...pointBoxes(all, ground.projection)],
  );
  const seen = sorted.flatMap((one) => {
    const place = places.get(one.label);
    return place === undefined ? [] : [{ ...one, ...place }];
  });
  const isShown = new Set(seen.map(({ placed }) => placed));
  const isInFrame = new Set(shown.map(({ placed }) => placed));
  const markup = element(
    "g",
    { "clip-path": `url(#${style.prefix}-clip)` },
    element("use", { href: `#${style.prefix}-base` }),
    seen.map(({ placed, at }) => markOf(placed, at, { ground, style })),
    element("use", { href: `#${style.prefix}-names` }),
    seen.map((one) => labelMarkup(one, style)),
    element("rect", { width: FRAME.width, height: FRAME.height, fill: "none", stroke: style.palette.line }),
  );
  return {
    markup,
    nowhere: all.filter((placed) => !isInFrame.has(placed)),
    crowded: shown.map(({ placed }) => placed).filter((placed) => !isShown.has(placed)),
  };
}

function spotInFrame({ spot }: PlacedSteps, { projection, countries }: MapGround): Point | null {
  switch (spot.kind) {
    case "point":
    case "area":
      return projection.project(spot.point);
    case "unit":
      return projection.middleOf(spot.geometry);
    case "country": {
      const country = countries.find(({ iso3 }) => iso3 === spot.iso3);
      return country === undefined ? null : [country.middle[0], country.nameBox.y + 34];
    }
    case "nowhere":
      return null;
    default:
      return spot satisfies never;
  }
}

/** The room that a point needs; nothing for other spots, and for a point beyond the frame. */
export function pointBoxes(all: readonly PlacedSteps[], { project }: MapProjection): Box[] {
  return all.flatMap(({ spot }) => {
    const at = spot.kind === "point" ? project(spot.point) : null;
    if (at === null) return [];
    return [{ x: at[0] - POINT_RADIUS, y: at[1] - POINT_RADIUS, width: 2 * POINT_RADIUS, height: 2 * POINT_RADIUS }];
  });
}

function markOf(
  { spot, years }: PlacedSteps,
  [cx, cy]: Point,
  { ground, style: { palette, prefix } }: { readonly ground: MapGround; readonly style: MapStyle },
): Markup | null {
  const time = { "data-years": timeOf(years) };
  switch (spot.kind) {
    case "point":
      return element("circle", { ...time, cx, cy, r: POINT_RADIUS, fill: palette.mark, stroke: palette.paper });
    case "unit":
      return element("path", {
        ...time,
        d: ground.projection.pathOf(spot.geometry),
        fill: palette.unit,
        stroke: palette.country,
      });
    case "country":
      return element("use", { ...time, href: `#${prefix}-${spot.iso3}`, fill: hatchFill(prefix) });
    case "area":
    case "nowhere":
      return null;
    default:
      return spot satisfies never;
  }
}
