import { byFirstDay, isDated } from "#pipeline/drawing/dated-records.ts";
import { unitColumns } from "#schemas/coded/places.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** The tables whose rows are at a place. */
const TABLES = [
  ...["expansion_timeline", "economic_warfare_incidents", "economic_warfare_patterns"],
  ...["events", "actor_profile", "actor_relations"],
];

/** The records at a place, by table, in the order of time; those without a date come last. */
export const recordsAt = (place: string, view: ReleaseView): ReadonlyMap<string, readonly Cells[]> =>
  new Map(
    TABLES.map((table) => {
      const here = view.where(table, "place_id", place);
      const from = view.where(table, "from_place_id", place).filter((row) => row.place_id !== place);
      const rows = [...here, ...from];
      return [table, [...rows.filter(isDated).sort(byFirstDay), ...rows.filter((row) => !isDated(row))]] as const;
    }).filter(([, rows]) => rows.length > 0),
  );

/** The places that lie within a country or an administrative unit, as far as their units say so. */
export function placesWithin(place: Cells, view: ReleaseView): Cells[] {
  const { place_id: id, kind, country = "", admin1 = "", admin2 = "" } = place;
  if (country === "") return [];
  return view.where("places", "country", country).filter((other) => {
    if (other.place_id === id || other.kind === "country") return false;
    if (kind === "country") return true;
    if (admin2 !== "") return kind === "district" && other.admin1 === admin1 && other.admin2 === admin2;
    return kind === "region" && admin1 !== "" && other.admin1 === admin1;
  });
}

/** The place that is the country or unit which a place names in the column; `null` if it is that place, or none is. */
export function placeAround(place: Cells, column: "country" | "admin1" | "admin2", view: ReleaseView): Cells | null {
  const { country = "", admin1, admin2 } = place;
  if (country === "" || (place[column] ?? "") === "") return null;
  const found = view.where("places", "country", country).find((other) => {
    if (column === "country") return other.kind === "country";
    const isUnit = unitColumns[other.kind ?? ""] === column && other.admin1 === admin1;
    return isUnit && (column === "admin1" || other.admin2 === admin2);
  });
  return found === undefined || found.place_id === place.place_id ? null : found;
}
