import type { Line } from "./lines.ts";
import { heaviest, median } from "./page-content.ts";

/** What a document tells of its columns: the size of its text, and the right edge for each left edge. */
export interface Measure {
  readonly bodySize: number;
  readonly leading: number;
  readonly rightOf: (left: number) => number;
}

/** The edges of one column, and how far apart its lines are. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  /** The usual distance of baselines, in sizes. */
  readonly leading: number;
}

/** Measures the lines of all columns of a document. */
export function measureColumns(columns: readonly (readonly Line[])[]): Measure {
  const lines = columns.flat();
  const bodySize = heaviest(
    lines.map((line) => [line.size, line.text.length]),
    10,
  );
  const gaps = columns.flatMap((column) => gapsOf(column, bodySize));
  const rights = new Map<number, number[]>();
  for (const column of columns) {
    const body = column.filter((line) => isNear(line.size, bodySize));
    if (body.length < 4) continue;
    const left = Math.round(leftEdge(body));
    for (let x = left - 2; x <= left + 2; x += 1) rights.set(x, [...(rights.get(x) ?? []), rightEdge(body)]);
  }
  const widest = new Map([...rights].map(([x, list]) => [x, median(list, 0)]));
  return { bodySize, leading: median(gaps, 1.2), rightOf: (left) => widest.get(Math.round(left)) ?? 0 };
}

/** Whether two sizes of type count as the same. */
export const isNear = (size: number, other: number) => Math.abs(size - other) <= 0.06 * other;

const leftEdge = (lines: readonly Line[]) =>
  heaviest(
    lines.map((line) => [line.x, line.text.length]),
    0,
  );

const rightEdge = (lines: readonly Line[]) => lines.reduce((right, line) => Math.max(right, line.right), 0);

const gapsOf = (lines: readonly Line[], size: number) =>
  lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before === undefined ? 0 : (line.y - before.y) / size;
    return gap > 0.7 && gap < 2.5 && isNear(line.size, size) ? [gap] : [];
  });

/** Measures one column; what it has too few lines to show, it takes from the document. */
export function edgesOf(lines: readonly Line[], { bodySize, leading, rightOf }: Measure): Edges {
  const body = lines.filter((line) => isNear(line.size, bodySize));
  const counted = body.length > 0 ? body : lines;
  const left = leftEdge(counted);
  const gaps = gapsOf(counted, counted[0]?.size ?? bodySize);
  const usual =
    gaps.length >= 6
      ? heaviest(
          gaps.map((gap) => [gap, 1]),
          leading,
        )
      : leading;
  return {
    left,
    right: Math.max(rightEdge(counted), body.length < 8 ? rightOf(left) : 0),
    leading: Math.abs(usual - leading) < 0.5 ? Math.min(median(gaps, leading), leading * 1.6) : leading,
  };
}
