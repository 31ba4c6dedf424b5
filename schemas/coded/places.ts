import { z } from "zod";
import { country, placeKind } from "#schemas/codelists/places.ts";
import { code, day, decimal, id, integer, label, optional } from "#schemas/column.ts";

/** A place, area or country that the sources speak of. Columns are named as ACLED and UCDP name them. */
export const Place = z.strictObject({
  place_id: id({ title: "Place", description: "The place's id.", example: "farabougou" }),
  name: label({ title: "Name", description: "Name of the place.", example: "Farabougou" }),
  kind: code(placeKind, { title: "Kind of place", description: "What kind of place it is.", example: "village" }),
  country: optional(
    label({
      title: "Country",
      description: "Name of the country; empty where the place spans several.",
      example: "Mali",
    }),
  ),
  iso3: optional(
    code(country, { title: "Country code", description: "ISO 3166-1 alpha-3 code of the country.", example: "MLI" }),
  ),
  admin1: optional(
    label({ title: "First-level unit", description: "Region, as the P-code list names it.", example: "Segou" }),
  ),
  admin1_pcode: optional(
    label({ title: "P-code", description: "OCHA P-code of the first-level unit.", example: "ML04" }),
  ),
  admin2: optional(
    label({
      title: "Second-level unit",
      description: "Cercle, province or department, as the P-code list names it.",
      example: "Niono",
    }),
  ),
  pcode_valid_from: day({
    title: "P-code valid from",
    description: "Day from which the P-code list is valid: regions have been redrawn since.",
    example: "2021-03-01",
  }),
  latitude: decimal({
    title: "Latitude",
    description: "Latitude of a point place, WGS 84; empty for areas.",
    example: 14.882,
    unit: "degrees",
  }),
  longitude: decimal({
    title: "Longitude",
    description: "Longitude of a point place, WGS 84; empty for areas.",
    example: 1.4016,
    unit: "degrees",
  }),
  where_prec: integer({
    title: "Precision of the place",
    description: "UCDP GED where_prec, 1 (exact) to 7 (several countries).",
    example: 1,
  }),
  coordinate_source: optional(
    label({
      title: "Source of the coordinates",
      description: "Where the coordinates were taken from.",
      example: "OCHA Mali settlements 2015",
    }),
  ),
});
export type Place = z.infer<typeof Place>;
