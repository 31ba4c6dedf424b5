import type { z } from "zod";
import { latitude, longitude, type Place, WHERE_PREC, wherePrec } from "#schemas/coded/places.ts";
import { datePrecision } from "#schemas/codelists/statements.ts";
import {
  type CellSchema,
  type Column,
  code,
  day,
  decimal,
  integer,
  label,
  optional,
  type Shape,
  type Typed,
} from "#schemas/column.ts";

/**
 * The columns that follow from one coded column. A date adds its bounds and precision, an amount becomes low, best and
 * high, a reference to an actor adds the name, and a reference to a place adds its names, codes and coordinates.
 */
function derivedColumns(column: Column): Shape {
  switch (column.kind) {
    case "date":
      return dateShape(column);
    case "amount":
      return amountShape(column);
    case "reference":
    case "references":
      if (column.refersTo === "actors.actor_id") return actorShape(column);
      return column.refersTo === "places.place_id" ? placeShape(column.name) : {};
    default:
      return {};
  }
}

/** The published columns of a coded column: itself and what follows from it. An amount has its three parts instead. */
export const publishedColumns = (column: Column): Shape => ({
  ...(column.kind === "amount" ? {} : { [column.name]: column.schema }),
  ...derivedColumns(column),
});

/** The names of the columns that follow from a date. UCDP calls the precision of an event's date `date_prec`. */
export const dateNames = (name: string) => ({
  earliest: `${name}_earliest`,
  latest: `${name}_latest`,
  precision: `${name}_precision`,
  ucdpPrecision: name === "date" ? "date_prec" : `${name}_prec`,
});

/** The names of the columns that an amount becomes. */
export const amountNames = (name: string) => ({ low: `${name}_low`, best: `${name}_best`, high: `${name}_high` });

/** `actor1_id` → `actor1`, `assoc_actor1_ids` → `assoc_actor1`: the column for the name, as in ACLED. */
export const actorNameColumn = (name: string) => name.replace(/_ids?$/u, "");

/** By published name, the column of places that is copied; of a second place, only the country and the name. */
export function placeNames(name: string): Readonly<Record<string, keyof typeof Place.shape>> {
  const prefix = name.replace(/place_id$/u, "");
  if (prefix !== "") return { [`${prefix}country`]: "country", [`${prefix}location`]: "name" };
  return Object.fromEntries(Object.entries(CARRIED_FROM_PLACES).map(([column, { from }]) => [column, from]));
}

function dateShape({ name, title }: Column): Shape {
  const names = dateNames(name);
  return {
    [names.earliest]: day({
      title: `${title}, earliest`,
      description: `First day that ${name} allows; empty if that end is open.`,
      example: "2018-07-01",
      aspect: "when",
    }),
    [names.latest]: day({
      title: `${title}, latest`,
      description: `Last day that ${name} allows; empty if that end is open.`,
      example: "2018-12-31",
      aspect: "when",
    }),
    [names.precision]: optional(
      code(datePrecision, {
        title: `${title}, precision`,
        description: `Length of the period that ${name} allows.`,
        example: "half",
        aspect: "when",
      }),
    ),
    [names.ucdpPrecision]: integer(
      {
        title: `${title}, UCDP precision`,
        description: `UCDP GED date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer.`,
        example: 5,
        aspect: "when",
        isForPrograms: true,
      },
      { least: 1, most: 5 },
    ),
  };
}

function amountShape({ name, title, description, unit }: Column): Shape {
  const names = amountNames(name);
  const part = (which: string, words: string) =>
    decimal({ title: `${title}, ${which}`, description: `${description} The ${words}.`, unit: unit ?? "", example: 8 });
  return {
    [names.low]: part("low", "lowest value that a heard source allows; empty if one of them gives no lowest value"),
    [names.best]: part("best", "value of the preferred source that gives a single number; empty if none does"),
    [names.high]: part("high", "highest value that a heard source allows; empty if one of them gives no highest value"),
  };
}

function actorShape({ name, title, isRequired }: Column): Shape {
  const column = label({
    title: `${title}, name`,
    description: "The name, copied from actors.",
    example: "Katiba Macina",
    aspect: "who",
  });
  return { [actorNameColumn(name)]: isRequired ? column : optional(column) };
}

const carried = "Copied from places.";

