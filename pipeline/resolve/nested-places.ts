import type { StagedTables } from "#pipeline/core/staged.ts";
import type { FitsWith } from "#pipeline/resolve/rules.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

type Place = CodedRow<"places">;

/** The kinds of place that are administrative units, and the columns of places.csv that all places within them share. */
const UNITS: Readonly<Partial<Record<Place["kind"], readonly (keyof Place)[]>>> = {
  country: ["iso3"],
  region: ["iso3", "admin1"],
  district: ["iso3", "admin1", "admin2"],
  province: ["iso3", "admin1", "admin2"],
};

/**
 * Whether one of two places lies within the other, as places.csv says: a town in its district, a district in its region,
 * a region in its country. Areas without official boundaries lie in their country, but nothing is known to lie in them.
 */
export function readNesting({ places }: StagedTables): FitsWith {
  const known = new Map(places.rows.map(({ values }) => [values.place_id, values]));
  return (a, b) => {
    const [place, other] = [known.get(a), known.get(b)];
    return place !== undefined && other !== undefined && (isWithin(place, other) || isWithin(other, place));
  };
}

function isWithin(inner: Place, outer: Place): boolean {
  const shared = UNITS[outer.kind];
  if (shared === undefined || isAsLarge(inner, shared.length)) return false;
  return shared.every((column) => outer[column] !== null && inner[column] === outer[column]);
}

/** Whether a place is a unit of the same level or a higher one. */
const isAsLarge = ({ kind }: Place, level: number) => (UNITS[kind]?.length ?? Number.POSITIVE_INFINITY) <= level;
