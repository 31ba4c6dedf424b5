import type { Outlines } from "#pipeline/core/outlines.ts";
import { isDated } from "../dated-records.ts";
import type { DrawnRow } from "../drawn-row.ts";
import { element, Markup } from "../markup.ts";
import { type Drawn, FIGURE_FONT } from "../standalone.ts";
import { baseCountries, baseMap } from "./base-map.ts";
import { hatch } from "./hatch.ts";
import { mapLegend } from "./map-legend.ts";
import { FRAME, mapProjection } from "./projection.ts";
import { type MapStyle, stepsInWords } from "./step-labels.ts";
import { pointBoxes, type StepMap, stepMap } from "./step-map.ts";
import { type PlacedSteps, stepsByPlace } from "./steps-by-place.ts";

export interface ExpansionMapInput extends MapStyle {
  /** The rows of expansion_timeline, and of places. */
  readonly steps: readonly DrawnRow[];
  readonly places: readonly DrawnRow[];
  readonly outlines: Outlines;
  /** Only the steps with a date, and no legend: for a page that leads to the whole. */
  readonly isBrief?: boolean;
}

const TEXT = 13;
const LINE = 19;
export const MAP_WIDTH = FRAME.width;

/** A piece of the drawing, stacked below the pieces before it. */
interface Stacked {
  readonly height: number;
  readonly markup: Markup;
}

/** Two maps over one background: steps with a date above, and steps without one below. */
export function drawExpansionMap(input: ExpansionMapInput): string {
  const { markup, height } = expansionMapBody(input, 0);
  const width = FRAME.width + 2;
  const titleId = `${input.prefix}-title`;
  return element(
    "svg",
    {
      ...{ viewBox: `-1 0 ${width} ${height}`, width, height, role: "group", "aria-labelledby": titleId },
      "font-family": FIGURE_FONT,
    },
    element("title", { id: titleId }, input.words.title),
    element("desc", {}, input.words.alternative),
    markup,
  ).text;
}

/** The same as a part of a drawing, from the given height on. */
export function expansionMapBody(input: ExpansionMapInput, top: number): Drawn {
  const { steps, outlines, words, isBrief = false } = input;
  const projection = mapProjection();
  const placed = (rows: readonly DrawnRow[]) => stepsByPlace(rows, input.places, outlines);
  const countries = baseCountries(outlines.units, projection, pointBoxes(placed(steps), projection));
  const mapOf = (rows: readonly DrawnRow[]) => stepMap(placed(rows), { projection, countries }, input);
  const [dated, undated] = [steps.filter(isDated), steps.filter((step) => !isDated(step))];
  const { markup, height } = stacked([
    ...titledMap(words.dated(dated.length), mapOf(dated), input),
    ...(isBrief ? [] : [...titledMap(words.undated(undated.length), mapOf(undated), input), mapLegend(input)]),
  ]);
  const body = element(
    "g",
    { "font-size": 11, transform: top === 0 ? null : `translate(0 ${top})` },
    element("defs", {}, definitions(input), baseMap(countries, projection, input)),
    markup,
  );
  return { markup: body, height: Math.ceil(height) };
}

const definitions = ({ prefix, palette }: MapStyle): Markup[] => [
  element("clipPath", { id: `${prefix}-clip` }, element("rect", { width: FRAME.width, height: FRAME.height })),
  hatch(prefix, palette),
];

function titledMap(title: string, { markup, nowhere, crowded }: StepMap, style: MapStyle): Stacked[] {
  return [
    textLines([title], style.palette.ink, { size: 15, weight: 600 }),
    { height: FRAME.height + 8, markup },
    besideMap(style.words.nowhere, nowhere, style),
    besideMap(style.words.crowded, crowded, style),
  ].filter((piece) => piece !== null);
}

/** The places that a map cannot show, as words. */
function besideMap(
  title: string,
  listed: readonly PlacedSteps[],
  { palette, words, linkOf }: MapStyle,
): Stacked | null {
  if (listed.length === 0) return null;
  const lines = listed.map((placed, at) => {
    const text = element(
      "text",
      { x: 14, y: (at + 1) * 24 + TEXT, "font-size": TEXT, fill: linkOf === null ? palette.ink : palette.link },
      words.listed(placed.name, stepsInWords(placed, words)),
    );
    if (linkOf === null) return text;
    const { href, title: said } = linkOf(placed);
    return element("a", { href, "data-years": placed.years?.join("-") ?? null }, element("title", {}, said), text);
  });
  const markup = element("g", {}, textLines([title], palette.muted).markup, lines);
  return { height: (listed.length + 1) * 24 + 6, markup };
}

function textLines(
  lines: readonly string[],
  fill: string,
  { size = TEXT, weight = 400 }: { readonly size?: number; readonly weight?: number } = {},
): Stacked {
  const line = Math.max(LINE, size * 1.4);
  const markup = element(
    "g",
    { "font-size": size, "font-weight": weight, fill },
    lines.map((text, at) => element("text", { x: 0, y: at * line + size }, text)),
  );
  return { height: lines.length * line + 6, markup };
}

function stacked(pieces: readonly Stacked[]): Stacked {
  let height = 0;
  const placed = pieces.map((piece) => {
    const markup = element("g", { transform: `translate(0 ${Math.round(height)})` }, piece.markup);
    height += piece.height;
    return markup.text;
  });
  return { height, markup: new Markup(placed.join("\n")) };
}
