import { firstLevelUnits, type OutlinedUnit, secondLevelUnits } from "#pipeline/core/outlines.ts";
import type { Row } from "#pipeline/core/row.ts";
import { unitColumns } from "#schemas/coded/places.ts";
import { type Geometry, outlineGeometry } from "./geometry.ts";

export interface Outline {
  /** The ISO 3166-2 codes of the units that it is made of. */
  readonly ids: readonly string[];
  readonly geometry: Geometry;
}

/**
 * By the id of the place, the outlines of places that are an administrative unit as a whole. A place within a unit, such
 * as the south of a region, has none: the outline of the unit would say more than the source. Countries have none either.
 */
export function outlinesOfPlaces(places: Iterable<Row>, units: readonly OutlinedUnit[]): ReadonlyMap<string, Outline> {
  const found = new Map<string, Outline>();
  for (const place of places) {
    const outlined = unitsOf(place, units);
    const geometry = outlineGeometry(outlined);
    if (geometry !== null) found.set(String(place.place_id), { ids: outlined.map(({ id }) => id), geometry });
  }
  return found;
}

function unitsOf(place: Row, units: readonly OutlinedUnit[]): readonly OutlinedUnit[] {
  const column = unitColumns[String(place.kind)];
  if (column === undefined) return [];
  const named = { admin1: text(place.admin1), admin1_pcode: text(place.admin1_pcode), admin2: text(place.admin2) };
  const country = units.filter((unit) => unit.country === place.iso3);
  return column === "admin1" ? firstLevelUnits(named, country) : secondLevelUnits(named, country);
}

const text = (value: Row[string] | undefined) => (typeof value === "string" ? value : null);
