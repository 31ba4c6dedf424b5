import { withoutAccents } from "./without-accents.ts";

/** Longitude and latitude, WGS 84, in degrees. */
export type Point = readonly [longitude: number, latitude: number];

/** A first-level unit of a country, with its outline. */
export interface OutlinedUnit {
  /** ISO 3166-2, such as `ML-5`. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** The unit above it, if the outline is that of a smaller unit. */
  readonly region: string | null;
  /** The rings of all its polygons, holes included. Each ends where it begins. */
  readonly rings: readonly (readonly Point[])[];
}

/** Where a person put the words for a place that has neither coordinates nor an outline. It says nothing about its extent. */
export interface Anchor {
  readonly placeId: string;
  readonly point: Point;
}

/** What raw/outlines holds: what maps are drawn from. */
export interface Outlines {
  readonly units: readonly OutlinedUnit[];
  readonly anchors: readonly Anchor[];
}

export const NO_OUTLINES: Outlines = { units: [], anchors: [] };

/** Whether one of the units contains the point. Lines are straight on a map with longitude and latitude as axes. */
export const isInside = (units: readonly Pick<OutlinedUnit, "rings">[], point: Point) =>
  units.some(({ rings }) => rings.filter((ring) => crosses(ring, point)).length % 2 === 1);

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function crosses(ring: readonly Point[], [x, y]: Point): boolean {
  let isOdd = false;
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isOdd = !isOdd;
  }
  return isOdd;
}

/** The length of a degree of latitude, in kilometres. */
const DEGREE = 111.2;

/** How far the point is from the nearest edge of the units, in kilometres: good enough within a few degrees. */
export function distanceTo(units: readonly OutlinedUnit[], [x, y]: Point): number {
  const scale = Math.cos((y * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  for (const { rings } of units) {
    for (const ring of rings) {
      for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
        const [ax, ay, bx, by] = [(x1 - x) * scale, y1 - y, (x2 - x) * scale, y2 - y];
        const length = (bx - ax) ** 2 + (by - ay) ** 2;
        const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
        nearest = Math.min(nearest, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)));
      }
    }
  }
  return nearest * DEGREE;
}

function* edgesOf(ring: readonly Point[]): Generator<readonly [Point, Point]> {
  let before: Point | null = null;
  for (const point of ring) {
    if (before !== null) yield [before, point];
    before = point;
  }
}

/** What names the administrative units of a place. */
interface NamedUnits {
  readonly admin1: string | null;
  readonly admin1_pcode: string | null;
  readonly admin2: string | null;
}

/** The outlines that make up the place's first-level unit; none if it was made after the outlines. */
export function firstLevelUnits(
  { admin1, admin1_pcode: pcode }: Omit<NamedUnits, "admin2">,
  country: readonly OutlinedUnit[],
): readonly OutlinedUnit[] {
  const byCode = country.filter(({ id }) => pcode !== null && isSameUnit(id, pcode));
  if (byCode.length > 0 || admin1 === null) return byCode;
  return country.filter(({ name, region }) => plain(region ?? name) === plain(admin1));
}

/** The outline of the place's second-level unit; none where the outlines are those of first-level units. */
export const secondLevelUnits = (
  { admin2, ...place }: NamedUnits,
  country: readonly OutlinedUnit[],
): readonly OutlinedUnit[] =>
  firstLevelUnits(place, country).filter(
    ({ name, region }) => region !== null && admin2 !== null && plain(name) === plain(admin2),
  );

/** The P-code ML05 and the ISO code ML-5 are one unit. A code with letters (`ML-BKO`) tells nothing. */
function isSameUnit(id: string, pcode: string): boolean {
  const [, iso, isoNumber] = /^([A-Z]{2})-(\d+)$/u.exec(id) ?? [];
  const [, ocha, ochaNumber] = /^([A-Z]{2})(\d+)$/u.exec(pcode) ?? [];
  return iso !== undefined && iso === ocha && Number(isoNumber) === Number(ochaNumber);
}

/** Letters without accents, in lower case: `Ségou` is `Segou`. */
const plain = (name: string) => withoutAccents(name).toLowerCase();

/** Whether most corners of a ring lie within another: they may touch. */
export const isRingWithin = (ring: readonly Point[], other: readonly Point[]) =>
  ring.filter((point) => crosses(other, point)).length * 2 > ring.length;
