import { z } from "zod";
import { isHead } from "#schemas/coded/statement.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import { code, columnsOf, id, integer, label, list, optional, type Shape } from "#schemas/column.ts";
import { type PublishedCells, publishedColumns } from "#schemas/published/derived-columns.ts";

/** The schema of a published row whose columns are derived; `rowType` is for the compiler alone and never there. */
export type RowSchema<R> = z.ZodObject & { readonly rowType?: R };

type Inferred<S> = { [C in keyof S]: S[C] extends z.ZodType ? z.infer<S[C]> : never };
type Head = "record_id" | "source_id" | "evidence";

/**
 * The published row of a statement table, derived from its coded row: one row per record. What the sources agree on
 * stands at the end.
 */
export function publishedStatement<S extends Shape, D extends Shape = Record<never, never>>(
  coded: z.ZodObject<S>,
  derived?: D,
): RowSchema<{ record_id: string } & PublishedCells<Omit<S, Head>> & Inferred<D> & Inferred<typeof agreementColumns>> {
  const stated = columnsOf(coded).filter(({ name }) => !isHead(name));
  return z.strictObject({
    record_id: id({ title: "Record", description: "The record's id, never used twice.", example: "exp-014" }),
    ...Object.assign({}, ...stated.map(publishedColumns)),
    ...derived,
    ...agreementColumns,
  });
}

/** The published row of a register: its coded row, with bounds for its dates, and what is counted from the statements. */
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
        "Date of publication (EDTF) of the record's latest source. Where date is empty, the record holds as of then.",
      example: "2023-11-13",
    }),
  ),
  agreement: code(agreement, {
    title: "Agreement",
    description: "How the record's statements go together.",
    example: "corroborated",
  }),
  conflicting_columns: list({
    title: "Columns in conflict",
    description: "The coded columns in which statements can not all be right. Joined by semicolons.",
    example: "date",
  }),
  n_sources: integer({ title: "Sources", description: "Number of sources that speak of the record.", example: 2 }),
  n_independent_sources: integer({
    title: "Independent sources",
    description: "The same, with sources tied by derived_from counted as one.",
    example: 1,
  }),
  source_ids: label({
    title: "Source ids",
    description: "The sources that speak of the record. Joined by semicolons.",
    example: "acled-2023; ict-2024",
  }),
  evidence: label({
    title: "Evidence",
    description:
      "The sentences that the record rests on, as source:locator. Joined by semicolons; one row each in evidence.",
    example: "acled-2023:p12s3",
  }),
} satisfies Shape;
