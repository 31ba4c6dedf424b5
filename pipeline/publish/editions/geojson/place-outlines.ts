import { type Geometry, outlineGeometry } from "#pipeline/core/geometry.ts";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import { unitsOfPlace } from "#pipeline/core/place-units.ts";
import type { Row } from "#pipeline/core/row.ts";

export interface Outline {
  /** The ISO 3166-2 codes of the units that it is made of. */
  readonly ids: readonly string[];
  readonly geometry: Geometry;
}

/** By the id of the place, the outlines of places that are an administrative unit as a whole. */
export function outlinesOfPlaces(places: Iterable<Row>, units: readonly OutlinedUnit[]): ReadonlyMap<string, Outline> {
  const found = new Map<string, Outline>();
  for (const place of places) {
    const outlined = unitsOfPlace(place, units);
    const geometry = outlineGeometry(outlined);
    if (geometry !== null) found.set(String(place.place_id), { ids: outlined.map(({ id }) => id), geometry });
  }
  return found;
}
