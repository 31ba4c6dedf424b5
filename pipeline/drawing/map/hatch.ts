import { element, type Markup } from "../markup.ts";
import type { Palette } from "../palette.ts";

/** The pattern that means "somewhere in here". It is defined once in a drawing, whose ids begin with the prefix. */
export const hatch = (prefix: string, palette: Palette): Markup =>
  element(
    "pattern",
    {
      ...{ id: `${prefix}-hatch`, width: 7, height: 7 },
      ...{ patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    },
    element("line", { x1: 0, y1: 0, x2: 0, y2: 7, stroke: palette.country, "stroke-width": 1.5 }),
  );

export const hatchFill = (prefix: string) => `url(#${prefix}-hatch)`;
