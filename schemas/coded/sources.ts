import { z } from "zod";
import { dateBasis, reliability, sourceStatus, sourceType } from "#schemas/codelists/sources.ts";
import {
  code,
  day,
  id,
  integer,
  label,
  language,
  list,
  optional,
  partialDate,
  references,
  sha256,
  text,
  url,
} from "#schemas/column.ts";

/** A document that was coded. Modelled on the Origin record of Our World in Data. */
export const Source = z.strictObject({
  source_id: id({ title: "Source", description: "The document's id.", example: "acled-2023" }),
  status: code(sourceStatus, {
    title: "Status",
    description: "Whether what the document says is published.",
    example: "published",
  }),
  title: label({ title: "Title", description: "Title of the document.", example: "Actor Profile: JNIM" }),
  authors: list({
    title: "Authors",
    description: "Authors, joined by semicolons; empty if there is no byline.",
    example: "David Doukhan",
  }),
  publisher: optional(label({ title: "Publisher", description: "Who published it.", example: "ACLED" })),
  date_published: partialDate({
    title: "Date of publication",
    description:
      "When it was published, in EDTF. No statement of the document is about a later time, except forecasts.",
    example: "2023-11-13",
  }),
  date_published_basis: code(dateBasis, {
    title: "Basis of the date",
    description: "How the date of publication is known.",
    example: "found",
  }),
  url: url({ title: "URL", description: "Where the publisher makes it available.", example: "https://acleddata.com/" }),
  url_copy: url({
    title: "URL of the copy",
    description: "Where to find the copy that was coded, or a copy of it.",
    example: "https://example.org/",
  }),
  language: language({
    title: "Language",
    description: "Language of the text that was coded, ISO 639-1.",
    example: "en",
  }),
  original_language: optional(
    language({
      title: "Original language",
      description: "Language that it was first written in, ISO 639-1.",
      example: "tr",
    }),
  ),
  licence: optional(
    label({
      title: "Licence of the text",
      description: "Licence of the text, if it is known.",
      example: "CC BY-NC-ND 4.0",
    }),
  ),
  date_accessed: day({
    title: "Date accessed",
    description: "Day on which the text was fetched, if it is known.",
    example: "2026-11-01",
  }),
  sha256: sha256({
    title: "Hash of the text",
    description:
      "SHA-256 of the text file as received, so that a reader can tell whether a text is the one that was coded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
  original_sha256: optional(
    sha256({
      title: "Hash of the original",
      description: "SHA-256 of the file that the text was made from, such as a PDF, if that file is at hand.",
      example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
    }),
  ),
  original_media_type: optional(
    label({
      title: "Media type of the original",
      description: "IANA media type of the file that the text was made from, if that file is at hand.",
      example: "application/pdf",
    }),
  ),
  original_n_pages: integer(
    {
      title: "Pages of the original",
      description: "Number of pages of the file that the text was made from, if it has pages.",
      example: 24,
    },
    { least: 1 },
  ),
  text_made_by: optional(
    text({
      title: "How the text was made",
      description: "How the text was made from the original, if that is known.",
      example: "Converted from the web page by a program.",
    }),
  ),
  derived_from: references("sources.source_id", {
    title: "Derived from",
    description: "Sources that this one retells. Sources linked in this way count as one. Joined by semicolons.",
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
    description: "Why the source has this grade, in one sentence.",
    example: "Collects its own data by a public method.",
  }),
});
