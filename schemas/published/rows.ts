import { z } from "zod";
import { Actor } from "#schemas/coded/actors.ts";
import { CitedWork } from "#schemas/coded/cited-works.ts";
import { DisagreementSide } from "#schemas/coded/disagreement-sides.ts";
import { Disagreement } from "#schemas/coded/disagreements.ts";
import { ExpansionStep } from "#schemas/coded/expansion.ts";
import { Place } from "#schemas/coded/places.ts";
import { Source } from "#schemas/coded/sources.ts";
import { foundBy } from "#schemas/codelists/disagreements.ts";
import { country } from "#schemas/codelists/places.ts";
import { certainty, claimStatus, passedOverReason } from "#schemas/codelists/statements.ts";
import {
  boolean,
  code,
  count,
  derivedId,
  derivedReference,
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
import { decidingRules } from "#schemas/resolution-rules.ts";

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
  aspect: "source",
});
const number = (title: string, description: string) => integer({ title, description, example: 12 });
const offset = (title: string, description: string) =>
  integer({ title, description, example: 12, isForPrograms: true });

/** Where one sentence stands in its document, and its hash; never its words. */
const position = {
  source_id: reference("source_provenance.source_id", {
    title: "Source",
    description: "The document.",
    example: "acled-2023",
  }),
  locator,
  line: number("Line", "Line of the text, counted from 1."),
  start: offset("Start", "UTF-16 offset of the sentence in the text (NFC, LF line ends)."),
  end: offset("End", "UTF-16 offset just after the sentence."),
  page: number("Page", "Page of the original, counted from 1; empty if it has no pages, or if they are not known."),
  sha256: sha256({
    title: "Hash",
    description: "SHA-256 of the sentence, with white space collapsed and quotes, dashes and ligatures folded.",
    example: "a99e47a929295b2825e37d94d12682eca54e43188dd576862c1bcec02367f147",
  }),
};

/** One row per published record and sentence that it is based on. */
export const Evidence = z.strictObject({
  table,
  record_id: derivedId({ title: "Record", description: "The id of the record.", example: "exp-014" }),
  ...position,
});

/** One row per sentence that was read and that no row is based on. */
export const PassedOverSentence = z.strictObject({
  ...position,
  reason: code(passedOverReason, {
    title: "Reason",
    description: "Why the sentence is passed over.",
    example: "heading",
  }),
});

/** Every cell of every statement, and what became of it. */
export const Claim = z.strictObject({
  claim_id: label({
    title: "Claim",
    description: "The claim's id. It depends on the table, record, source, evidence and column, not on the value.",
    example: "clm-3f9a1c20b7d4-date",
    isForPrograms: true,
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
    aspect: "source",
    isForPrograms: true,
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
  rule: code(decidingRules, {
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
      "Rank of the step among the actor's dated steps in order of time, counted from 1. Steps whose dates allow the same days share one number. Empty if the step has no date.",
    example: 4,
    aspect: "when",
  }),
});

/** How much is known about when an actor's expansion reached a country. */
export const CountryExpansion = publishedRegister(
  z.strictObject({
    actor_id: reference("actors.actor_id", {
      title: "Actor",
      description: "The actor whose steps are summed up.",
      example: "jnim",
    }),
    country: label({
      title: "Country",
      description: "The country of the steps. Steps in a place that spans several countries are not in this table.",
      example: "Burkina Faso",
      aspect: "where",
    }),
    iso3: code(country, {
      title: "Country code",
      description: "ISO 3166-1 alpha-3.",
      example: "BFA",
      aspect: "where",
      isForPrograms: true,
    }),
    n_steps: count({ title: "Steps", description: "Number of steps in the country.", example: 6 }),
    n_dated_steps: count({ title: "Dated steps", description: "How many of them have a date.", example: 2 }),
    n_undated_steps: count({
      title: "Undated steps",
      description: "How many of them have no date. Any of them may be earlier than the earliest dated step.",
      example: 4,
    }),
    earliest_dated_step_ids: list({
      title: "Earliest dated step",
      description:
        "The step with the earliest date_earliest, or if that is equal the earliest date_latest; several if their dates allow the same days. Empty if no step has a date. Joined by semicolons.",
      example: "exp-014",
    }),
    date: partialDate({
      title: "Date of the earliest dated step",
      description:
        "The date of that step, as it is in expansion_timeline. It does not say when the actor first came to the country.",
      example: "2018-41",
    }),
    undated_step_ids: list({
      title: "Undated steps, ids",
      description: "The steps that have no date. Joined by semicolons.",
      example: "exp-021; exp-030",
    }),
  }),
);

/** A question that the sources answer differently, found by a coder or by the machine. */
export const PublishedDisagreement = z.strictObject({
  disagreement_id: derivedId({
    title: "Disagreement",
    description:
      "The disagreement's id: dis-001 if a coder found it, dis-<record>-<column> if the machine did. The second kind exists as long as the conflict does.",
    example: "dis-001",
  }),
  question: Disagreement.shape.question,
  kind: Disagreement.shape.kind,
  note: Disagreement.shape.note,
  found_by: code(foundBy, {
    title: "Found by",
    description: "Whether a reader found it in the documents, or the machine in one column of one record.",
    example: "coder",
  }),
  n_sides: count({ title: "Sides", description: "Number of different positions.", example: 2, aspect: "agreement" }),
  n_sources: count({
    title: "Sources",
    description: "Number of sources that hold a position.",
    example: 2,
    aspect: "agreement",
  }),
  n_independent_sources: count({
    title: "Independent sources",
    description: "The same number, with sources linked by derived_from counted as one.",
    example: 2,
    aspect: "agreement",
  }),
  source_ids: list({
    title: "Source ids",
    description: "The sources that hold a position. Joined by semicolons.",
    example: "acled-2023; ict-2024",
    aspect: "source",
  }),
});

/** What one source says on such a question. */
export const PublishedSide = z.strictObject({
  disagreement_id: derivedReference("disagreements.disagreement_id", {
    title: "Disagreement",
    description: "The disagreement that it is a side of.",
    example: "dis-001",
  }),
  side: DisagreementSide.shape.side,
  table,
  record_id: record,
  source_id: reference("source_provenance.source_id", {
    title: "Source",
    description: "The document that holds the position.",
    example: "ict-2024",
  }),
  evidence: DisagreementSide.shape.evidence,
  column: DisagreementSide.shape.column,
  position: DisagreementSide.shape.position,
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
    code(decidingRules, {
      title: "Rule",
      description: "The rule that turns statements into the value.",
      example: "most_precise",
    }),
  ),
  is_key: boolean({ title: "Key", description: "Whether the column is part of the table's key.", example: false }),
  is_required: boolean({ title: "Required", description: "Whether the cell is never empty.", example: true }),
  example: optional(label({ title: "Example", description: "A value, either made up or real.", example: "2018-41" })),
});
