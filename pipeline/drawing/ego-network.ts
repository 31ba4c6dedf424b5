import { element } from "./markup.ts";
import type { Palette } from "./palette.ts";
import { textWidth } from "./text-lines.ts";

export interface Neighbour {
  readonly name: string;
  /** What relates the two, in words. */
  readonly relation: string;
  /** The page about it; without one it is no link. */
  readonly href: string | null;
}

interface EgoNetwork {
  readonly title: string;
  readonly name: string;
  readonly neighbours: readonly Neighbour[];
  readonly palette: Palette;
}

const ROW = 28;
const MARGIN = 8;
const SIZE = 13;
/** The space between a text and a line, and the least room for the name and for the lines. */
const [GAP, LEAST, LINES] = [8, 150, 150];

/** The most neighbours that one drawing holds: more are easier to read as a list. */
export const MOST_NEIGHBOURS = 14;

/**
 * An actor on the left, and a line to each neighbour on the right with the relation on it. The positions follow from the
 * order of the neighbours alone; nearness means nothing.
 */
export function drawEgoNetwork({ title, name, neighbours, palette }: EgoNetwork): string {
  const height = Math.max(2, neighbours.length) * ROW + 2 * MARGIN;
  const middle = height / 2;
  const left = Math.max(LEAST, MARGIN + textWidth(name, SIZE) + GAP);
  const right = left + LINES;
  const widest = Math.max(0, ...neighbours.map((other) => textWidth(`${other.relation} ${other.name}`, SIZE)));
  const width = Math.ceil(right + widest + MARGIN);
  const lines = neighbours.map(({ name: other, relation, href }, at) => {
    const y = MARGIN + ROW * (at + 0.5);
    const d = `M${left} ${middle}C${left + 60} ${middle} ${right - 110} ${y} ${right - GAP} ${y}`;
    const words = element("text", { x: right, y: y + 4, fill: href === null ? palette.ink : palette.link }, [
      element("tspan", { fill: palette.muted }, relation),
      ` ${other}`,
    ]);
    const label = href === null ? words : element("a", { href }, words);
    return [element("path", { d, fill: "none", stroke: palette.border }), label];
  });
  const self = element(
    "text",
    { x: left - GAP, y: middle + 4, "text-anchor": "end", "font-weight": 600, fill: palette.ink },
    name,
  );
  const shape = { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title };
  return element("svg", { ...shape, "font-size": SIZE, "font-family": "inherit" }, self, lines).text;
}
