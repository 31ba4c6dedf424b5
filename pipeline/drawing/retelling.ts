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

const [ROW, BOX, LEFT, STEP, GAP] = [64, 390, 0, 540, 48];
export const RETELLING_WIDTH = 960;

export const retellingHeight = (sources: readonly ToldSource[]) => Math.max(1, rowsOf(sources).length) * ROW + 8;

/** A row for each document that retells none, with those that retell it to its right. */
const rowsOf = (sources: readonly ToldSource[]) => sources.filter(({ retells }) => retells.length === 0);

/** Independent documents below each other; an arrow leads from each retelling to what it retells. */
export function drawRetelling({ sources, palette, label, y }: Retelling): Markup {
  const places = placesOf(sources, y);
  const boxes = sources.map((source) => drawBox(source, places.get(source.id) ?? { x: LEFT, y }, palette));
  const arrows = sources.flatMap(({ id, retells }) =>
    retells.map((told) => drawArrow({ from: places.get(id), to: places.get(told), label, palette })),
  );
  return element("g", {}, arrows, boxes);
}

/** The same as a drawing of its own within a page. */
export function drawRetellingAlone({ title, ...input }: Omit<Retelling, "y"> & { readonly title: string }): string {
  const height = retellingHeight(input.sources);
  const shape = { viewBox: `0 0 ${RETELLING_WIDTH} ${height}`, width: RETELLING_WIDTH, height };
  const words = { role: "group", "aria-label": title, "font-size": 13, "font-family": "inherit" };
  return element("svg", { ...shape, ...words }, drawRetelling({ ...input, y: 0 })).text;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placesOf(sources: readonly ToldSource[], top: number): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  rowsOf(sources).forEach(({ id }, at) => {
    places.set(id, { x: LEFT, y: top + at * ROW + 6 });
  });
  const tellers = sources.filter(({ retells }) => retells.length > 0);
  tellers.forEach(({ id, retells }, at) => {
    const told = places.get(retells[0] ?? "") ?? { x: LEFT, y: top };
    places.set(id, { x: told.x + STEP, y: told.y + Math.floor(at / 2) * GAP });
  });
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
