import { z } from "zod";
import { Actor } from "#schemas/coded/actors.ts";
import { CitedWork } from "#schemas/coded/cited-works.ts";
import { ExpansionStep } from "#schemas/coded/expansion.ts";
import { Place } from "#schemas/coded/places.ts";
import { Source } from "#schemas/coded/sources.ts";
import { certainty, claimStatus } from "#schemas/codelists/statements.ts";
import {
  boolean,
  code,
  id,
  integer,
  label,
  list,
  optional,
  partialDate,
  reference,
  sha256,
  text,
} from "#schemas/column.ts";
import { publishedRegister, publishedStatement } from "#schemas/published/statement.ts";

const table = label({ title: "Table", description: "Published table of the record.", example: "expansion_timeline" });
const record = id({ title: "Record", description: "The id of the record.", example: "exp-014" });
const locator = label({
  title: "Locator",
  description: "The sentence: p12s3 is the 3rd sentence of the 12th non-blank line.",
  example: "p12s3",
});
const sourceIds = list({
  title: "Source ids",
  description: "The sources whose statements mention it. Joined by semicolons.",
  example: "acled-2023; ict-2024",
});
const number = (title: string, description: string) => integer({ title, description, example: 12 });

/** One row per published record and sentence that it is based on. */
export const Evidence = z.strictObject({
  table,
  record_id: record,
  source_id: reference("source_provenance.source_id", {
    title: "Source",
    description: "The document.",
    example: "acled-2023",
  }),
  locator,
  line: number("Line", "Line of the text, counted from 1."),
  start: number("Start", "UTF-16 offset of the sentence in the text (NFC, LF line ends)."),
  end: number("End", "UTF-16 offset just after the sentence."),
  sha256: sha256({
    title: "Hash",
    description: "SHA-256 of the sentence, with white space collapsed and quotes, dashes and ligatures folded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
});

/** Every cell of every statement, and what became of it. */
export const Claim = z.strictObject({
  claim_id: label({
    title: "Claim",
    description: "The claim's id. It depends on the table, record, source, evidence and column, not on the value.",
    example: "clm-3f9a1c20b7d4-date",
  }),
  table,
  record_id: record,
  column: label({ title: "Column", description: "The coded column that the claim fills.", example: "date" }),
  value: text({ title: "Value", description: "The value that the source gives.", example: "2018-41" }),
  source_id: reference("source_provenance.source_id", {
    title: "Source",
    description: "The document that says it.",
    example: "acled-2023",
  }),
  evidence: label({
    title: "Evidence",
    description: "The sentences that say it, as in the coded row.",
    example: "p12s3",
  }),
  certainty: code(certainty, {
    title: "Certainty",
    description: "How strongly the source says it.",
    example: "stated",
  }),
  attributed_to: list({
    title: "Attributed to",
    description: "Who says it, if the source passes on what somebody else says. Joined by semicolons.",
    example: "UNHCR",
  }),
  status: code(claimStatus, { title: "Status", description: "What became of the claim.", example: "accepted" }),
  rule: label({
    title: "Rule",
    description: "The rule that decided the value of the column: the column's own rule, or decision.",
    example: "most_precise",
  }),
});

/** A source, its reliability, and how far it was read and relied on. */
export const SourceProvenance = publishedRegister(Source, {
  n_sentences: number("Sentences", "Sentences in the document."),
  n_sentences_cited: number("Sentences cited", "Sentences that at least one published row is based on."),
  n_sentences_passed_over: number(
    "Sentences passed over",
    "Sentences that were read and contain nothing to code, each with a reason.",
  ),
  n_sentences_unread: number("Sentences unread", "Sentences that are neither cited nor passed over."),
  n_statements: number("Statements", "Coded statements from the document."),
  n_records: number("Records", "Published records about which it has a statement."),
  n_records_alone: number("Records based on it alone", "Published records that are based on no other source."),
});

export const PublishedActor = publishedRegister(Actor, { source_ids: sourceIds });
export const PublishedPlace = publishedRegister(Place, { source_ids: sourceIds });
export const PublishedWork = publishedRegister(CitedWork);

/** The steps of the expansion, in chronological order. */
export const PublishedExpansionStep = publishedStatement(ExpansionStep, {
  sequence: integer({
    title: "Sequence",
    description:
      "Position of the step among the actor's dated steps in order of time, counted from 1; empty if it has no date.",
    example: 4,
  }),
  country_first_date: partialDate({
    title: "First date in the country",
    description: "Date of the actor's earliest dated step in the same country.",
    example: "2018-41",
  }),
  is_first_in_country: boolean({
    title: "First in the country",
    description: "Whether the step is the actor's earliest dated one in its country.",
    example: true,
  }),
});

export const CodelistRow = z.strictObject({
  codelist: label({ title: "Codelist", description: "Name of the list.", example: "tactic" }),
  code: label({ title: "Code", description: "The code as it appears in the data.", example: "embargo" }),
  label: label({ title: "Label", description: "The code in words.", example: "Embargo" }),
  definition: text({
    title: "Definition",
    description: "What the code means.",
    example: "Goods are kept from a place or area.",
  }),
});

/** The data dictionary: one row per column of every published table. */
export const ColumnRow = z.strictObject({
  table,
  column: label({ title: "Column", description: "Name of the column.", example: "date_prec" }),
  position: number("Position", "Position of the column in its table, counted from 1."),
  title: label({ title: "Title", description: "The column in words.", example: "Date" }),
  description: text({
    title: "Description",
    description: "What the column holds.",
    example: "The time, only as precise as the source gives it, in EDTF (ISO 8601-2).",
  }),
  type: label({ title: "Type", description: "Table Schema type.", example: "string" }),
  unit: optional(label({ title: "Unit", description: "Unit of the values.", example: "degrees" })),
  codelist: optional(
    label({ title: "Codelist", description: "The list of codes that the cell may contain.", example: "tactic" }),
  ),
  refers_to: optional(
    label({
      title: "Refers to",
      description: "The published column that the cell refers to.",
      example: "actors.actor_id",
    }),
  ),
  rule: optional(
    label({ title: "Rule", description: "The rule that turns statements into the value.", example: "most_precise" }),
  ),
  is_key: boolean({ title: "Key", description: "Whether the column is part of the table's key.", example: false }),
  is_required: boolean({ title: "Required", description: "Whether the cell is never empty.", example: true }),
  example: optional(label({ title: "Example", description: "A value, either made up or real.", example: "2018-41" })),
});
