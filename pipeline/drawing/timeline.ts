import type { TimeShape } from "#pipeline/core/time-shape.ts";
import type { Palette } from "./palette.ts";
import { escapeXml, rounded } from "./svg.ts";

/** A thing that happened, as a bar of the timeline. */
export interface TimelineItem {
  readonly label: string;
  /** When, in words. */
  readonly when: string;
  readonly shape: TimeShape;
  /** ISO days; empty for an end that is not known. */
  readonly earliest: string;
  readonly latest: string;
  /** The page about it; without one it is no link. */
  readonly href: string | null;
}

export interface TimelineGroup {
  readonly name: string;
  readonly items: readonly TimelineItem[];
}

interface Timeline {
  readonly title: string;
  readonly groups: readonly TimelineGroup[];
  readonly palette: Palette;
}

const [WIDTH, AXIS, MARGIN] = [960, 470, 16];
/** High enough for a finger. */
const ROW = 26;
const HEAD = 34;
/** How far an arrow points into the time that is not known. */
const ARROW = 22;
/** The axis begins after a gap of more years than this: what is older stands before it. */
const LONGEST_GAP = 20;

/**
 * One bar for each item from its earliest to its latest day. A known day is a dot, "once, somewhere in here" an outlined
 * bar, "lasted" a full bar, and an end that is not known an arrow.
 */
export function drawTimeline({ title, groups, palette }: Timeline): string {
  const years = axisYears(groups);
  const scale = (day: string) =>
    rounded(AXIS + ((yearsOf(day) - years.first) / (years.last - years.first)) * (WIDTH - AXIS - MARGIN));
  let y = HEAD;
  const parts = groups.flatMap(({ name, items }) => {
    const head = `<text x="0" y="${y + 18}" font-weight="600" fill="${palette.ink}">${escapeXml(name)}</text>`;
    y += ROW;
    const rows = items.map((item) => {
      const row = drawRow(item, { y, scale, first: years.first, palette });
      y += ROW;
      return row;
    });
    y += 6;
    return [head, ...rows];
  });
  const height = y + 4;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="${escapeXml(title)}" font-size="13" font-family="inherit">${axis(years, { height, scale, palette })}${parts.join("")}</svg>`;
}

interface Years {
  readonly first: number;
  readonly last: number;
}

/** The years of all items but those that are far older than the others. */
function axisYears(groups: readonly TimelineGroup[]): Years {
  const ends = groups
    .flatMap(({ items }) => items.flatMap(({ earliest, latest }) => [earliest, latest]))
    .filter(Boolean);
  const years = [...new Set(ends.map((day) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
  const [last = 0] = years;
  let first = last;
  for (const year of years) {
    if (first - year > LONGEST_GAP) break;
    first = year;
  }
  return { first, last: last + 1 };
}

/** A day as a number of years. */
function yearsOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return year + (month - 1) / 12 + (date - 1) / 365.25;
}

interface Axis {
  readonly height: number;
  readonly scale: (day: string) => number;
  readonly palette: Palette;
}

function axis({ first, last }: Years, { height, scale, palette }: Axis): string {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const step = Math.max(1, Math.ceil(years.length / 12));
  return years
    .map((year, at) => {
      const x = scale(`${year}-01-01`);
      const label =
        at % step === 0 && year < last ? `<text x="${x + 3}" y="14" fill="${palette.muted}">${year}</text>` : "";
      return `<path d="M${x} 20V${height}" stroke="${palette.line}"/>${label}`;
    })
    .join("");
}

interface Row {
  readonly y: number;
  readonly scale: (day: string) => number;
  readonly first: number;
  readonly palette: Palette;
}

function drawRow(item: TimelineItem, { y, scale, first, palette }: Row): string {
  const { label, when, href } = item;
  const isBefore = item.latest !== "" && yearsOf(item.latest) < first;
  const mark = isBefore
    ? arrowLeft(AXIS + ARROW, y + ROW / 2, palette.mark)
    : drawMark(item, { y: y + ROW / 2, scale, palette });
  const words = `<text x="12" y="${y + 17}" fill="${href === null ? palette.ink : palette.link}">${escapeXml(cut(label))}</text>`;
  const content = `<title>${escapeXml(`${label}: ${when}`)}</title><path d="M0 ${y}H${WIDTH}V${y + ROW}H0Z" fill="transparent"/>${words}${mark}`;
  return href === null ? `<g>${content}</g>` : `<a href="${href}">${content}</a>`;
}

/** As long as the room before the axis; the whole is in the title. */
const cut = (label: string) => (label.length > 64 ? `${label.slice(0, 62)}…` : label);

interface Mark {
  readonly y: number;
  readonly scale: (day: string) => number;
  readonly palette: Palette;
}

function drawMark({ shape, earliest, latest }: TimelineItem, { y, scale, palette }: Mark): string {
  if (shape === "open") {
    if (earliest === "") return `${dot(scale(latest), y, palette.mark)}${arrowLeft(scale(latest), y, palette.mark)}`;
    return `${dot(scale(earliest), y, palette.mark)}${arrowRight(scale(earliest), y, palette.mark)}`;
  }
  const [from, to] = [scale(earliest), scale(latest)];
  if (shape === "day") return dot(from, y, palette.dated, 5);
  const width = rounded(Math.max(to - from, 5));
  return shape === "lasting"
    ? `<path d="M${from} ${y - 5}h${width}v10h${-width}z" fill="${palette.lasting}"/>`
    : `<path d="M${from} ${y - 5}h${width}v10h${-width}z" fill="${palette.unit}" fill-opacity="0.35" stroke="${palette.dated}" stroke-dasharray="3 2"/>`;
}

const dot = (x: number, y: number, colour: string, radius = 3) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;

const arrowLeft = (x: number, y: number, colour: string) =>
  `<path d="M${x} ${y}h${-ARROW}m6 -4l-6 4l6 4" fill="none" stroke="${colour}" stroke-width="1.5"/>`;

const arrowRight = (x: number, y: number, colour: string) =>
  `<path d="M${x} ${y}h${ARROW}m-6 -4l6 4l-6 4" fill="none" stroke="${colour}" stroke-width="1.5"/>`;

/** The shapes by themselves, for a legend: one drawing for each. */
export function drawShape(shape: TimeShape, palette: Palette): string {
  const item = {
    label: "",
    when: "",
    shape,
    href: null,
    earliest: "0000-01-01",
    latest: shape === "open" ? "" : "0000-12-31",
  };
  const scale = (day: string) => (day.startsWith("0000-01") ? 4 : 36);
  return `<svg viewBox="0 0 44 16" width="44" height="16" aria-hidden="true">${drawMark(item, { y: 8, scale, palette })}</svg>`;
}
