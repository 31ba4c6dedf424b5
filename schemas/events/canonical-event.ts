/** The types of SQL that every engine has and Parquet can hold. */
export type SqlType = "VARCHAR" | "INTEGER" | "DOUBLE";

interface EventColumn {
  readonly type: SqlType;
  readonly description: string;
}

/**
 * One event of an event data set, whatever its source, as `events import` writes it to Parquet. Days are whole numbers
 * since 1970-01-01, because every engine computes with dates in another way. Empty texts are NULL.
 */
export const canonicalEvent = {
  event_source: { type: "VARCHAR", description: "Name of the profile, such as ucdp-ged." },
  event_edition: { type: "VARCHAR", description: "Edition of the source, such as 23.1." },
  event_id: { type: "VARCHAR", description: "Id of the event in the source; the same in each edition." },
  file_sha256: { type: "VARCHAR", description: "SHA-256 of the file that the event was read from." },
  event_sha256: {
    type: "VARCHAR",
    description:
      "SHA-256 of what the source says of the event: id, dates, coordinates, precision, names of places and actors, types and deaths, as they were read. It does not cover event_source, event_edition, file_sha256, iso3, admin1_key, event_kind, and what follows from other cells (cell_y, cell_x, year).",
  },
  date_start: { type: "VARCHAR", description: "First day on which it may have happened, ISO 8601." },
  date_end: { type: "VARCHAR", description: "Last such day." },
  day_first: { type: "INTEGER", description: "date_start in days since 1970-01-01." },
  day_last: { type: "INTEGER", description: "date_end in days since 1970-01-01." },
  date_prec: { type: "INTEGER", description: "UCDP date_prec, 1 (a day) to 5 (longer than a month)." },
  latitude: { type: "DOUBLE", description: "WGS 84, in degrees." },
  longitude: { type: "DOUBLE", description: "WGS 84, in degrees." },
  where_prec: { type: "INTEGER", description: "UCDP where_prec, 1 (exact) to 7 (at sea or in the air)." },
  cell_y: { type: "INTEGER", description: "floor(latitude × 2): the row of the half-degree cell." },
  cell_x: { type: "INTEGER", description: "floor(longitude × 2): its column." },
  country: { type: "VARCHAR", description: "Country, as the source writes it." },
  iso3: { type: "VARCHAR", description: "ISO 3166-1 alpha-3, where the country is known to the profile or the list." },
  admin1: { type: "VARCHAR", description: "First-level unit, as the source writes it." },
  admin1_key: {
    type: "VARCHAR",
    description:
      "P-code of the unit, or ISO3:name in plain letters where the P-code list lacks it. The same for records.",
  },
  admin2: { type: "VARCHAR", description: "Second-level unit, as the source writes it." },
  location: { type: "VARCHAR", description: "Name of the place, as the source writes it." },
  actor_a: { type: "VARCHAR", description: "First side, as the source writes it." },
  assoc_a: { type: "VARCHAR", description: "Those who took part with it, joined by semicolons." },
  actor_b: { type: "VARCHAR", description: "Second side, as the source writes it." },
  assoc_b: { type: "VARCHAR", description: "Those who took part with it, joined by semicolons." },
  event_type: { type: "VARCHAR", description: "The source's own type." },
  sub_event_type: { type: "VARCHAR", description: "The source's own finer type." },
  event_kind: { type: "VARCHAR", description: "The kind that the profile gives to the type: see eventKind." },
  deaths_low: { type: "INTEGER", description: "Low estimate of all deaths." },
  deaths_best: { type: "INTEGER", description: "Best estimate of all deaths." },
  deaths_high: { type: "INTEGER", description: "High estimate of all deaths." },
  deaths_civilians: { type: "INTEGER", description: "Deaths of civilians." },
  year: { type: "INTEGER", description: "Year of date_start: the partition." },
} as const satisfies Readonly<Record<string, EventColumn>>;

export type EventColumnName = keyof typeof canonicalEvent;

type SqlValue = { readonly VARCHAR: string; readonly INTEGER: number; readonly DOUBLE: number };

/** A canonical event in memory. */
export type CanonicalEvent = {
  readonly [C in EventColumnName]: SqlValue[(typeof canonicalEvent)[C]["type"]] | null;
};
