import type { Point } from "#pipeline/core/outlines.ts";
import { element, type Markup } from "../markup.ts";
import type { Palette } from "../palette.ts";
import { linesOf } from "../text-lines.ts";
import type { BaseCountry } from "./base-map.ts";
import type { ExpansionMapWords } from "./expansion-map-words.ts";
import { type Box, LABEL_LINE, LABEL_SIZE, type Label, type PlacedLabel, sizeOf } from "./place-labels.ts";
import type { MapProjection } from "./projection.ts";
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

/** How far the words for a place may lie from where they belong, by the kind of spot. */
const REACH = { point: 110, unit: 60, country: 120, area: 60 } as const;
/** Two ways to break words: into few lines, or into short ones. */
const MOST_LETTERS = [21, 13];
export const POINT_RADIUS = 5;

/** Its words, and where they may lie. */
export function labelOf(
  placed: PlacedSteps,
  at: Point,
  { ground, words }: { readonly ground: MapGround; readonly words: ExpansionMapWords },
): Label {
  const { name, spot } = placed;
  const said = stepsInWords(placed, words);
  const where = spot.kind === "country" ? words.somewhere : name;
  const shapes = MOST_LETTERS.map((most) => [...linesOf(where, most), said]);
  const iso3 = spot.kind === "area" || spot.kind === "country" ? spot.iso3 : "";
  const country = ground.countries.find((one) => one.iso3 === iso3);
  const beside = sizeOf(shapes[0] ?? [said])[0] / 2 + POINT_RADIUS + 4;
  return {
    shapes,
    at: spot.kind === "point" ? [at[0] + beside, at[1]] : at,
    reach: spot.kind === "nowhere" ? 0 : REACH[spot.kind],
    keepsWithin: spot.kind === "country",
    mayLie: (middle) => country === undefined || ground.projection.contains(country.geometry, middle),
  };
}

/** `2018`, or `2 steps, 2016–2018`, or `8 steps` without dates. */
export function stepsInWords({ steps, years }: PlacedSteps, words: ExpansionMapWords): string {
  if (years === null) return words.steps(steps.length);
  return steps.length === 1 ? words.years(...years) : words.stepsInYears(steps.length, ...years);
}

/** `2016-2018`, by which a page dims steps outside the chosen years. */
export const timeOf = (years: PlacedSteps["years"]) => (years === null ? null : years.join("-"));

export function labelMarkup(
  { placed, at, box, lines }: { readonly placed: PlacedSteps; readonly at: Point } & PlacedLabel,
  { palette, linkOf }: MapStyle,
): Markup {
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
