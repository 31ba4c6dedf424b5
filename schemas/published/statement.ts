import { z } from "zod";
import { agreement, datePrecision } from "#schemas/codelists/statements.ts";
import {
  code,
  columnsOf,
  day,
  decimal,
  id,
  integer,
  label,
  list,
  type NamedColumn,
  optional,
} from "#schemas/column.ts";

type Shape = Record<string, z.ZodType>;

const isHead = (name: string) => name === "record_id" || name === "source_id" || name === "evidence";

/**
 * The published row of a statement table, derived from its coded row: one row per record.
 *
 * A date brings its bounds and precision along, an amount becomes low, best and high, a reference brings the
 * name (a place: names, codes and coordinates), and what the sources agree on stands at the end.
 */
export function publishedStatement(coded: z.ZodObject, derived: Shape = {}): z.ZodObject {
  const shape: Shape = {
    record_id: id({ title: "Record", description: "The record's id, never used twice.", example: "exp-014" }),
  };
  for (const column of columnsOf(coded)) {
    if (!isHead(column.name)) Object.assign(shape, publishedColumns(column));
  }
  return z.strictObject({ ...shape, ...derived, ...agreementColumns });
}

/** The published row of a register: its coded row, with bounds for its dates, and what is reckoned from the statements. */
export function publishedRegister(coded: z.ZodObject, derived: Shape = {}): z.ZodObject {
  return z.strictObject({ ...Object.assign({}, ...columnsOf(coded).map(publishedColumns)), ...derived });
}

/** The columns under which one coded column is published. */
export function publishedColumns(column: NamedColumn): Shape {
  const { name, title, schema } = column;
  switch (column.kind) {
    case "date":
      return {
        [name]: schema,
        [`${name}_earliest`]: day({
          title: `${title}, earliest`,
          description: `First day that ${name} allows; empty where it is open.`,
          example: "2018-07-01",
        }),
        [`${name}_latest`]: day({
          title: `${title}, latest`,
          description: `Last day that ${name} allows; empty where it is open.`,
          example: "2018-12-31",
        }),
        [`${name}_precision`]: optional(
          code(datePrecision, {
            title: `${title}, precision`,
            description: `Length of the time that ${name} allows.`,
            example: "half",
          }),
        ),
        [datePrecName(name)]: integer({
          title: `${title}, UCDP precision`,
          description: `UCDP GED date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer.`,
          example: 5,
        }),
      };
    case "amount":
      return Object.fromEntries(
        [
          ["low", "lowest value that a heard source allows; empty where it names none"],
          ["best", "value of the preferred source that gives a single number; empty where none does"],
          ["high", "highest value that a heard source allows; empty where it names none"],
        ].map(([part, words]) => [
          `${name}_${part}`,
          decimal({
            title: `${title}, ${part}`,
            description: `${column.description} The ${words}.`,
            unit: column.unit ?? "",
            example: 8,
          }),
        ]),
      );
    case "reference":
      if (column.refersTo === "places.place_id")
        return { [name]: schema, ...placeColumns(name.replace(/place_id$/, "")) };
      if (column.refersTo === "actors.actor_id")
        return { [name]: schema, ...actorName(name.replace(/_id$/, ""), column) };
      return { [name]: schema };
    case "references":
      if (column.refersTo === "actors.actor_id")
        return { [name]: schema, ...actorName(name.replace(/_ids$/, ""), column) };
      return { [name]: schema };
    default:
      return { [name]: schema };
  }
}

/** UCDP's own name for the column of an event's date. */
export const datePrecName = (column: string) => (column === "date" ? "date_prec" : `${column}_prec`);

const actorName = (name: string, { title, isRequired }: NamedColumn): Shape => {
  const column = label({
    title: `${title}, name`,
    description: "The name in actors, carried along.",
    example: "Katiba Macina",
  });
  return { [name]: isRequired ? column : optional(column) };
};

const placeColumns = (prefix: string): Shape => {
  const carried = "Carried along from places.";
  const country = optional(
    label({
      title: "Country",
      description: `Country; empty where the place spans several. ${carried}`,
      example: "Mali",
    }),
  );
  const location = optional(
    label({ title: "Location", description: `Name of the place. ${carried}`, example: "Farabougou" }),
  );
  if (prefix !== "") return { [`${prefix}country`]: country, [`${prefix}location`]: location };
  return {
    country,
    iso3: optional(label({ title: "Country code", description: `ISO 3166-1 alpha-3. ${carried}`, example: "MLI" })),
    admin1: optional(label({ title: "First-level unit", description: `Region. ${carried}`, example: "Segou" })),
    admin1_pcode: optional(
      label({ title: "P-code", description: `OCHA P-code of the first-level unit. ${carried}`, example: "ML04" }),
    ),
    admin2: optional(
      label({
        title: "Second-level unit",
        description: `Cercle, province or department. ${carried}`,
        example: "Niono",
      }),
    ),
    location,
    latitude: decimal({
      title: "Latitude",
      description: `WGS 84; empty for areas. ${carried}`,
      unit: "degrees",
      example: 14.882,
    }),
    longitude: decimal({
      title: "Longitude",
      description: `WGS 84; empty for areas. ${carried}`,
      unit: "degrees",
      example: 1.4016,
    }),
    where_prec: integer({
      title: "Precision of the place",
      description: `UCDP GED where_prec, 1 (exact) to 7 (several countries). ${carried}`,
      example: 1,
    }),
  };
};

const agreementColumns = {
  as_of: optional(
    label({
      title: "As of",
      description:
        "Date of publication (EDTF) of the record's latest source. Where date is empty, the record holds as of then.",
      example: "2023-11-13",
    }),
  ),
  agreement: code(agreement, {
    title: "Agreement",
    description: "How the record's statements go together.",
    example: "corroborated",
  }),
  conflicting_columns: list({
    title: "Columns in conflict",
    description: "The coded columns in which statements can not all be right. Joined by semicolons.",
    example: "date",
  }),
  n_sources: integer({ title: "Sources", description: "Number of sources that speak of the record.", example: 2 }),
  n_independent_sources: integer({
    title: "Independent sources",
    description: "The same, with sources tied by derived_from counted as one.",
    example: 1,
  }),
  source_ids: label({
    title: "Source ids",
    description: "The sources that speak of the record. Joined by semicolons.",
    example: "acled-2023; ict-2024",
  }),
  evidence: label({
    title: "Evidence",
    description:
      "The sentences that the record rests on, as source:locator. Joined by semicolons; one row each in evidence.",
    example: "acled-2023:p12s3",
  }),
};
