import { z } from "zod";
import { day, evidence, id, label, language, list, optional, partialDate, reference, url } from "#schemas/column.ts";

/** A work that a source cites. */
export const CitedWork = z.strictObject({
  work_id: id({ title: "Work", description: "The work's id.", example: "wrk-011" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document that cites the work.",
    example: "ict-2024",
  }),
  evidence: evidence({ title: "Evidence", description: "The sentences in which the work is cited.", example: "p47s1" }),
  title: optional(
    label({
      title: "Title",
      description: "Title as cited; empty if only a link is given.",
      example: "World Report 2024: Mali",
    }),
  ),
  language: optional(
    language({
      title: "Language",
      description: "Language of the work, ISO 639-1, if the title shows it.",
      example: "fr",
    }),
  ),
  url: url({ title: "URL", description: "URL as cited.", example: "https://www.hrw.org/" }),
  authors: list({ title: "Authors", description: "Authors as cited, joined by semicolons.", example: "Liam Karr" }),
  publisher: optional(
    label({ title: "Publisher", description: "Publisher or outlet as cited.", example: "Human Rights Watch" }),
  ),
  date_published: partialDate({
    title: "Date of publication",
    description: "Date of publication as cited, in EDTF.",
    example: "2022-01-14",
  }),
  date_accessed: day({
    title: "Date accessed",
    description: "Day on which the author of the document accessed the work, as cited.",
    example: "2025-04-24",
  }),
  note_number: optional(label({ title: "Note", description: "Number of the note in the document.", example: "4" })),
});
