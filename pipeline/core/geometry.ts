import { isRingWithin, type OutlinedUnit, type Point } from "./outlines.ts";

/** A geometry of RFC 7946. */
export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Point }
  | { readonly type: "Polygon"; readonly coordinates: Polygon }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };

type Ring = readonly Point[];
/** Its outer ring, counterclockwise, and its holes, clockwise. */
type Polygon = readonly Ring[];

/** A coordinate of a place is published as it is coded, to about 10 cm. */
const DECIMALS_OF_A_POINT = 6;
/** The outlines are rounded to about 200 m already. Four decimals are about 11 m. */
const DECIMALS_OF_AN_OUTLINE = 4;

export const pointGeometry = (longitude: number, latitude: number): Geometry => ({
  type: "Point",
  coordinates: rounded([longitude, latitude], DECIMALS_OF_A_POINT),
});

/** The outlines of the units as one geometry, each unit with a polygon of its own; `null` if there are no units. */
export function outlineGeometry(units: readonly Pick<OutlinedUnit, "rings">[]): Geometry | null {
  const polygons = units.flatMap(({ rings }) => polygonsOf(rings.map(roundedRing).filter(isRing)));
  const [first, ...more] = polygons;
  if (first === undefined) return null;
  return more.length === 0 ? { type: "Polygon", coordinates: first } : { type: "MultiPolygon", coordinates: polygons };
}

/** A ring within an odd number of others is a hole in the smallest of them. */
function polygonsOf(rings: readonly Ring[]): Polygon[] {
  const around = (ring: Ring) => rings.filter((other) => other !== ring && isRingWithin(ring, other));
  const holes = rings.filter((ring) => around(ring).length % 2 === 1);
  const outer = rings.filter((ring) => !holes.includes(ring));
  const smallest = (found: readonly Ring[]) =>
    found.toSorted((a, b) => Math.abs(doubleArea(a)) - Math.abs(doubleArea(b)))[0];
  return outer.map((ring) => [
    turned(ring, 1),
    ...holes.filter((hole) => smallest(around(hole)) === ring).map((hole) => turned(hole, -1)),
  ]);
}

/** The ring in the direction with the given sign: 1 is counterclockwise. */
const turned = (ring: Ring, sign: 1 | -1): Ring => (doubleArea(ring) * sign > 0 ? ring : ring.toReversed());

/** Twice the area that the ring encloses, in square degrees; negative if it runs clockwise. */
function doubleArea(ring: Ring): number {
  let sum = 0;
  let before = ring.at(-1) ?? [0, 0];
  for (const point of ring) {
    sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return sum;
}

/** Without points that rounding made equal to the one before. */
function roundedRing(ring: Ring): Ring {
  const points = ring.map((point) => rounded(point, DECIMALS_OF_AN_OUTLINE));
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
}

/** Four positions or more, the last of which is the first. */
const isRing = (ring: Ring) => ring.length >= 4 && ring[0]?.join() === ring.at(-1)?.join() && doubleArea(ring) !== 0;

/** Plus zero, because JSON would write minus zero as `0` too, but comparisons would not. */
const rounded = ([x, y]: Point, decimals: number): Point => [
  Number(x.toFixed(decimals)) + 0,
  Number(y.toFixed(decimals)) + 0,
];
