import { type Geometry, outlineGeometry } from "#pipeline/core/geometry.ts";
import type { OutlinedUnit, Point } from "#pipeline/core/outlines.ts";

/** A unit as it is drawn: only its rings matter. */
type Rings = Pick<OutlinedUnit, "rings">;

/**
 * The outlines of the units for d3-geo, which takes the inside of a ring to be on the right of its direction: exteriors
 * run clockwise, other than in GeoJSON. Otherwise a country would fill the rest of the world.
 */
export function drawnGeometry(units: readonly Rings[]): Geometry | null {
  const geometry = outlineGeometry(units);
  switch (geometry?.type) {
    case "Polygon":
      return { ...geometry, coordinates: turned(geometry.coordinates) };
    case "MultiPolygon":
      return { ...geometry, coordinates: geometry.coordinates.map(turned) };
    default:
      return geometry;
  }
}

const turned = (rings: readonly (readonly Point[])[]) => rings.map((ring) => ring.toReversed());

/** Many maps have the same country, and joining takes long: by the first unit, and the ids of all. */
const joined = new WeakMap<OutlinedUnit, Map<string, Rings>>();

/** The outline of all units together, without the lines between them: the edges that only one unit has, joined to rings. */
export function joinUnits(units: readonly OutlinedUnit[]): Rings {
  const [first] = units;
  if (first === undefined) return { rings: [] };
  const beginning = joined.get(first) ?? new Map<string, Rings>();
  joined.set(first, beginning);
  const ids = units.map(({ id }) => id).join();
  const made = beginning.get(ids) ?? joinRings(units);
  beginning.set(ids, made);
  return made;
}

function joinRings(units: readonly OutlinedUnit[]): Rings {
  const edges = units.flatMap(({ rings }) => rings.flatMap(edgesOf));
  const runs = new Set(edges.map(([from, to]) => `${from} ${to}`));
  // Neighbours wind the same way, so each runs along their common line in its own direction.
  const outer = edges.filter(([from, to]) => !runs.has(`${to} ${from}`));
  const next = new Map<string, Point[]>();
  for (const [from, to] of outer) {
    const known = next.get(String(from));
    if (known === undefined) next.set(String(from), [to]);
    else known.push(to);
  }
  return { rings: outer.flatMap(([start]) => followedFrom(start, next)) };
}

/** The ring that begins at a point, whose edges are then used up; none if they are already. */
function followedFrom(start: Point, next: Map<string, Point[]>): Point[][] {
  const ring: Point[] = [start];
  for (let to = next.get(String(start))?.pop(); to !== undefined; to = next.get(String(to))?.pop()) ring.push(to);
  return ring.length > 1 ? [ring] : [];
}

const edgesOf = (ring: readonly Point[]): (readonly [Point, Point])[] =>
  ring.flatMap((point, at) => {
    const before = ring[at - 1];
    return before === undefined ? [] : [[before, point] as const];
  });
