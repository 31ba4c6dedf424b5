import { element } from "./markup.ts";
import type { Palette } from "./palette.ts";

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
const [WIDTH, LEFT, RIGHT] = [560, 150, 300];

/** The most neighbours that one drawing holds: more are easier to read as a list. */
export const MOST_NEIGHBOURS = 14;

/**
 * An actor on the left, and a line to each neighbour on the right with the relation on it. The positions follow from the
 * order of the neighbours alone; nearness means nothing.
 */
export function drawEgoNetwork({ title, name, neighbours, palette }: EgoNetwork): string {
  const height = Math.max(2, neighbours.length) * ROW + 2 * MARGIN;
  const middle = height / 2;
  const lines = neighbours.map(({ name: other, relation, href }, at) => {
    const y = MARGIN + ROW * (at + 0.5);
    const d = `M${LEFT} ${middle}C${LEFT + 60} ${middle} ${RIGHT - 110} ${y} ${RIGHT - 8} ${y}`;
    const words = element("text", { x: RIGHT, y: y + 4, fill: href === null ? palette.ink : palette.link }, [
      element("tspan", { fill: palette.muted }, relation),
      ` ${other}`,
    ]);
    const label = href === null ? words : element("a", { href }, words);
    return [element("path", { d, fill: "none", stroke: palette.border }), label];
  });
  const self = element(
    "text",
    { x: LEFT - 8, y: middle + 4, "text-anchor": "end", "font-weight": 600, fill: palette.ink },
    name,
  );
  const shape = { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: "group", "aria-label": title };
  return element("svg", { ...shape, "font-size": 13, "font-family": "inherit" }, self, lines).text;
}
