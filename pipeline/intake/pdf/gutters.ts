/** The white strip between two columns. */
export interface Gutter {
  readonly x: number;
  readonly right: number;
}

/** A gutter is at least so wide, in sizes of type; this share of the narrow pieces may cross it above or below. */
const GUTTER = { width: 0.75, crossed: 0.25 };
/** A piece that is wider than this, in parts of the region, says nothing about its columns. */
const WIDE = 0.78;

/** The strips that few narrow pieces reach into. */
export function gutterCandidates(pieces: readonly (readonly Gutter[])[], size: number): Gutter[] {
  const all = pieces.flat();
  if (all.length === 0) return [];
  const left = Math.floor(Math.min(...all.map(({ x }) => x)));
  const width = Math.ceil(Math.max(...all.map(({ right }) => right))) - left;
  if (!(width > 0 && width < 20000)) return [];
  const cover = new Array<number>(width * 2 + 2).fill(0);
  for (const { x, right } of all) {
    if (right - x > WIDE * width) continue;
    const [from, to] = [Math.floor((x - left) * 2), Math.ceil((right - left) * 2)];
    for (let at = Math.max(0, from); at < to && at < cover.length; at += 1) cover[at] = (cover[at] ?? 0) + 1;
  }
  const crossed = Math.max(1, Math.floor(GUTTER.crossed * Math.max(...cover)));
  return stretches(cover, crossed)
    .filter(({ from }) => from > 0)
    .flatMap((low) => narrowest(cover.slice(low.from, low.to), GUTTER.width * size * 2, low.from))
    .map(({ from, to }) => ({ x: left + from / 2, right: left + to / 2 }));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches where no more than `most` pieces are, but for the one that the end cuts. */
function stretches(cover: readonly number[], most: number): Stretch[] {
  const found: Stretch[] = [];
  let from: number | null = null;
  cover.forEach((count, at) => {
    if (count <= most) from ??= at;
    else if (from !== null) {
      found.push({ from, to: at });
      from = null;
    }
  });
  return found;
}

/** The widest part of a stretch that the fewest pieces cross, at least so wide: notes and short lines may cross it. */
function narrowest(cover: readonly number[], width: number, start: number): Stretch[] {
  for (const most of [...new Set(cover)].sort((a, b) => a - b)) {
    const [widest] = stretches([...cover, Number.POSITIVE_INFINITY], most).sort(
      (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
    );
    if (widest !== undefined && widest.to - widest.from >= width)
      return [{ from: start + widest.from, to: start + widest.to }];
  }
  return [];
}
