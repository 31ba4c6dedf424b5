import { z } from "zod";
import { unit } from "#schemas/codelists/attributes.ts";
import { certainty, statementType } from "#schemas/codelists/statements.ts";
import {
  code,
  evidence,
  id,
  list,
  optional,
  partialDate,
  reference,
  references,
  type Shape,
  text,
} from "#schemas/column.ts";
import { atMostSixWords, isFilled, type RowRule, rowRule } from "#schemas/row-rule.ts";

/** The columns that every statement begins with: which record it is about, who says it, and where. */
const statementHead = {
  record_id: id({
    title: "Record",
    description: "What the statement is about. Rows with the same record_id are about the same thing.",
    example: "exp-014",
  }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document that says it.",
    example: "acled-2023",
  }),
  evidence: evidence({
    title: "Evidence",
    description:
      "The sentences that say it. p12s3 is the 3rd sentence of the document's 12th non-blank line, and p12s3-p12s5 is a range. Several are joined by semicolons.",
    example: "p12s3",
  }),
};

/** The columns that every statement ends with: how the source says it. */
const statementTail = {
  statement_type: code(statementType, {
    title: "Type of statement",
    description: "Whether the source reports, assesses or forecasts.",
    example: "reported",
    aspect: "source",
    rule: "lead",
    isAboutSource: true,
  }),
  certainty: code(certainty, {
    title: "Certainty",
    description: "How strongly the source says it.",
    example: "stated",
    aspect: "source",
    rule: "lead",
    isAboutSource: true,
  }),
  attributed_to: list({
    title: "Attributed to",
    description: "Who says it, if the source passes on what somebody else says. Joined by semicolons.",
    example: "UNHCR",
    aspect: "source",
    rule: "lead",
    isAboutSource: true,
  }),
  cited_work_ids: references("cited_works.work_id", {
    title: "Works cited",
    description: "The works that the source cites for this fact. Joined by semicolons.",
    example: "wrk-011",
    isForPrograms: true,
    isAboutSource: true,
  }),
};

/** The columns on the history of the record, which no source states. */
const recordHistory = {
  split_from: optional(
    id({
      title: "Split from",
      description: "The record that its statements belonged to until a correction split them off.",
      example: "exp-014",
      isIdentity: true,
    }),
  ),
};

/** When it happened or was true: in the source's words, and as a date. */
export const when = {
  date_text: optional(
    text({
      title: "Date as worded",
      description: "The source's own words for the time, at most six.",
      example: "second half of 2018",
      aspect: "when",
      follows: "date",
    }),
  ),
  date: partialDate({
    title: "Date",
    description:
      "The time, only as precise as the source gives it, in EDTF (ISO 8601-2). Early, mid and late in a year are the quadrimesters 37, 38 and 39; the first and second half of a year are 40 and 41 (a rule of this project).",
    example: "2018-41",
  }),
};

export const place = optional(
  reference("places.place_id", {
    title: "Place",
    description: "Where it is: the id of a row of places.",
    example: "farabougou",
    isIdentity: true,
  }),
);

/** The unit of the column `amount`. Statements about one record must not differ in it, because their numbers are compared. */
export const unitOf = (example: string) =>
  optional(
    code(unit, {
      title: "Unit",
      description: "Unit of the amount.",
      example,
      rule: "preferred",
      follows: "amount",
      isIdentity: true,
    }),
  );

export const description = text({
  title: "Description",
  description: "What the source says, in one plain sentence in the coder's own words.",
  example: "Operations grew in the southwest of the country.",
  aspect: "description",
  rule: "lead",
});

export const statement = <T extends Shape>(content: T) =>
  z.strictObject({ ...statementHead, ...content, ...statementTail, ...recordHistory });

/** Whether a column holds what the source says, and not which statement the row is or what became of its record. */
export const isContent = (column: string) => !(column in statementHead) && !(column in recordHistory);

/** The rules for every statement. */
export const statementRules: readonly RowRule[] = [
  rowRule(statementTail, {
    column: "attributed_to",
    needs: ["certainty", "attributed_to"],
    sentence: "Fill attributed_to if, and only if, certainty is attributed.",
    holds: ({ certainty, attributed_to }) => (certainty === "attributed") === isFilled(attributed_to),
  }),
];

/** The rules for every row that has a time. */
export const whenRules: readonly RowRule[] = [
  rowRule(when, {
    column: "date_text",
    needs: ["date", "date_text"],
    sentence: "If date is filled, fill date_text with the source's own words for it.",
    holds: ({ date, date_text }) => !isFilled(date) || isFilled(date_text),
  }),
  atMostSixWords("date_text"),
];
