import type { z } from "zod";
import { country } from "#schemas/codelists/places.ts";

type Cells = Readonly<Record<string, unknown>>;

/** What must hold between the cells of one row; the sentence is what the coder and the codebook's reader see. */
export interface RowRule {
  /** The cell that is pointed at where the rule is broken. */
  readonly column: string;
  /** The rule holds for the tables that have these columns, and is asked where all of them could be read. */
  readonly needs: readonly string[];
  readonly sentence: string;
  readonly holds: (cells: Cells) => boolean;
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined;

const isLanguage = (cell: unknown) => !isFilled(cell) || /^[a-z]{2}$/u.test(String(cell));
const isBetween = (least: number, most: number) => (cell: unknown) =>
  !isFilled(cell) || (Number(cell) >= least && Number(cell) <= most);
const isLatitude = isBetween(-90, 90);
const isLongitude = isBetween(-180, 180);
const isWherePrec = isBetween(1, 7);

/** Kinds of places that are a point on a map of a country. */
const POINTS: readonly unknown[] = ["capital", "city", "town", "village"];

/** What may come never becomes an event, a step or an incident (raw/README.md). */
const noForecast = (what: string, needs: readonly string[]) => ({
  column: "statement_type",
  needs,
  sentence: `${what} is no forecast: code what may come as an outlook in profile.csv.`,
  holds: (cells: Cells) => cells.statement_type !== "forecast",
});

const rowRules: readonly RowRule[] = [
  {
    column: "attributed_to",
    needs: ["certainty", "attributed_to"],
    sentence: "A claim is attributed exactly where attributed_to says to whom.",
    holds: (cells) => (cells.certainty === "attributed") === isFilled(cells.attributed_to),
  },
  {
    column: "unit",
    needs: ["amount", "unit"],
    sentence: "An amount has a unit, and a unit an amount.",
    holds: (cells) => isFilled(cells.amount) === isFilled(cells.unit),
  },
  {
    column: "date_text",
    needs: ["date", "date_text"],
    sentence: "A date comes with date_text, the source's own words for it.",
    holds: (cells) => !isFilled(cells.date) || isFilled(cells.date_text),
  },
  {
    column: "date_text",
    needs: ["date_text"],
    sentence: "date_text has at most six words.",
    holds: (cells) => String(cells.date_text ?? "").split(/\s+/u).length <= 6,
  },
  {
    column: "as_printed",
    needs: ["as_printed"],
    sentence: "as_printed has at most six words.",
    holds: (cells) => String(cells.as_printed ?? "").split(/\s+/u).length <= 6,
  },
  {
    column: "corrected",
    needs: ["corrected", "is_certain"],
    sentence: "An erratum is certain exactly where it says what was meant.",
    holds: (cells) => cells.is_certain === isFilled(cells.corrected),
  },
  noForecast("An event", ["statement_type", "event_type"]),
  noForecast("A step of the expansion", ["statement_type", "step_type"]),
  noForecast("Economic warfare", ["statement_type", "kind", "tactic"]),
  {
    column: "kind",
    needs: ["kind", "tactic", "place_id", "date"],
    sentence: "An incident has a place or a date.",
    holds: (cells) => cells.kind !== "incident" || isFilled(cells.place_id) || isFilled(cells.date),
  },
  {
    column: "country",
    needs: ["country", "iso3"],
    sentence: "country is the name that the codelist country gives for iso3.",
    holds: (cells) =>
      (country.codes.find(({ code }) => code === cells.iso3)?.label ?? null) === (cells.country ?? null),
  },
  {
    column: "iso3",
    needs: ["kind", "iso3", "where_prec"],
    sentence: "A place has a country, or its kind says that it spans several.",
    holds: (cells) => isFilled(cells.iso3) !== (cells.kind === "cross_border_area" || cells.kind === "world_region"),
  },
  {
    column: "relation",
    needs: ["actor_id", "relation", "related_actor_id"],
    sentence: "An actor stands in no relation to itself.",
    holds: (cells) => cells.actor_id !== cells.related_actor_id,
  },
  {
    column: "language",
    needs: ["language"],
    sentence: "language is a code of two letters, ISO 639-1, such as en.",
    holds: (cells) => isLanguage(cells.language),
  },
  {
    column: "original_language",
    needs: ["original_language"],
    sentence: "original_language is a code of two letters, ISO 639-1, such as tr.",
    holds: (cells) => isLanguage(cells.original_language),
  },
  {
    column: "latitude",
    needs: ["latitude"],
    sentence: "latitude lies between -90 and 90 degrees.",
    holds: (cells) => isLatitude(cells.latitude),
  },
  {
    column: "longitude",
    needs: ["longitude"],
    sentence: "longitude lies between -180 and 180 degrees.",
    holds: (cells) => isLongitude(cells.longitude),
  },
  {
    column: "latitude",
    needs: ["kind", "latitude", "where_prec"],
    sentence: "Only a capital, city, town or village has coordinates: an area has none of its own.",
    holds: (cells) => !isFilled(cells.latitude) || POINTS.includes(cells.kind),
  },
  {
    column: "where_prec",
    needs: ["where_prec"],
    sentence: "where_prec is UCDP's, 1 to 7.",
    holds: (cells) => isWherePrec(cells.where_prec),
  },
  {
    column: "longitude",
    needs: ["latitude", "longitude", "coordinate_source"],
    sentence: "Latitude, longitude and coordinate_source come together, or not at all.",
    holds: (cells) => new Set([cells.latitude, cells.longitude, cells.coordinate_source].map(isFilled)).size === 1,
  },
];

/** The rules of a table: those whose columns it has. */
export function rulesOf(row: z.ZodObject): readonly RowRule[] {
  return rowRules.filter(({ needs }) => needs.every((column) => column in row.shape));
}
