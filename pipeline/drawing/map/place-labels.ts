import type { Point } from "#pipeline/core/outlines.ts";
import { textWidth } from "../text-lines.ts";
import { FRAME } from "./projection.ts";

export const LABEL_SIZE = 11;
export const LABEL_LINE = 13;
const PADDING = 4;

/** A rectangle in the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  /** Its lines; of several ways to break them, the first that has room is taken. */
  readonly shapes: readonly (readonly string[])[];
  /** Where its middle should lie. */
  readonly at: Point;
  /** How far from there it may lie. */
  readonly reach: number;
  /** Whether its middle may lie there: an area's label stays in its country. */
  readonly mayLie: (middle: Point) => boolean;
  /** Whether it lies there with its corners too, if there is room: nobody may read it as the words of a neighbour. */
  readonly keepsWithin: boolean;
}

/** Distances at which places for a label are tried, across and down. */
const STEP = { across: 8, down: 5 } as const;

/** A label with its place, and the lines that it has there. */
export interface PlacedLabel {
  readonly box: Box;
  readonly lines: readonly string[];
}

type Places = ReadonlyMap<Label, PlacedLabel>;

/** How often labels without room may go first, so that the others make room. */
const ROUNDS = 6;

/**
 * A place for each label, near where it should lie, so that no two overlap and none covers what is taken. A label that is
 * not in the result has no room. Earlier labels have the first choice.
 */
export function placeLabels(labels: readonly Label[], taken: readonly Box[]): Places {
  let order = labels;
  let best = placeInOrder(order, taken);
  for (let round = 0; round < ROUNDS && best.size < labels.length; round++) {
    const last = placeInOrder(order, taken);
    if (last.size > best.size) best = last;
    order = [...order.filter((label) => !last.has(label)), ...order.filter((label) => last.has(label))];
  }
  return best;
}

function placeInOrder(labels: readonly Label[], taken: readonly Box[]): Places {
  const filled = [...taken];
  const places = new Map<Label, PlacedLabel>();
  for (const label of labels) {
    const place = placeOne(label, filled);
    if (place === null) continue;
    filled.push(place.box);
    places.set(label, place);
  }
  return places;
}

function placeOne(label: Label, filled: readonly Box[]): PlacedLabel | null {
  const { mayLie, keepsWithin } = label;
  const isWithin = (box: Box) => mayLie(middleOf(box)) && cornersOf(box).every(mayLie);
  return (
    (keepsWithin ? findPlace(label, filled, isWithin) : null) ??
    findPlace(label, filled, (box) => mayLie(middleOf(box)))
  );
}

/** The nearest free place that is right. */
function findPlace(
  { shapes, at, reach }: Label,
  filled: readonly Box[],
  isRight: (box: Box) => boolean,
): PlacedLabel | null {
  const sized = shapes.map((lines) => ({ lines, size: sizeOf(lines) }));
  for (const [dx, dy] of offsets(reach)) {
    const middle: Point = [at[0] + dx, at[1] + dy];
    for (const { lines, size } of sized) {
      const [width, height] = size;
      const box = { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height };
      if (isInFrame(box) && !filled.some((other) => overlap(box, other)) && isRight(box)) return { box, lines };
    }
  }
  return null;
}

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x, y + height],
  [x + width, y + height],
];

export const sizeOf = (lines: readonly string[]): readonly [width: number, height: number] => [
  Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))) + 2 * PADDING,
  // Links are at least 24 pixels high.
  Math.max(26, lines.length * LABEL_LINE + PADDING),
];

/** The nearest first; of those that are as near, the one further up, and then further left. */
function offsets(reach: number): Point[] {
  const found: Point[] = [];
  for (let dy = -Math.floor(reach / STEP.down) * STEP.down; dy <= reach; dy += STEP.down) {
    for (let dx = -Math.floor(reach / STEP.across) * STEP.across; dx <= reach; dx += STEP.across) {
      if (dx * dx + dy * dy <= reach * reach) found.push([dx, dy]);
    }
  }
  return found.sort((a, b) => a[0] ** 2 + a[1] ** 2 - (b[0] ** 2 + b[1] ** 2));
}

const GAP = 2;

export const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP;

const isInFrame = ({ x, y, width, height }: Box) =>
  x >= 4 && y >= 4 && x + width <= FRAME.width - 4 && y + height <= FRAME.height - 4;
