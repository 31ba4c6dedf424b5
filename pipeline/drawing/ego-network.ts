import type { Palette } from "./palette.ts";
import { escapeXml, rounded } from "./svg.ts";

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
const [WIDTH, LEFT, RIGHT] = [560, 150, 300];

/** The most neighbours that one drawing holds: more are easier to read as a list. */
export const MOST_NEIGHBOURS = 14;

/**
 * An actor on the left, and a line to each neighbour on the right with the relation on it. The positions follow from the
 * order of the neighbours alone; nearness means nothing.
 */
export function drawEgoNetwork({ title, name, neighbours, palette }: EgoNetwork): string {
  const height = Math.max(2, neighbours.length) * ROW + 16;
  const middle = rounded(height / 2);
  const lines = neighbours.map((neighbour, at) => {
    const y = 8 + ROW * at + ROW / 2;
    const line = `<path d="M${LEFT} ${middle}C${LEFT + 60} ${middle} ${RIGHT - 110} ${y} ${RIGHT - 8} ${y}" fill="none" stroke="${palette.border}"/>`;
    const label = `<text x="${RIGHT}" y="${y + 4}" fill="${palette.ink}"><tspan fill="${palette.muted}">${escapeXml(neighbour.relation)}</tspan> ${escapeXml(neighbour.name)}</text>`;
    return `${line}${neighbour.href === null ? label : `<a href="${neighbour.href}">${label.replaceAll(palette.ink, palette.link)}</a>`}`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="${escapeXml(title)}" font-size="13" font-family="inherit"><text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end" font-weight="600" fill="${palette.ink}">${escapeXml(name)}</text>${lines.join("")}</svg>`;
}
