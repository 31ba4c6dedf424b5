/** The most lines of a listing on one page: it must stay light enough for a slow line. */
export const MOST_LINES = 1_000;

/**
 * A list that may go on to further pages, as a tree: what is inside of a heading, of a table or of an article. Its lines
 * are made only when a page shows them.
 */
export interface Listing<T> {
  /** A list without rows takes one line too, for its heading. */
  readonly nLines: number;
  /** The ids in it, each with the line at which it stands. */
  readonly anchors: ReadonlyMap<string, number>;
  /** What stands on the lines from one up to another. */
  readonly slice: (from: number, to: number) => T;
}

/** The rows of a list, one line each. `isStart` is false where they go on from the page before. */
export function lines<R, T>(
  rows: readonly R[],
  show: (rows: readonly R[], isStart: boolean) => T,
  anchorOf?: (row: R) => string,
): Listing<T> {
  return {
    nLines: Math.max(1, rows.length),
    anchors: new Map(anchorOf === undefined ? [] : rows.map((row, at) => [anchorOf(row), at])),
    slice: (from, to) => show(rows.slice(from, to), from <= 0),
  };
}

/** Lists one after the other, under a heading of their own if `show` gives them one. `anchor` is the id of that heading. */
export function listings<P, T>(
  parts: readonly Listing<P>[],
  show: (parts: readonly P[], isStart: boolean) => T,
  anchor?: string,
): Listing<T> {
  let nLines = 0;
  const anchors = new Map<string, number>(anchor === undefined ? [] : [[anchor, 0]]);
  const placed = parts.map((part) => {
    const start = nLines;
    for (const [id, line] of part.anchors) anchors.set(id, start + line);
    nLines += part.nLines;
    return { part, start };
  });
  return {
    nLines: Math.max(1, nLines),
    anchors,
    slice: (from, to) => {
      const shown = placed.filter(({ part, start }) => start < to && start + part.nLines > from);
      return show(
        shown.map(({ part, start }) => part.slice(Math.max(0, from - start), Math.min(part.nLines, to - start))),
        from <= 0,
      );
    },
  };
}
