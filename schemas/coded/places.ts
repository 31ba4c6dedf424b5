import { z } from "zod";
import { country, placeKind, twoLetterCodes } from "#schemas/codelists/places.ts";
import { type ColumnWords, code, day, decimal, id, integer, label, optional } from "#schemas/column.ts";
import { isFilled, type RowRule, rowRule } from "#schemas/row-rule.ts";

type PlaceWords = Pick<ColumnWords, "isForPrograms">;

/** WGS 84, in degrees. */
export const latitude = (description: string, more: PlaceWords = {}) =>
  decimal(
    { title: "Latitude", description, example: 14.882, unit: "degrees", aspect: "where", ...more },
    { least: -90, most: 90 },
  );

/** WGS 84, in degrees. */
export const longitude = (description: string, more: PlaceWords = {}) =>
  decimal(
    { title: "Longitude", description, example: 1.4016, unit: "degrees", aspect: "where", ...more },
    { least: -180, most: 180 },
  );

/** UCDP GED Codebook 22.1, section 5.4.2, but for its 7: no source here names a place at sea or in the air. */
export const WHERE_PREC =
  "The scale of UCDP GED where_prec, 1 (exact) to 6 (a country). 7 is a place in several countries; in UCDP it is one at sea or in the air.";

export const wherePrec = (description: string, more: PlaceWords = {}) =>
  integer(
    { title: "Precision of the place", description, example: 1, aspect: "where", ...more },
    { least: 1, most: 7 },
  );

/** A place, area or country that the sources mention. Columns have the names that ACLED and UCDP use. */
export const Place = z.strictObject({
  place_id: id({ title: "Place", description: "The place's id.", example: "farabougou" }),
  name: label({ title: "Name", description: "Name of the place.", example: "Farabougou" }),
  kind: code(placeKind, { title: "Kind of place", description: "What kind of place it is.", example: "village" }),
  country: optional(
    label({
      title: "Country",
      description: "Name of the country; empty if the place spans several.",
      example: "Mali",
      aspect: "where",
    }),
  ),
  iso3: optional(
    code(country, {
      title: "Country code",
      description: "ISO 3166-1 alpha-3 code of the country.",
      example: "MLI",
      aspect: "where",
      isForPrograms: true,
    }),
  ),
  admin1: optional(
    label({
      title: "First-level unit",
      description: "Region, named as in the P-code list.",
      example: "Segou",
      aspect: "where",
    }),
  ),
  admin1_pcode: optional(
    label({
      title: "P-code",
      description: "OCHA P-code of the first-level unit.",
      example: "ML04",
      aspect: "where",
      isForPrograms: true,
    }),
  ),
  admin2: optional(
    label({
      title: "Second-level unit",
      description: "Cercle, province or department, named as in the P-code list.",
      example: "Niono",
      aspect: "where",
    }),
  ),
  admin2_pcode: optional(
    label({
      title: "P-code, second level",
      description: "OCHA P-code of the second-level unit.",
      example: "ML0403",
      aspect: "where",
      isForPrograms: true,
    }),
  ),
  pcode_valid_from: day({
    title: "P-code valid from",
    description: "Day from which the P-code list is valid. Regions have been redrawn since.",
    example: "2021-03-01",
    aspect: "where",
    isForPrograms: true,
  }),
  latitude: latitude("Latitude of a point place, WGS 84; empty for areas."),
  longitude: longitude("Longitude of a point place, WGS 84; empty for areas."),
  where_prec: wherePrec(WHERE_PREC),
  coordinate_source: optional(
    label({
      title: "Source of the coordinates",
      description: "Where the coordinates come from.",
      example: "OCHA Mali settlements 2015",
      aspect: "where",
    }),
  ),
});

/** The kinds of place that are an administrative unit as a whole, with the column that names the unit. */
export const unitColumns: Readonly<Record<string, "admin1" | "admin2">> = {
  region: "admin1",
  province: "admin2",
  district: "admin2",
};

/** The kinds of place that are a point on the map of a country. */
export const pointKinds: readonly string[] = ["capital", "city", "town", "village"];
const FIRST_LEVEL_PCODE = /^[A-Z]{2}\d{2,3}$/u;
const isEnding = (digits: string) => /^\d{2,3}$/u.test(digits);
const SPANNING: readonly string[] = ["cross_border_area", "world_region"];

export const placeRules: readonly RowRule[] = [
  rowRule(Place.shape, {
    column: "country",
    needs: ["country", "iso3"],
    sentence: "country must be the name that the codelist country gives for iso3.",
    holds: (place) => (country.codes.find(({ code }) => code === place.iso3)?.label ?? null) === place.country,
  }),
  rowRule(Place.shape, {
    column: "iso3",
    needs: ["kind", "iso3"],
    sentence: "Leave iso3 empty if, and only if, kind is cross_border_area or world_region.",
    holds: ({ kind, iso3 }) => isFilled(iso3) !== SPANNING.includes(kind),
    advise: ({ kind, iso3 }) =>
      isFilled(iso3)
        ? `Leave iso3 empty, because kind is ${kind}; or correct kind.`
        : "Fill iso3; only a cross_border_area or world_region has none.",
  }),
  rowRule(Place.shape, {
    column: "latitude",
    needs: ["kind", "latitude"],
    sentence: "Only a capital, city, town or village may have coordinates, because an area has none of its own.",
    holds: (place) => !isFilled(place.latitude) || pointKinds.includes(place.kind),
  }),
  rowRule(Place.shape, {
    column: "longitude",
    needs: ["latitude", "longitude", "coordinate_source"],
    sentence: "Fill latitude, longitude and coordinate_source together, or leave all three empty.",
    holds: (place) => new Set([place.latitude, place.longitude, place.coordinate_source].map(isFilled)).size === 1,
  }),
  rowRule(Place.shape, {
    column: "admin1_pcode",
    needs: ["iso3", "admin1_pcode"],
    sentence:
      "A P-code begins with the two letters of its country (ISO 3166-1): ML for MLI, BF for BFA, NE for NER. Look it up in the list of the country in iso3.",
    holds: ({ iso3, admin1_pcode: pcode }) =>
      pcode === null || (iso3 !== null && pcode.startsWith(twoLetterCodes[iso3])),
  }),
  rowRule(Place.shape, {
    column: "admin1_pcode",
    needs: ["admin1_pcode"],
    sentence:
      "The P-code of a first-level unit has two capital letters and two or three digits, such as ML04 or NE006.",
    holds: ({ admin1_pcode: pcode }) => pcode === null || FIRST_LEVEL_PCODE.test(pcode),
  }),
  rowRule(Place.shape, {
    column: "admin2_pcode",
    needs: ["admin1_pcode", "admin2_pcode"],
    sentence:
      "The P-code of a second-level unit is that of its first-level unit and two or three digits more, such as ML0404 in ML04.",
    holds: ({ admin1_pcode: above, admin2_pcode: pcode }) =>
      pcode === null ||
      (above !== null &&
        (!FIRST_LEVEL_PCODE.test(above) || (pcode.startsWith(above) && isEnding(pcode.slice(above.length))))),
  }),
  ...(["admin1", "admin2"] as const).map((level) =>
    rowRule(Place.shape, {
      column: `${level}_pcode`,
      needs: [level, `${level}_pcode`, "pcode_valid_from"],
      sentence: `If ${level}_pcode is filled, fill ${level} with the name of the unit in the P-code list, and pcode_valid_from.`,
      holds: (place) =>
        place[`${level}_pcode`] === null || (isFilled(place[level]) && isFilled(place.pcode_valid_from)),
    }),
  ),
];
