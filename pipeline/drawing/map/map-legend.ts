import { element, type Markup } from "../markup.ts";
import { hatchFill } from "./hatch.ts";
import type { MapStyle } from "./step-labels.ts";

const LINE = 24;

/** What the four kinds of marks mean. */
export function mapLegend({ palette, words: { legend }, prefix }: MapStyle): {
  readonly height: number;
  readonly markup: Markup;
} {
  const swatch = { x: 0, y: 4, width: 26, height: 16 };
  const entries: readonly (readonly [Markup, string])[] = [
    [element("circle", { cx: 13, cy: 12, r: 5, fill: palette.mark }), legend.point],
    [element("rect", { ...swatch, fill: palette.unit, stroke: palette.country }), legend.unit],
    [
      element("g", {}, [
        element("rect", { ...swatch, fill: palette.land }),
        element("rect", { ...swatch, fill: hatchFill(prefix), stroke: palette.border }),
      ]),
      legend.country,
    ],
    [
      element("rect", { ...swatch, fill: palette.paper, stroke: palette.border, "stroke-dasharray": "4 3" }),
      legend.area,
    ],
  ];
  return {
    height: (entries.length / 2) * LINE + 12,
    markup: element(
      "g",
      { "font-size": 13, fill: palette.ink },
      entries.map(([symbol, text], at) =>
        element(
          "g",
          { transform: `translate(${(at % 2) * 430} ${Math.floor(at / 2) * LINE})` },
          symbol,
          element("text", { x: 36, y: 17 }, text),
        ),
      ),
    ),
  };
}
