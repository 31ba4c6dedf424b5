import { z } from "zod";
import { actorType } from "#schemas/codelists/actors.ts";
import { country, placeKind } from "#schemas/codelists/places.ts";
import { dateBasis, reliability, sourceType } from "#schemas/codelists/sources.ts";
import { passedOverReason } from "#schemas/codelists/statements.ts";
import {
  boolean,
  code,
  day,
  decimal,
  evidence,
  id,
  integer,
  label,
  list,
  optional,
  partialDate,
  reference,
  references,
  sha256,
  text,
  url,
} from "#schemas/column.ts";

/** A document that was coded. Modelled on the Origin record of Our World in Data. */
export const Source = z.strictObject({
  source_id: id({ title: "Source", description: "The document's id.", example: "acled-2023" }),
  title: label({ title: "Title", description: "Title of the document.", example: "Actor Profile: JNIM" }),
  authors: list({
    title: "Authors",
    description: "Authors, joined by semicolons; empty where there is no byline.",
    example: "David Doukhan",
  }),
  publisher: optional(label({ title: "Publisher", description: "Who published it.", example: "ACLED" })),
  date_published: partialDate({
    title: "Date of publication",
    description: "When it was published, EDTF. No statement of the document speaks of a later time, forecasts aside.",
    example: "2023-11-13",
  }),
  date_published_basis: code(dateBasis, {
    title: "Basis of the date",
    description: "How the date of publication is known.",
    example: "found",
  }),
  url: url({ title: "URL", description: "Where the publisher has it.", example: "https://acleddata.com/" }),
  url_copy: url({
    title: "URL of the copy",
    description: "Where the copy that was coded, or a copy of it, stands.",
    example: "https://example.org/",
  }),
  language: label({ title: "Language", description: "Language of the text that was coded, ISO 639-1.", example: "en" }),
  original_language: optional(
    label({ title: "Original language", description: "Language in which it was written, ISO 639-1.", example: "tr" }),
  ),
  licence: optional(
    label({
      title: "Licence of the text",
      description: "Licence of the text, where it is known.",
      example: "CC BY-NC-ND 4.0",
    }),
  ),
  date_accessed: day({
    title: "Date accessed",
    description: "Day on which the text was fetched, where it is known.",
    example: "2026-11-01",
  }),
  sha256: sha256({
    title: "Hash of the text",
    description:
      "SHA-256 of the text file as received, so that a reader can tell whether a text is the one that was coded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
  derived_from: references("sources.source_id", {
    title: "Derived from",
    description: "Sources that this one retells. Sources tied in this way count as one. Joined by semicolons.",
    example: "acled-2023",
  }),
  source_type: code(sourceType, {
    title: "Type of source",
    description: "What kind of document it is.",
    example: "research_profile",
  }),
  reliability: code(reliability, {
    title: "Reliability",
    description: "Reliability of the source, Admiralty system A to F.",
    example: "B",
  }),
  reliability_reason: text({
    title: "Reason for the reliability",
    description: "Why it was judged so, in one sentence.",
    example: "Collects its own data by a public method.",
  }),
});
export type Source = z.infer<typeof Source>;

/** A group, force, body or public person that the sources speak of. */
export const Actor = z.strictObject({
  actor_id: id({ title: "Actor", description: "The actor's id.", example: "jnim" }),
  name: label({
    title: "Name",
    description: "The name by which these data call the actor; the sources' names are in actor_names.",
    example: "Katiba Macina",
  }),
  acronym: optional(label({ title: "Acronym", description: "The common acronym.", example: "JNIM" })),
  actor_type: code(actorType, {
    title: "Type of actor",
    description: "What kind of actor it is.",
    example: "jihadist_group",
  }),
  country: optional(
    code(country, {
      title: "Country",
      description: "The country to which the actor belongs, ISO 3166-1 alpha-3; empty where it is several or none.",
      example: "MLI",
    }),
  ),
  description: text({
    title: "Description",
    description: "Who it is, in one plain sentence.",
    example: "The Malian armed forces.",
  }),
});
export type Actor = z.infer<typeof Actor>;

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

/** A work that a source cites. */
export const CitedWork = z.strictObject({
  work_id: id({ title: "Work", description: "The work's id.", example: "wrk-011" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document that cites it.",
    example: "ict-2024",
  }),
  evidence: evidence({ title: "Evidence", description: "The sentences in which it is cited.", example: "p47s1" }),
  title: optional(
    label({
      title: "Title",
      description: "Title as cited; empty where only a link is given.",
      example: "World Report 2024: Mali",
    }),
  ),
  language: optional(
    label({
      title: "Language",
      description: "Language of the work, ISO 639-1, where its title shows it.",
      example: "fr",
    }),
  ),
  url: url({ title: "URL", description: "As cited.", example: "https://www.hrw.org/" }),
  authors: list({ title: "Authors", description: "Authors as cited, joined by semicolons.", example: "Liam Karr" }),
  publisher: optional(
    label({ title: "Publisher", description: "Publisher or outlet as cited.", example: "Human Rights Watch" }),
  ),
  date_published: partialDate({ title: "Date of publication", description: "As cited, EDTF.", example: "2022-01-14" }),
  date_accessed: day({
    title: "Date accessed",
    description: "Day on which the document's author accessed it, as cited.",
    example: "2025-04-24",
  }),
  note_number: optional(label({ title: "Note", description: "Number of the note in the document.", example: "4" })),
});
export type CitedWork = z.infer<typeof CitedWork>;

/** A slip in a source: coded as meant, and listed here. */
export const Erratum = z.strictObject({
  erratum_id: id({ title: "Erratum", description: "The erratum's id.", example: "err-003" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document with the slip.",
    example: "ict-2024",
  }),
  evidence: evidence({ title: "Evidence", description: "The sentence with the slip.", example: "p18s2" }),
  as_printed: label({
    title: "As printed",
    description: "The slip as printed, six words at most.",
    example: "Mufti region",
  }),
  corrected: optional(
    label({
      title: "Corrected",
      description: "What was meant; empty where that is not certain.",
      example: "Mopti region",
    }),
  ),
  reason: text({
    title: "Reason",
    description: "How the slip is known to be one.",
    example: "No region has this name.",
  }),
  is_certain: boolean({
    title: "Certain",
    description: "Whether what was meant is certain. Where it is not, the data keep what is printed.",
    example: true,
  }),
});
export type Erratum = z.infer<typeof Erratum>;

/** A coder's decision for one record and column, where the rule would be wrong. */
export const Decision = z.strictObject({
  table: label({ title: "Table", description: "Published table of the record.", example: "events" }),
  record_id: id({ title: "Record", description: "The record.", example: "evt-004" }),
  column: label({ title: "Column", description: "The coded column.", example: "date" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The source whose value is to be published.",
    example: "ict-2024",
  }),
  reason: text({
    title: "Reason",
    description: "Why the rule would be wrong here.",
    example: "The other source dates the publication, not the event.",
  }),
});
export type Decision = z.infer<typeof Decision>;

/** The tombstone of an id that was published and is used no longer. */
export const Retired = z.strictObject({
  table: label({ title: "Table", description: "Published table of the record.", example: "events" }),
  record_id: id({ title: "Record", description: "The id that is no longer used.", example: "evt-004" }),
  reason: text({
    title: "Reason",
    description: "Why the record was withdrawn.",
    example: "It was the same event as evt-002.",
  }),
  replaced_by: optional(
    id({
      title: "Replaced by",
      description: "The id that stands in its place, in the same table.",
      example: "evt-002",
    }),
  ),
});
export type Retired = z.infer<typeof Retired>;

/** A sentence that was read and holds nothing to code. */
export const PassedOver = z.strictObject({
  source_id: reference("sources.source_id", { title: "Source", description: "The document.", example: "ict-2024" }),
  locator: evidence({ title: "Locator", description: "The sentences passed over.", example: "p9s1" }),
  reason: code(passedOverReason, { title: "Reason", description: "Why they are passed over.", example: "heading" }),
});
export type PassedOver = z.infer<typeof PassedOver>;
