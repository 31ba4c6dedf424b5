import { heaviest, type Run } from "./page-content.ts";

/** An initial is at least so large, in sizes of the text. */
const LARGE = 1.8;
/** Beside it, the text begins within so many sizes of the text, in at least so many lines. */
const BESIDE = { gap: 1.2, lines: 2 };

/** Puts large initials, which reach over several lines, at the beginning of the first of these lines. */
export function attachInitials(runs: readonly Run[]): Run[] {
  const size = heaviest(
    runs.map((run) => [run.size, run.text.length]),
    10,
  );
  return runs.map((run) => {
    if (run.size < LARGE * size || !/^["“«]?\p{Lu}['’]?$/u.test(run.text)) return run;
    const beside = runs.filter((other) => isBeside(run, other, size)).sort((a, b) => a.y - b.y);
    const [first] = beside;
    if (first === undefined || new Set(beside.map(({ y }) => Math.round(y))).size < BESIDE.lines) return run;
    return { ...run, y: first.y, size: first.size, right: first.x };
  });
}

/** Whether text of the usual size begins directly to the right of an initial, between its upper edge and its baseline. */
function isBeside(initial: Run, other: Run, size: number): boolean {
  const gap = other.x - initial.right;
  const isAtHeight = other.y > initial.y - initial.size && other.y <= initial.y + 0.2 * size;
  return isAtHeight && Math.abs(other.size - size) < 0.15 * size && gap > -0.3 * size && gap < BESIDE.gap * size;
}
