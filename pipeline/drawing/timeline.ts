import type { TimeShape } from "#pipeline/core/time-shape.ts";
import { element, type Markup } from "./markup.ts";
import type { Palette } from "./palette.ts";
import type { Drawn } from "./standalone.ts";

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
  /** By which a page can show it alone. */
  readonly key: string;
  readonly name: string;
  readonly items: readonly TimelineItem[];
}

interface Timeline {
  readonly groups: readonly TimelineGroup[];
  readonly palette: Palette;
}

export const TIMELINE_WIDTH = 960;
const [AXIS, MARGIN] = [470, 32];
/** High enough for a finger. */
const ROW = 26;
const HEAD = 34;
const GAP = 6;
/** The width of a bar that would be too narrow to see. */
const NARROWEST = 5;
/** The most characters of a label that fit. */
const LONGEST_LABEL = 64;
/** How far an arrow points into the time that is not known. */
const ARROW = 22;
/** The axis begins after a gap of more years than this: what is older stands before it. */
const LONGEST_GAP = 20;

/**
 * One bar for each item from its earliest to its latest day. A known day is a dot, "once, somewhere in here" an outlined
 * bar, "lasted" a full bar, and an end that is not known an arrow.
 */
export function drawTimeline({ title, ...input }: Timeline & { readonly title: string }): string {
  const { markup, height } = timelineBody(input, 0);
  const shape = { viewBox: `0 0 ${TIMELINE_WIDTH} ${height}`, width: TIMELINE_WIDTH, height };
  return element("svg", { ...shape, role: "group", "aria-label": title, ...TEXT }, markup).text;
}

/** The same as a part of a drawing, from the given height on. */
export function timelineBody({ groups, palette }: Timeline, top: number): Drawn {
  const years = axisYears(groups);
  const perYear = (TIMELINE_WIDTH - AXIS - MARGIN) / (years.last - years.first);
  // What begins before the axis is drawn from its edge on, behind an arrow.
  const scale = (day: string) => AXIS + Math.max(0, yearsOf(day) - years.first) * perYear;
  const chart = { years, palette, scale, isEarly: (day: string) => day !== "" && yearsOf(day) < years.first };
  let y = top + HEAD;
  const rows = groups.map(({ key, name, items }) => {
    const head = element("text", { x: 0, y: 18, "font-weight": 600, fill: palette.ink }, name);
    const drawn = items.map((item, at) => drawRow(item, (at + 1) * ROW, chart));
    const height = (items.length + 1) * ROW + GAP;
    const group = { transform: `translate(0 ${y})`, "data-group": key, "data-height": height };
    y += height;
    return element("g", group, head, drawn);
  });
  return { markup: element("g", {}, axis(chart, top, y), rows), height: y - top };
}

const TEXT = { "font-size": 13, "font-family": "inherit" };

interface Years {
  readonly first: number;
  readonly last: number;
}

interface Chart {
  readonly years: Years;
  readonly palette: Palette;
  /** An ISO day → its place from left to right. */
  readonly scale: (day: string) => number;
  /** Whether a day is before the axis. */
  readonly isEarly: (day: string) => boolean;
}

/** The years of all items but those that are far older than the others. */
function axisYears(groups: readonly TimelineGroup[]): Years {
  const ends = groups.flatMap(({ items }) => items.flatMap(({ earliest, latest }) => [earliest, latest]));
  const years = [...new Set(ends.filter(Boolean).map((day) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
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

function axis({ years: { first, last }, scale, palette }: Chart, top: number, bottom: number): Markup[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const step = Math.max(1, Math.ceil(years.length / 12));
  return years.flatMap((year, at) => {
    const x = scale(`${year}-01-01`);
    const line = element("line", { x1: x, x2: x, y1: top + 20, y2: bottom, stroke: palette.line });
    const isNamed = at % step === 0 && year < last;
    return isNamed ? [line, element("text", { x: x + 3, y: top + 14, fill: palette.muted }, String(year))] : [line];
  });
}

function drawRow(item: TimelineItem, y: number, chart: Chart): Markup {
  const { label, when, href } = item;
  const { palette } = chart;
  const middle = y + ROW / 2;
  const content = [
    element("title", {}, `${label}: ${when}`),
    element("rect", { x: 0, y, width: TIMELINE_WIDTH, height: ROW, fill: "transparent" }),
    element("text", { x: 12, y: y + 17, fill: href === null ? palette.ink : palette.link }, cut(label)),
    chart.isEarly(item.earliest) || chart.isEarly(item.latest)
      ? drawEarly(item, middle, chart)
      : drawMark(item, middle, chart),
  ];
  return href === null ? element("g", {}, content) : element("a", { href }, content);
}

/** As long as the room before the axis; the whole is in the title. */
const cut = (label: string) => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 2)}…` : label);

function drawMark(
  { shape, earliest, latest }: TimelineItem,
  y: number,
  chart: Pick<Chart, "scale" | "palette">,
): Markup {
  const { scale, palette } = chart;
  if (shape === "open") {
    const known = { x: scale(earliest || latest), y, colour: palette.mark };
    return element("g", {}, dot(known, 3), arrow(known, earliest === "" ? -1 : 1));
  }
  const [from, to] = [scale(earliest), scale(latest)];
  if (shape === "day") return dot({ x: from, y, colour: palette.dated }, 5);
  const bar = { x: from, y: y - 5, width: Math.max(to - from, NARROWEST), height: 10 };
  const outlined = { fill: palette.unit, "fill-opacity": "0.35", stroke: palette.dated, "stroke-dasharray": "3 2" };
  return element("rect", { ...bar, ...(shape === "lasting" ? { fill: palette.lasting } : outlined) });
}

/** What begins before the axis: an arrow at its edge, and what follows, if that is on the axis. */
function drawEarly(item: TimelineItem, y: number, chart: Chart): Markup {
  const edge = { x: AXIS + ARROW, y, colour: chart.palette.mark };
  const back = arrow(edge, -1);
  if (chart.isEarly(item.latest)) return back;
  if (item.latest === "") return element("g", {}, back, arrow(edge, 1));
  const scale = (day: string) => Math.max(edge.x, chart.scale(day));
  return element("g", {}, back, drawMark(item, y, { ...chart, scale }));
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

const dot = ({ x, y, colour }: Spot, radius: number) => element("circle", { cx: x, cy: y, r: radius, fill: colour });

/** Into the time that is not known: to the right with 1, to the left with -1. */
function arrow({ x, y, colour }: Spot, way: 1 | -1): Markup {
  const [tip, back] = [x + way * ARROW, x + way * (ARROW - 6)].map((place) => place.toFixed(1));
  const d = `M${x.toFixed(1)} ${y}H${tip}M${back} ${y - 4}L${tip} ${y}L${back} ${y + 4}`;
  return element("path", { d, fill: "none", stroke: colour, "stroke-width": "1.5" });
}

/** The shapes by themselves, for a legend: one drawing for each. */
export function drawShape(shape: TimeShape, palette: Palette): string {
  const item = { label: "", when: "", shape, href: null, earliest: "0001", latest: shape === "open" ? "" : "0002" };
  const scale = (day: string) => (day === "0001" ? 5 : 36);
  const mark = drawMark(item, 8, { scale, palette });
  return element("svg", { viewBox: "0 0 44 16", width: 44, height: 16, "aria-hidden": "true" }, mark).text;
}