const CARRIED_FROM_PLACES = {
  country: {
    from: "country",
    schema: optional(
      label({
        title: "Country",
        description: `Country; empty if the place spans several. ${carried}`,
        example: "Mali",
        aspect: "where",
      }),
    ),
  },
  iso3: {
    from: "iso3",
    schema: optional(
      label({
        title: "Country code",
        description: `ISO 3166-1 alpha-3. ${carried}`,
        example: "MLI",
        aspect: "where",
        isForPrograms: true,
      }),
    ),
  },
  admin1: {
    from: "admin1",
    schema: optional(
      label({ title: "First-level unit", description: `Region. ${carried}`, example: "Segou", aspect: "where" }),
    ),
  },
  admin1_pcode: {
    from: "admin1_pcode",
    schema: optional(
      label({
        title: "P-code",
        description: `OCHA P-code of the first-level unit. ${carried}`,
        example: "ML04",
        aspect: "where",
        isForPrograms: true,
      }),
    ),
  },
  admin2: {
    from: "admin2",
    schema: optional(
      label({
        title: "Second-level unit",
        description: `Cercle, province or department. ${carried}`,
        example: "Niono",
        aspect: "where",
      }),
    ),
  },
  admin2_pcode: {
    from: "admin2_pcode",
    schema: optional(
      label({
        title: "P-code, second level",
        description: `OCHA P-code of the second-level unit. ${carried}`,
        example: "ML0403",
        aspect: "where",
        isForPrograms: true,
      }),
    ),
  },
  location: {
    from: "name",
    schema: optional(
      label({
        title: "Location",
        description: `Name of the place. ${carried}`,
        example: "Farabougou",
        aspect: "where",
      }),
    ),
  },
  latitude: { from: "latitude", schema: latitude(`WGS 84; empty for areas. ${carried}`, { isForPrograms: true }) },
  longitude: { from: "longitude", schema: longitude(`WGS 84; empty for areas. ${carried}`, { isForPrograms: true }) },
  where_prec: {
    from: "where_prec",
    schema: wherePrec(`${WHERE_PREC} ${carried}`, { isForPrograms: true }),
  },
} as const satisfies Readonly<Record<string, { readonly from: keyof typeof Place.shape; readonly schema: CellSchema }>>;

const placeShape = (name: string): Shape =>
  Object.fromEntries(
    Object.keys(placeNames(name)).flatMap((column): [string, CellSchema][] => {
      const [, carriedColumn] =
        Object.entries(CARRIED_FROM_PLACES).find(([own]) => column === own || column.endsWith(`_${own}`)) ?? [];
      return carriedColumn === undefined ? [] : [[column, carriedColumn.schema]];
    }),
  );

type KeysOf<S, K, R = string> = {
  [C in keyof S & string]: S[C] extends Typed<infer Kind, infer Refers>
    ? Kind extends K
      ? Refers extends R
        ? C
        : never
      : never
    : never;
}[keyof S & string];

type DateCells<C extends string> = {
  [N in `${C}_earliest` | `${C}_latest` | `${C}_precision`]: string | null;
} & { [N in C extends "date" ? "date_prec" : `${C}_prec`]: number | null };

type AmountCells<C extends string> = { [N in `${C}_${"low" | "best" | "high"}`]: number | null };

type ActorCells<C extends string> = {
  [N in C extends `${infer A}_ids` ? A : C extends `${infer A}_id` ? A : never]: string | null;
};

type CarriedCells = { [N in keyof typeof CARRIED_FROM_PLACES]: z.infer<(typeof CARRIED_FROM_PLACES)[N]["schema"]> };

type PlaceCells<C extends string> = ("place_id" extends C ? CarriedCells : unknown) & {
  [N in C extends "place_id" ? never : C extends `${infer P}place_id` ? `${P}country` | `${P}location` : never]:
    | string
    | null;
};

type OwnCells<S> = {
  [C in Exclude<keyof S, KeysOf<S, "amount">>]: S[C] extends z.ZodType ? z.infer<S[C]> : never;
};

/** The published cells of a coded row: `publishedColumns` for the compiler. */
export type PublishedCells<S> = OwnCells<S> &
  DateCells<KeysOf<S, "date">> &
  AmountCells<KeysOf<S, "amount">> &
  ActorCells<KeysOf<S, "reference" | "references", "actors.actor_id">> &
  PlaceCells<KeysOf<S, "reference", "places.place_id">>;
