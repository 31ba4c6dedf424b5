import type { Geometry } from "#pipeline/core/geometry.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { OutlinedUnit, Point } from "#pipeline/core/outlines.ts";
import { labelIn } from "#schemas/codelist.ts";
import { country } from "#schemas/codelists/places.ts";
import { element, type Markup } from "../markup.ts";
import type { Palette } from "../palette.ts";
import { textWidth } from "../text-lines.ts";
import { drawnGeometry, joinUnits } from "./map-geometry.ts";
import { type Box, overlap } from "./place-labels.ts";
import { FRAME, type MapProjection } from "./projection.ts";

const NAME_SIZE = 12;
const LETTER_SPACING = 1;

/** A country in the background. */
export interface BaseCountry {
  readonly iso3: string;
  readonly name: string;
  readonly geometry: Geometry;
  /** The middle of what can be seen of it. */
  readonly middle: Point;
  /** Where its name stands. */
  readonly nameBox: Box;
}

/** The countries that can be seen. Their names leave room for the boxes. */
export function baseCountries(
  units: readonly OutlinedUnit[],
  { middleOf }: MapProjection,
  taken: readonly Box[],
): BaseCountry[] {
  const byCountry = [...groupBy(units, ({ country: iso3 }) => iso3)].sort(([a], [b]) => byCodeUnit(a, b));
  return byCountry.flatMap(([iso3, own]) => {
    const geometry = drawnGeometry([joinUnits(own)]);
    const middle = geometry === null ? null : middleOf(geometry);
    if (geometry === null || middle === null) return [];
    const name = labelIn(country, iso3);
    return [{ iso3, name, geometry, middle, nameBox: nameBoxAt(name, middle, taken) }];
  });
}

/** How far a name may move up or down, in the order of trying. */
const SHIFTS = [0, -20, 20, -40, 40];

function nameBoxAt(name: string, [x, y]: Point, taken: readonly Box[]): Box {
  const width = textWidth(name.toUpperCase(), NAME_SIZE) + name.length * (LETTER_SPACING + 1);
  const left = Math.min(Math.max(x - width / 2, 6), FRAME.width - width - 6);
  const boxes = SHIFTS.map((shift) => {
    const top = Math.min(Math.max(y + shift - NAME_SIZE, 6), FRAME.height - NAME_SIZE - 10);
    return { x: left, y: top, width, height: NAME_SIZE + 4 };
  });
  const [first = { x: left, y, width, height: NAME_SIZE + 4 }] = boxes;
  return boxes.find((box) => !taken.some((other) => overlap(box, other))) ?? first;
}

/** The background of all maps of a drawing: it is defined once, and used by its id. Each country has an id of its own. */
export function baseMap(
  countries: readonly BaseCountry[],
  { pathOf }: MapProjection,
  { palette, prefix }: { readonly palette: Palette; readonly prefix: string },
): Markup[] {
  return [
    element(
      "g",
      { id: `${prefix}-base` },
      element("rect", { width: FRAME.width, height: FRAME.height, fill: palette.paper }),
      element(
        "g",
        { fill: palette.land, stroke: palette.border, "stroke-width": 1, "stroke-linejoin": "round" },
        countries.map(({ iso3, geometry }) => element("path", { id: `${prefix}-${iso3}`, d: pathOf(geometry) })),
      ),
    ),
    element(
      "g",
      {
        id: `${prefix}-names`,
        "font-size": NAME_SIZE,
        "letter-spacing": LETTER_SPACING,
        fill: palette.muted,
        "text-anchor": "middle",
      },
      countries.map(({ name, nameBox: { x, y, width } }) =>
        element("text", { x: x + width / 2, y: y + NAME_SIZE }, name.toUpperCase()),
      ),
    ),
  ];
}
