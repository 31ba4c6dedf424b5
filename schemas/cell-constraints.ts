import { z } from "zod";

const Constraints = z.object({
  /** ECMA-262, as in JSON Schema: not anchored unless it says so. */
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
export type Constraints = z.infer<typeof Constraints>;

const CellSchema = Constraints.extend({ anyOf: z.array(Constraints).optional() });

/** What the schema of a cell demands of its value, read off its JSON Schema, where a cell that may be empty is one of two. */
export function constraintsOf(schema: z.ZodType): Constraints {
  const { anyOf, ...own } = CellSchema.parse(z.toJSONSchema(schema));
  const { pattern, minimum, maximum } = anyOf?.[0] ?? own;
  // zod bounds every whole number by what a double counts exactly: that says nothing of the column.
  const isBound = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return {
    ...(pattern === undefined ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(isBound ? { maximum } : {}),
  };
}
