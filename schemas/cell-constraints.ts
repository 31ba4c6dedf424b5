import { z } from "zod";

const Constraints = z.object({
  /** A regular expression (ECMA-262), as in JSON Schema: it may match any part of the value unless it has anchors. */
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
export type Constraints = z.infer<typeof Constraints>;

const CellSchema = Constraints.extend({ anyOf: z.array(Constraints).optional() });

/** What a cell's schema requires of its value, read from the JSON Schema. If the cell may be empty, that is in `anyOf`. */
export function constraintsOf(schema: z.ZodType): Constraints {
  const { anyOf, ...own } = CellSchema.parse(z.toJSONSchema(schema));
  const { pattern, minimum, maximum } = anyOf?.[0] ?? own;
  // zod limits every whole number to what a double can represent exactly. That says nothing about the column.
  const isBound = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return {
    ...(pattern === undefined ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(isBound ? { maximum } : {}),
  };
}
