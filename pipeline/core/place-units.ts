import { unitColumns } from "#schemas/coded/places.ts";
import { firstLevelUnits, type OutlinedUnit, secondLevelUnits } from "./outlines.ts";
import type { Row } from "./row.ts";

/**
 * The units whose outlines make up a place that is an administrative unit as a whole. A place within a unit, such as the
 * south of a region, has none: the outline of the unit would say more than the source. Countries have none either.
 */
export function unitsOfPlace(place: Row, units: readonly OutlinedUnit[]): readonly OutlinedUnit[] {
  const column = unitColumns[String(place.kind)];
  if (column === undefined) return [];
  const named = { admin1: text(place.admin1), admin1_pcode: text(place.admin1_pcode), admin2: text(place.admin2) };
  const country = units.filter((unit) => unit.country === place.iso3);
  return column === "admin1" ? firstLevelUnits(named, country) : secondLevelUnits(named, country);
}

/** An unknown cell is `null` in a row of a step, and an empty text in a row of a release. */
const text = (value: Row[string] | undefined) => (typeof value === "string" && value !== "" ? value : null);
