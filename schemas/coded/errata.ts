import { z } from "zod";
import { boolean, evidence, id, label, optional, reference, text } from "#schemas/column.ts";
import { atMostSixWords, isFilled, type RowRule, rowRule } from "#schemas/row-rule.ts";

/** A slip in a source: coded as meant, and listed here. */
export const Erratum = z.strictObject({
  erratum_id: id({ title: "Erratum", description: "The erratum's id.", example: "err-003" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document with the slip.",
    example: "ict-2024",
  }),
  evidence: evidence({ title: "Evidence", description: "The sentence with the slip.", example: "p18s2" }),
  as_printed: label({
    title: "As printed",
    description: "The slip as printed, six words at most.",
    example: "Mufti region",
  }),
  corrected: optional(
    label({
      title: "Corrected",
      description: "What was meant; empty where that is not certain.",
      example: "Mopti region",
    }),
  ),
  reason: text({
    title: "Reason",
    description: "How the slip is known to be one.",
    example: "No region has this name.",
  }),
  is_certain: boolean({
    title: "Certain",
    description: "Whether what was meant is certain. Where it is not, the data keep what is printed.",
    example: true,
  }),
});

export const erratumRules: readonly RowRule[] = [
  atMostSixWords("as_printed"),
  rowRule(Erratum.shape, {
    column: "corrected",
    needs: ["corrected", "is_certain"],
    sentence: "An erratum is certain exactly where it says what was meant.",
    holds: ({ corrected, is_certain }) => is_certain === isFilled(corrected),
  }),
];
