import { z } from "zod";
import { isHead } from "#schemas/coded/statement.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import { code, columnsOf, id, integer, label, list, optional, type Shape } from "#schemas/column.ts";
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
  const stated = columnsOf(coded).filter(({ name }) => !isHead(name));
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
  as_of: optional(
    label({
      title: "As of",
      description:
        "Date of publication (EDTF) of the record's latest source. If date is empty, the record describes the situation as of then.",
      example: "2023-11-13",
    }),
  ),
  agreement: code(agreement, {
    title: "Agreement",
    description: "Whether the record's statements agree.",
    example: "corroborated",
  }),
  conflicting_columns: list({
    title: "Columns in conflict",
    description: "The coded columns in which statements cannot all be right. Joined by semicolons.",
    example: "date",
  }),
  n_sources: integer({
    title: "Sources",
    description: "Number of sources that have a statement about the record.",
    example: 2,
  }),
  n_independent_sources: integer({
    title: "Independent sources",
    description: "The same number, with sources linked by derived_from counted as one.",
    example: 1,
  }),
  source_ids: label({
    title: "Source ids",
    description: "The sources that have a statement about the record. Joined by semicolons.",
    example: "acled-2023; ict-2024",
  }),
  evidence: label({
    title: "Evidence",
    description:
      "The sentences that the record is based on, as source:locator. Joined by semicolons; the table evidence has a row for each.",
    example: "acled-2023:p12s3",
  }),
} satisfies Shape;
