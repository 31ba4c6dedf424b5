import { element, type Markup } from "./markup.ts";
import type { Palette } from "./palette.ts";

/** A document, and which others it retells, by id. */
export interface ToldSource {
  readonly id: string;
  readonly name: string;
  /** Its date, as it is to be read. */
  readonly when: string;
  readonly retells: readonly string[];
  /** The page about it; without one it is no link. */
  readonly href: string | null;
}

interface Retelling {
  readonly sources: readonly ToldSource[];
  readonly palette: Palette;
  /** What stands on the line from one document to the one that it retells. */
  readonly label: string;
  readonly y: number;
}

const [ROW, BOX, LEFT, STEP] = [64, 390, 0, 540];
const WIDTH = 960;

/**
 * Independent documents below each other, and to the right of each those that retell it; an arrow leads from each
 * retelling to what it retells.
 */
export function drawRetelling({ sources, palette, label, y }: Retelling): Drawn {
  const places = placesOf(sources, y);
  const boxes = sources.map((source) => drawBox(source, places.get(source.id) ?? { x: LEFT, y }, palette));
  const arrows = sources.flatMap(({ id, retells }) =>
    retells.map((told) => drawArrow({ from: places.get(id), to: places.get(told), label, palette })),
  );
  const all = [...places.values()];
  return {
    markup: element("g", {}, arrows, boxes),
    width: Math.max(WIDTH, ...all.map(({ x }) => x + BOX)),
    height: Math.max(0, ...all.map((place) => place.y - y)) + ROW + 2,
  };
}

/** The same as a drawing of its own within a page. */
export function drawRetellingInPage({ title, ...input }: Omit<Retelling, "y"> & { readonly title: string }): string {
  const { markup, width, height } = drawRetelling({ ...input, y: 0 });
  const shape = { viewBox: `0 0 ${width} ${height}`, width, height };
  const words = { role: "group", "aria-label": title, "font-size": 13, "font-family": "inherit" };
  return element("svg", { ...shape, ...words }, markup).text;
}

interface Drawn {
  readonly markup: Markup;
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Each document has a row of its own, but the first that retells one stands beside it. */
function placesOf(sources: readonly ToldSource[], top: number): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const known = new Set(sources.map(({ id }) => id));
  /** Places a document and those that retell it first of all; returns how many rows they take. */
  const placeAt = (id: string, depth: number, row: number): number => {
    places.set(id, { x: LEFT + depth * STEP, y: top + row * ROW + 6 });
    let taken = 0;
    for (const teller of sources)
      if (!places.has(teller.id) && teller.retells.find((told) => known.has(told)) === id)
        taken += placeAt(teller.id, depth + 1, row + taken);
    return Math.max(1, taken);
  };
  const isOrigin = ({ retells }: ToldSource) => !retells.some((told) => known.has(told));
  let rows = 0;
  // Documents that retell each other in a circle come last: each of them must stand somewhere.
  for (const { id } of [...sources.filter(isOrigin), ...sources]) if (!places.has(id)) rows += placeAt(id, 0, rows);
  return places;
}

function drawBox({ name, when, href }: ToldSource, { x, y }: Place, palette: Palette): Markup {
  const content = [
    element("rect", { x, y, width: BOX, height: 44, fill: palette.surface, stroke: palette.border }),
    element(
      "text",
      { x: x + 12, y: y + 19, "font-weight": 600, fill: href === null ? palette.ink : palette.link },
      name,
    ),
    element("text", { x: x + 12, y: y + 36, fill: palette.muted }, when),
  ];
  return href === null ? element("g", {}, content) : element("a", { href }, content);
}

interface Arrow {
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly label: string;
  readonly palette: Palette;
}

function drawArrow({ from, to, label, palette }: Arrow): Markup | null {
  if (from === undefined || to === undefined) return null;
  const [start, end] = [from.x, to.x + BOX + 2];
  const [y, target] = [from.y + 22, to.y + 22];
  const d = `M${start} ${y}L${end} ${target}M${end + 9} ${target - 5}L${end} ${target}L${end + 9} ${target + 5}`;
  const words = { x: (start + end) / 2, y: (y + target) / 2 - 6, "text-anchor": "middle", fill: palette.muted };
  return element(
    "g",
    {},
    element("path", { d, fill: "none", stroke: palette.mark, "stroke-width": "1.5" }),
    element("text", words, label),
  );
}
