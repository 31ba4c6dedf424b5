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
  const country = unitsOfCountry(place, units);
  return column === "admin1"
    ? firstLevelUnits(namedUnits(place), country)
    : secondLevelUnits(namedUnits(place), country);
}

/** Units with the column of a place that names them. */
export interface UnitsAround {
  readonly column: "admin1" | "admin2" | "country";
  readonly units: readonly OutlinedUnit[];
}

/**
 * The smallest outline that a place lies within, as far as it names its units: that of its second-level unit, of its
 * first-level unit, or of its country. `null` if its country has no outline, or if it spans several.
 */
export function unitsAround(place: Row, units: readonly OutlinedUnit[]): UnitsAround | null {
  const country = unitsOfCountry(place, units);
  const found: readonly UnitsAround[] = [
    { column: "admin2", units: secondLevelUnits(namedUnits(place), country) },
    { column: "admin1", units: firstLevelUnits(namedUnits(place), country) },
    { column: "country", units: country },
  ];
  return found.find((around) => around.units.length > 0) ?? null;
}

const unitsOfCountry = ({ iso3 }: Row, units: readonly OutlinedUnit[]) =>
  units.filter(({ country }) => country === iso3);

const namedUnits = (place: Row) => ({
  admin1: text(place.admin1),
  admin1_pcode: text(place.admin1_pcode),
  admin2: text(place.admin2),
});

/** An unknown cell is `null` in a row of a step, and an empty text in a row of a release. */
const text = (value: Row[string] | undefined) => (typeof value === "string" && value !== "" ? value : null);
