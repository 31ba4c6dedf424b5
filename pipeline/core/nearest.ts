/** What a search may still cost: the number of letters and candidates that it may compare. */
export interface Effort {
  left: number;
}

/** A text that is longer is not a misspelt id, code or name. */
const LONGEST = 100;

/** Of a text so short, every other one is near: it is suggested for its capitals only. */
const TOO_SHORT = 2;

/** What all suggestions from one list may cost together: a fraction of a second. */
const EFFORT = 20_000_000;

/**
 * The candidate that a misspelt text most likely means, or `null` if in each more than a third of the letters differ, if
 * the text and all candidates near it have one or two letters, or if the search would cost more than the effort that is left.
 */
export function nearestOf(
  typed: string,
  candidates: Iterable<string>,
  effort: Effort = { left: EFFORT },
): string | null {
  if (typed.length > LONGEST) return null;
  const wanted = typed.toLowerCase();
  const table = newTable();
  let best: string | null = null;
  let most = typed.length <= TOO_SHORT ? 0 : Math.max(1, Math.floor(typed.length / 3));
  for (const candidate of candidates) {
    effort.left -= 1;
    if (effort.left < 0) return null;
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const allowed = candidate.length <= TOO_SHORT ? 0 : most;
    const distance = editDistance(wanted, candidate.toLowerCase(), { most: allowed, table, effort });
    if (distance <= allowed) [best, most] = [candidate, distance - 1];
  }
  return effort.left < 0 ? null : best;
}

/**
 * Suggests candidates for any number of misspelt texts at a limited cost. A text is looked up once, and when the effort
 * is spent, nothing more is suggested: after thousands of suggestions, no reader misses one.
 */
export function suggestFrom(candidates: Iterable<string>): (typed: string) => string | null {
  const effort = { left: EFFORT };
  const known = new Map<string, string | null>();
  return (typed) => {
    const cached = known.get(typed);
    if (cached !== undefined || effort.left < 0) return cached ?? null;
    const nearest = nearestOf(typed, candidates, effort);
    known.set(typed, nearest);
    return nearest;
  };
}

const FAR = 1_000;

/** Three rows of the table of distances, which every comparison of one search overwrites. */
const newTable = () => Array.from({ length: 3 }, () => new Uint16Array(2 * LONGEST));

interface Comparison {
  readonly most: number;
  readonly table: readonly Uint16Array[];
  readonly effort: Effort;
}

/**
 * The number of letters to add, drop, change or swap with a neighbour (optimal string alignment), or more than `most`.
 * Letters further apart than that are not compared (Ukkonen, "Algorithms for approximate string matching", 1985).
 */
function editDistance(a: string, b: string, { most, table, effort }: Comparison): number {
  let [older, above, row] = table;
  if (older === undefined || above === undefined || row === undefined) return FAR;
  for (let j = 0; j <= b.length; j += 1) above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const start = Math.max(1, i - most);
    const end = Math.min(b.length, i + most);
    row[start - 1] = start === 1 ? i : FAR;
    row[end + 1] = FAR;
    let least = row[start - 1] ?? FAR;
    for (let j = start; j <= end; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const change = (above[j - 1] ?? FAR) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (older[j - 2] ?? FAR) + 1 : FAR;
      const cost = Math.min(change, (above[j] ?? FAR) + 1, (row[j - 1] ?? FAR) + 1, swap);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    effort.left -= end - start + 1;
    if (least > most) return FAR;
    [older, above, row] = [above, row, older];
  }
  return above[b.length] ?? FAR;
}
