import { z } from "zod";
import { isContent } from "#schemas/coded/statement.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import { code, columnsOf, day, id, integer, label, list, optional, reference, type Shape } from "#schemas/column.ts";
import { type PublishedCells, publishedColumns } from "#schemas/published/derived-columns.ts";

/** The schema of a published row whose columns are derived; `rowType` exists for the compiler only. */
export type RowSchema<R> = z.ZodObject & { readonly rowType?: R };

type Inferred<S> = { [C in keyof S]: S[C] extends z.ZodType ? z.infer<S[C]> : never };
type Head = "record_id" | "source_id" | "evidence";

/**
 * The published row of a statement table, derived from its coded row: one row per record. The columns on the sources
 * and their agreement come last.
 */
export function publishedStatement<S extends Shape, D extends Shape = Record<never, never>>(
  coded: z.ZodObject<S>,
  derived?: D,
): RowSchema<{ record_id: string } & PublishedCells<Omit<S, Head>> & Inferred<D> & Inferred<typeof agreementColumns>> {
  const stated = columnsOf(coded).filter(({ name }) => isContent(name));
  return z.strictObject({
    record_id: id({ title: "Record", description: "The record's id, which is never reused.", example: "exp-014" }),
    ...Object.assign({}, ...stated.map(publishedColumns)),
    ...derived,
    ...agreementColumns,
  });
}

/** The published row of a register: its coded row, with bounds for its dates and counts from the statements. */
export function publishedRegister<S extends Shape, D extends Shape = Record<never, never>>(
  coded: z.ZodObject<S>,
  derived?: D,
): RowSchema<PublishedCells<S> & Inferred<D>> {
  return z.strictObject({ ...Object.assign({}, ...columnsOf(coded).map(publishedColumns)), ...derived });
}

const agreementColumns = {
  lead_source_id: reference("source_provenance.source_id", {
    title: "Leading source",
    description:
      "The source of the statement that leads the record: certainty, statement_type, attributed_to and description are its own.",
    example: "acled-2023",
  }),
  lead_evidence: label({
    title: "Evidence of the leading statement",
    description: "The sentences that the leading statement is coded from.",
    example: "p12s3",
    aspect: "source",
    isForPrograms: true,
  }),
  columns_from_others: list({
    title: "Columns from others",
    description:
      "The coded columns whose published value is not that of the leading statement alone. Joined by semicolons.",
    example: "place_id",
    aspect: "source",
    isForPrograms: true,
  }),
  as_of: optional(
    label({
      title: "As of",
      description:
        "Date of publication (EDTF) of the latest source that is heard. If date is empty, the record describes the situation as of then.",
      example: "2023-11-13",
      aspect: "source",
    }),
  ),
  as_of_earliest: day({
    title: "As of, earliest",
    description: "First day that as_of allows; empty if that end is open.",
    example: "2023-11-13",
    aspect: "source",
  }),
  as_of_latest: day({
    title: "As of, latest",
    description: "Last day that as_of allows; empty if that end is open.",
    example: "2023-11-13",
    aspect: "source",
  }),
  agreement: code(agreement, {
    title: "Agreement",
    description: "Whether the record's statements agree.",
    example: "corroborated",
    aspect: "agreement",
  }),
  conflicting_columns: list({
    title: "Columns in conflict",
    description: "The coded columns in which statements cannot all be right. Joined by semicolons.",
    example: "date",
    aspect: "agreement",
  }),
  disagreement_ids: list({
    title: "Disagreements",
    description: "The rows of disagreements that the record is a side of. Joined by semicolons.",
    example: "dis-014",
    aspect: "agreement",
  }),
  n_sources: integer({
    title: "Sources",
    description: "Number of sources that have a statement about the record.",
    example: 2,
    aspect: "agreement",
  }),
  n_independent_sources: integer({
    title: "Independent sources",
    description: "The same number, with sources linked by derived_from counted as one.",
    example: 1,
    aspect: "agreement",
  }),
  source_ids: label({
    title: "Source ids",
    description: "The sources that have a statement about the record. Joined by semicolons.",
    example: "acled-2023; ict-2024",
    aspect: "agreement",
  }),
  evidence: label({
    title: "Evidence",
    description:
      "The sentences that the record is based on, as source:locator. Joined by semicolons; the table evidence has a row for each.",
    example: "acled-2023:p12s3",
    aspect: "source",
    isForPrograms: true,
  }),
  split_from: optional(
    id({
      title: "Split from",
      description:
        "The record that its statements belonged to in an earlier release, until a correction split them off.",
      example: "exp-014",
      aspect: "source",
      isForPrograms: true,
    }),
  ),
} satisfies Shape;
