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
  readonly lines: readonly string[];
  /** Where its middle should lie. */
  readonly at: Point;
  /** How far from there it may lie. */
  readonly reach: number;
  /** Whether its middle may lie there: an area's label stays in its country. */
  readonly mayLie: (middle: Point) => boolean;
}

/** Distances at which places for a label are tried, across and down. */
const STEP = { across: 8, down: 5 } as const;

/**
 * A box for each label, near where it should lie, so that no two overlap and none covers what is taken; `null` for a label
 * that has no room. Earlier labels have the first choice.
 */
export function placeLabels(labels: readonly Label[], taken: readonly Box[]): (Box | null)[] {
  const filled = [...taken];
  return labels.map((label) => {
    const [width, height] = sizeOf(label.lines);
    for (const [dx, dy] of offsets(label.reach)) {
      const middle: Point = [label.at[0] + dx, label.at[1] + dy];
      const box = { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height };
      if (isInFrame(box) && !filled.some((other) => overlap(box, other)) && label.mayLie(middle)) {
        filled.push(box);
        return box;
      }
    }
    return null;
  });
}

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
