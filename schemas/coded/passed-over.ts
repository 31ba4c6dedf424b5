import { z } from "zod";
import { passedOverReason } from "#schemas/codelists/statements.ts";
import { code, evidence, reference } from "#schemas/column.ts";

/** A sentence that was read and contains nothing to code. */
export const PassedOver = z.strictObject({
  source_id: reference("sources.source_id", { title: "Source", description: "The document.", example: "ict-2024" }),
  locator: evidence({ title: "Locator", description: "The sentences passed over.", example: "p9s1" }),
  reason: code(passedOverReason, {
    title: "Reason",
    description: "Why the sentences are passed over.",
    example: "heading",
  }),
});
