import { element, type Markup } from "./markup.ts";
import type { Palette } from "./palette.ts";

/** A grid of counts. */
export interface Matrix {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Count[] }[];
}

/** A cell: its number, which decides how dark it is, and its text. */
interface Count {
  readonly total: number;
  readonly text: string;
}

const [LABELS, CELL, ROW, HEAD] = [210, 118, 24, 52];
const NARROWEST = 960;

/** As wide as the columns need. */
export const matrixWidth = (matrices: readonly Matrix[]) =>
  Math.max(NARROWEST, ...matrices.map(({ columns }) => LABELS + columns.length * CELL));

export const matrixHeight = ({ rows }: Matrix) => HEAD + rows.length * ROW + 12;

/** Counts in cells: the more, the darker, and the number in each. `y` is where it begins. */
export function drawMatrix({ name, columns, rows }: Matrix, y: number, palette: Palette): Markup {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ total }) => total)));
  const heads = columns.map((column, at) =>
    element(
      "text",
      { x: LABELS + (at + 0.5) * CELL, y: y + HEAD - 8, "text-anchor": "middle", fill: palette.muted },
      column,
    ),
  );
  const lines = rows.map((row, at) => drawLine(row, { y: y + HEAD + at * ROW, most, palette }));
  const title = element("text", { x: 0, y: y + 20, "font-weight": 600, "font-size": 15, fill: palette.ink }, name);
  return element("g", {}, title, heads, lines);
}

interface Line {
  readonly y: number;
  readonly most: number;
  readonly palette: Palette;
}

function drawLine({ name, cells }: Matrix["rows"][number], { y, most, palette }: Line): Markup {
  const label = element("text", { x: 0, y: y + 16, fill: palette.ink }, name);
  const drawn = cells.map(({ total, text }, at) => {
    const x = LABELS + at * CELL;
    const box = { x: x + 1, y: y + 1, width: CELL - 2, height: ROW - 2 };
    if (total === 0) return element("rect", { ...box, fill: palette.surface });
    const shade = element("rect", {
      ...box,
      fill: palette.unit,
      "fill-opacity": (0.25 + (0.5 * total) / most).toFixed(2),
    });
    return [shade, element("text", { x: x + CELL / 2, y: y + 16, "text-anchor": "middle", fill: palette.ink }, text)];
  });
  return element("g", {}, label, drawn);
}
