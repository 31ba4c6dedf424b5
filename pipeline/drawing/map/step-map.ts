import type { Point } from "#pipeline/core/outlines.ts";
import { element, type Markup } from "../markup.ts";
import type { Palette } from "../palette.ts";
import { linesOf } from "../text-lines.ts";
import type { BaseCountry } from "./base-map.ts";
import type { ExpansionMapWords } from "./expansion-map-words.ts";
import { type Box, LABEL_LINE, LABEL_SIZE, type Label, type PlacedLabel, placeLabels, sizeOf } from "./place-labels.ts";
import { FRAME, type MapProjection } from "./projection.ts";
import type { PlacedSteps } from "./steps-by-place.ts";

/** Where the words for a place lead, and what the link says. */
export interface MapLink {
  readonly href: string;
  readonly title: string;
}

export interface MapStyle {
  readonly palette: Palette;
  readonly words: ExpansionMapWords;
  /** Begins the ids of the drawing. */
  readonly prefix: string;
  /** `null` for a drawing without links. */
  readonly linkOf: ((placed: PlacedSteps) => MapLink) | null;
}

export interface MapGround {
  readonly projection: MapProjection;
  readonly countries: readonly BaseCountry[];
}

/** One map, and the places that it cannot show: beyond the frame or without a spot, and without room for their words. */
export interface StepMap {
  readonly markup: Markup;
  readonly nowhere: readonly PlacedSteps[];
  readonly crowded: readonly PlacedSteps[];
}

/** How far the words for a place may lie from where they belong, by the kind of spot. */
const REACH = { point: 110, unit: 60, country: 120, area: 60 } as const;
/** Two ways to break a name: into few lines, or into short ones. */
const MOST_LETTERS = [21, 13];
const POINT_RADIUS = 5;

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

function labelOf(
  placed: PlacedSteps,
  at: Point,
  { ground, words }: { readonly ground: MapGround; readonly words: ExpansionMapWords },
): Label {
  const { name, spot } = placed;
  const said = stepsInWords(placed, words);
  const shapes =
    spot.kind === "country" ? [[words.somewhere, said]] : MOST_LETTERS.map((most) => [...linesOf(name, most), said]);
  const iso3 = spot.kind === "area" || spot.kind === "country" ? spot.iso3 : "";
  const country = ground.countries.find((one) => one.iso3 === iso3);
  const beside = sizeOf(shapes[0] ?? [said])[0] / 2 + POINT_RADIUS + 4;
  return {
    shapes,
    at: spot.kind === "point" ? [at[0] + beside, at[1]] : at,
    reach: spot.kind === "nowhere" ? 0 : REACH[spot.kind],
    mayLie: (middle) => country === undefined || ground.projection.contains(country.geometry, middle),
  };
}

/** `2018`, or `2 steps, 2016–2018`, or `8 steps` without dates. */
export function stepsInWords({ steps, years }: PlacedSteps, words: ExpansionMapWords): string {
  if (years === null) return words.steps(steps.length);
  return steps.length === 1 ? words.years(...years) : words.stepsInYears(steps.length, ...years);
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
      return element("use", { ...time, href: `#${prefix}-${spot.iso3}`, fill: `url(#${prefix}-hatch)` });
    case "area":
    case "nowhere":
      return null;
    default:
      return spot satisfies never;
  }
}

/** `2016-2018`, by which a page dims steps outside the chosen years. */
const timeOf = (years: PlacedSteps["years"]) => (years === null ? null : years.join("-"));

function labelMarkup({ placed, at, box, lines }: Shown & PlacedLabel, { palette, linkOf }: MapStyle): Markup {
  const { spot, years } = placed;
  const middle = box.x + box.width / 2;
  const first = box.y + box.height / 2 - ((lines.length - 1) * LABEL_LINE) / 2 + LABEL_SIZE * 0.36;
  const parts = [
    spot.kind === "point" ? leader(at, box, palette) : null,
    element("rect", {
      ...box,
      rx: 2,
      fill: palette.paper,
      "fill-opacity": "0.88",
      stroke: spot.kind === "area" ? palette.border : null,
      "stroke-dasharray": spot.kind === "area" ? "4 3" : null,
    }),
    element(
      "text",
      { "text-anchor": "middle", fill: linkOf === null ? palette.ink : palette.link },
      lines.map((line, row) =>
        element(
          "tspan",
          {
            x: middle,
            y: first + row * LABEL_LINE,
            "font-weight": spot.kind !== "country" && row < lines.length - 1 ? 600 : null,
          },
          line,
        ),
      ),
    ),
  ];
  const time = { "data-years": timeOf(years) };
  if (linkOf === null) return element("g", time, parts);
  const { href, title } = linkOf(placed);
  return element("a", { href, ...time }, element("title", {}, title), parts);
}

/** A line from a point to its words, if they do not stand beside it. */
function leader([x, y]: Point, box: Box, palette: Palette): Markup | null {
  const nearest: Point = [
    Math.min(Math.max(x, box.x), box.x + box.width),
    Math.min(Math.max(y, box.y), box.y + box.height),
  ];
  if (Math.hypot(nearest[0] - x, nearest[1] - y) < 2 * POINT_RADIUS) return null;
  return element("line", { x1: x, y1: y, x2: nearest[0], y2: nearest[1], stroke: palette.mark });
}
