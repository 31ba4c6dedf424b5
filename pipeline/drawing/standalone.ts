import { element, type Markup } from "./markup.ts";
import type { Palette } from "./palette.ts";
import { linesOf } from "./text-lines.ts";

/** What a reader's machine has: no font is loaded. */
export const FIGURE_FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

/** A part of a drawing, and how much room it takes. */
export interface Drawn {
  readonly markup: Markup;
  readonly height: number;
}

interface Standalone {
  /** Begins the ids in the file. */
  readonly prefix: string;
  readonly title: string;
  /** What it shows, for people who cannot see it. */
  readonly alternative: string;
  readonly width: number;
  /** The drawing, from the given height on. */
  readonly body: (top: number) => Drawn;
  /** What it means, and where it comes from. */
  readonly caption: readonly string[];
  readonly palette: Palette;
}

const [MARGIN, HEAD, LINE, LETTERS] = [16, 44, 18, 140];

/** A drawing as a file: with its title above, and its caption and source below. */
export function drawStandalone({ prefix, title, alternative, width, body, caption, palette }: Standalone): string {
  const { markup, height } = body(HEAD);
  const lines = caption.flatMap((text) => linesOf(text, LETTERS));
  const bottom = HEAD + height + 12;
  const whole = bottom + lines.length * LINE + MARGIN;
  const words = lines.map((line, at) =>
    element("text", { x: 0, y: bottom + (at + 1) * LINE, "font-size": 12, fill: palette.muted }, line),
  );
  return element(
    "svg",
    {
      ...{ xmlns: "http://www.w3.org/2000/svg", viewBox: `${-MARGIN} 0 ${width + 2 * MARGIN} ${whole}` },
      ...{ width: width + 2 * MARGIN, height: whole, role: "img", "aria-labelledby": `${prefix}-title` },
      ...{ "font-family": FIGURE_FONT, "font-size": 13 },
    },
    element("title", { id: `${prefix}-title` }, title),
    element("desc", {}, alternative),
    element("rect", { x: -MARGIN, y: 0, width: width + 2 * MARGIN, height: whole, fill: palette.paper }),
    element("text", { x: 0, y: 28, "font-size": 18, "font-weight": 600, fill: palette.ink }, title),
    markup,
    words,
  ).text;
}
