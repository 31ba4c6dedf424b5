/** By source, the sources that it is derived from. */
export type Parents = ReadonlyMap<string, readonly string[]>;

/** Which sources are derived from which others, directly or indirectly. */
export interface Derivation {
  readonly isDerivedFrom: (id: string, other: string) => boolean;
  /** Those of some sources that are derived from another one of them, which is not derived from them in turn. */
  readonly derivedAmong: (ids: ReadonlySet<string>) => ReadonlySet<string>;
  /** Whether a source is derived from itself. */
  readonly isInCircle: (id: string) => boolean;
}

/** A source, or several that are derived from each other. */
interface Circle {
  /** Those that it is derived from have smaller numbers. */
  readonly number: number;
  readonly isClosed: boolean;
  /** One bit for each circle that it is derived from, by number; `null` if it is derived from no other. */
  readonly ancestors: Uint32Array | null;
}

interface Visit {
  readonly id: string;
  readonly order: number;
  /** The earliest open visit that can be reached. */
  lowest: number;
  next: number;
}

/**
 * Reads the graph of `derived_from` without recursion, because a chain of sources may be long. Sources that are derived
 * from each other are put together (Tarjan, "Depth-first search and linear graph algorithms", 1972).
 */
export function readDerivation(parents: Parents): Derivation {
  const circles = new Map<string, Circle>();
  const visits = new Map<string, Visit>();
  const unassigned: string[] = [];
  let number = 0;

  const begin = (id: string): Visit => {
    const visit = { id, order: visits.size, lowest: visits.size, next: 0 };
    visits.set(id, visit);
    unassigned.push(id);
    return visit;
  };
  const close = ({ id }: Visit): void => {
    const members = unassigned.splice(unassigned.lastIndexOf(id));
    const isClosed = members.length > 1 || (parents.get(id) ?? []).includes(id);
    const above = members.flatMap((member) =>
      (parents.get(member) ?? []).flatMap((parent) => circles.get(parent) ?? []),
    );
    const circle = { number, isClosed, ancestors: ancestorsOf(above) };
    for (const member of members) circles.set(member, circle);
    number += 1;
  };

  for (const start of parents.keys()) {
    const path = visits.has(start) ? [] : [begin(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const parent = parents.get(visit.id)?.[visit.next];
      visit.next += 1;
      if (parent !== undefined) {
        const known = visits.get(parent);
        if (known === undefined) path.push(begin(parent));
        else if (!circles.has(parent)) visit.lowest = Math.min(visit.lowest, known.order);
        continue;
      }
      if (visit.lowest === visit.order) close(visit);
      path.pop();
      const below = path.at(-1);
      if (below !== undefined) below.lowest = Math.min(below.lowest, visit.lowest);
    }
  }
  return {
    isInCircle: (id) => circles.get(id)?.isClosed ?? false,
    derivedAmong: (ids) => {
      const all = bitsOf([...ids].flatMap((id) => circles.get(id) ?? []));
      return new Set([...ids].filter((id) => haveCommonBit(circles.get(id)?.ancestors ?? NONE, all)));
    },
    isDerivedFrom: (id, other) => {
      const [own, wanted] = [circles.get(id), circles.get(other)];
      if (own === undefined || wanted === undefined) return false;
      return own === wanted ? own.isClosed : hasBit(own.ancestors ?? NONE, wanted.number);
    },
  };
}

const NONE = new Uint32Array();

/** The bits of some circles. */
function bitsOf(circles: readonly Circle[]): Uint32Array {
  const highest = circles.reduce((most, circle) => Math.max(most, circle.number), 0);
  const bits = new Uint32Array((highest >>> 5) + 1);
  for (const { number } of circles) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
  return bits;
}

/** The bits of some circles and of all their ancestors. */
function ancestorsOf(above: readonly Circle[]): Uint32Array | null {
  if (above.length === 0) return null;
  const bits = bitsOf(above);
  for (const { ancestors } of new Set(above)) {
    ancestors?.forEach((word, at) => {
      bits[at] = (bits[at] ?? 0) | word;
    });
  }
  return bits;
}

const hasBit = (bits: Uint32Array, number: number) => (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
const haveCommonBit = (a: Uint32Array, b: Uint32Array) => a.some((word, at) => (word & (b[at] ?? 0)) !== 0);

/** A shortest way from a source back to itself, which begins and ends with it. */
export function circleThrough(start: string, parents: Parents): string[] {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (const id of open) {
    for (const parent of parents.get(id) ?? []) {
      if (parent === start) return [...wayTo(id, start, cameFrom), start];
      if (cameFrom.has(parent)) continue;
      cameFrom.set(parent, id);
      open.push(parent);
    }
  }
  return [start];
}

function wayTo(id: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [];
  for (let at: string | undefined = id; at !== undefined && at !== start; at = cameFrom.get(at)) way.push(at);
  return [start, ...way.reverse()];
}
