import { z } from "zod";
import { eventKind } from "#schemas/codelists/event-data.ts";

/** Names of a column, as headers write it, in any case. The first that a file has is read. */
const Headers = z.array(z.string().regex(/[\p{L}\p{N}]/u, "a header with a letter or digit")).min(1);

const SourceName = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, "a name of small letters, digits and hyphens");

/** The cells that a file of the source has, by the headers that they have had over the years. */
const Columns = z.strictObject({
  event_id: Headers,
  date_start: Headers,
  date_end: Headers.optional(),
  date_prec: Headers.optional(),
  latitude: Headers,
  longitude: Headers,
  where_prec: Headers.optional(),
  country: Headers.optional(),
  /** ISO 3166-1 alpha-3. */
  iso3: Headers.optional(),
  /** ISO 3166-1 numeric, with or without zeros in front. */
  iso_number: Headers.optional(),
  admin1: Headers.optional(),
  admin2: Headers.optional(),
  location: Headers.optional(),
  actor_a: Headers,
  assoc_a: Headers.optional(),
  actor_b: Headers,
  assoc_b: Headers.optional(),
  event_type: Headers,
  sub_event_type: Headers.optional(),
  deaths_low: Headers.optional(),
  deaths_best: Headers.optional(),
  deaths_high: Headers.optional(),
  deaths_civilians: Headers.optional(),
});

const DatePrec = z.int().min(1).max(5);
const WherePrec = z.int().min(1).max(7);

/**
 * What a code of the source says: UCDP's date_prec, and the days that are meant. `week` are the seven days with the
 * date in their middle, `month` is its calendar month.
 */
const DateCode = z.strictObject({ date_prec: DatePrec, days: z.enum(["as_dated", "week", "month"]) });

/**
 * How to read the files of one source of event data, and what it is: the form of PROFILE.json, and of the profiles of
 * this project.
 */
export const EventProfile = z.strictObject({
  event_source: SourceName,
  title: z.string().min(1),
  publisher: z.string().min(1),
  citation: z.string().min(1),
  licence: z.string().min(1),
  url: z.url(),
  /** Whether ids of events and counts may be published. Only somebody who has read the terms of the source may say so. */
  may_publish: z.boolean().default(false),
  /** In one sentence for readers: which events the source has. */
  inclusion_rule: z.string().min(1),
  /** Whether an edition replaces the ones before, or adds the events of its months to them. */
  editions: z.enum(["whole", "parts"]).default("whole"),
  /** The source that has these events in a later, checked form. Years that it covers are not read from this one. */
  superseded_by: SourceName.nullable().default(null),
  /** What the name of a file says about its edition: a version such as 23.1, or the day of the export. */
  edition_in_name: z.enum(["version", "day"]).nullable().default(null),
  columns: Columns,
  /** How to read 03/04/2021 where no row of the file shows it. */
  day_order: z.enum(["day_first", "month_first"]).default("day_first"),
  date_precision: z.union([
    z.strictObject({ always: DatePrec }),
    z.strictObject({ codes: z.record(z.string(), DateCode) }),
  ]),
  where_precision: z.union([
    z.strictObject({ always: WherePrec }),
    z.strictObject({ codes: z.record(z.string(), WherePrec) }),
  ]),
  /** The kind of each type, old and new names, in any case. A type that is missing here is reported, and is `other`. */
  event_kinds: z.record(z.string(), z.enum(eventKind.codes.map(({ code }) => code))),
  /** What a type means in words, where the source writes a code. */
  event_types: z.record(z.string(), z.string().min(1)).default({}),
});

export type EventProfile = z.infer<typeof EventProfile>;

/** A cell that is read from a file. */
export type ProfileCell = keyof EventProfile["columns"];
