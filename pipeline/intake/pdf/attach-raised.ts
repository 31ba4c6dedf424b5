import type { Run } from "./page-content.ts";

/** A raised or lowered run is at most so large, in parts of its neighbour's size. */
const SMALLER = 0.86;
/** How far its baseline may be above or below that of its neighbour, and its edge from the neighbour's, in sizes. */
const REACH = { above: 0.7, below: 0.35, beside: 0.6, least: 0.1 };
const MOST_LETTERS = 12;

/** Gives note marks, exponents and the like the baseline of the text that they stand beside. */
export function attachRaised(runs: readonly Run[]): Run[] {
  const byHeight = runs.map((run, at) => ({ run, at })).sort((a, b) => a.run.y - b.run.y || a.at - b.at);
  const heights = byHeight.map(({ run }) => run.y);
  return runs.map((run) => {
    if (run.text.length > MOST_LETTERS) return run;
    // No type is larger than this on a page of text: it bounds how many runs are looked at.
    const reach = Math.min(40, run.size * 1.5);
    let neighbour: Run | null = null;
    for (let at = firstFrom(heights, run.y - reach); at < byHeight.length; at += 1) {
      const other = byHeight[at]?.run;
      if (other === undefined || other.y > run.y + reach) break;
      if (isBeside(run, other) && (neighbour === null || isNearer(other, neighbour, run))) neighbour = other;
    }
    if (neighbour === null) return run;
    return { ...run, isRaised: neighbour.y - run.y > 0, y: neighbour.y };
  });
}

/** Text on the left is what a mark belongs to; at the start of a note there is only text on the right. */
const isNearer = (other: Run, best: Run, run: Run) =>
  Math.min(Math.abs(run.x - other.right), Math.abs(other.x - run.right) + 1) <
  Math.min(Math.abs(run.x - best.right), Math.abs(best.x - run.right) + 1);

function isBeside(run: Run, other: Run): boolean {
  if (run.size > other.size * SMALLER) return false;
  const rise = (other.y - run.y) / other.size;
  if (rise > REACH.above || rise < -REACH.below || Math.abs(rise) < REACH.least) return false;
  const gap = Math.min(Math.abs(run.x - other.right), Math.abs(other.x - run.right));
  return gap <= REACH.beside * other.size;
}

/** The position of the first of the sorted values that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
