import { z } from "zod";
import { boolean, evidence, id, label, optional, reference, text } from "#schemas/column.ts";
import { atMostSixWords, isFilled, type RowRule, rowRule } from "#schemas/row-rule.ts";

/** A slip in a source. The data have what was meant; the slip is listed here. */
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
    description: "The slip as printed, at most six words.",
    example: "Mufti region",
  }),
  corrected: optional(
    label({
      title: "Corrected",
      description: "What was meant; empty if that is not certain.",
      example: "Mopti region",
    }),
  ),
  reason: text({
    title: "Reason",
    description: "How it is known to be a slip.",
    example: "No region has this name.",
  }),
  is_certain: boolean({
    title: "Certain",
    description: "Whether it is certain what was meant. If it is not, the data keep what is printed.",
    example: true,
  }),
});

export const erratumRules: readonly RowRule[] = [
  atMostSixWords("as_printed"),
  rowRule(Erratum.shape, {
    column: "corrected",
    needs: ["corrected", "is_certain"],
    sentence: "Fill corrected if, and only if, is_certain is TRUE.",
    holds: ({ corrected, is_certain }) => is_certain === isFilled(corrected),
  }),
];
