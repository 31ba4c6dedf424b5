import { z } from "zod";
import { evidence, id, label, optional, reference, text } from "#schemas/column.ts";
import { atMostTenWords, type RowRule } from "#schemas/row-rule.ts";

/** What one source says on a question of disagreements.csv. Sources that hold the same position share its side. */
export const DisagreementSide = z.strictObject({
  disagreement_id: reference("disagreements.disagreement_id", {
    title: "Disagreement",
    description: "The disagreement that it is a side of.",
    example: "dis-001",
  }),
  side: id({ title: "Side", description: "The position: a, b and so on.", example: "a" }),
  table: label({ title: "Table", description: "Published table of the record.", example: "actor_profile" }),
  record_id: id({ title: "Record", description: "The record that states the position.", example: "prf-014" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The document that holds the position.",
    example: "ict-2024",
  }),
  evidence: evidence({
    title: "Evidence",
    description: "The sentences that state the position. A statement of the source about the record cites them.",
    example: "p12s3",
  }),
  column: optional(
    label({
      title: "Column",
      description: "The coded column whose values differ; empty if no single column holds the position.",
      example: "amount",
    }),
  ),
  position: text({
    title: "Position",
    description: "The position in at most ten words of the coder's own.",
    example: "about a thousand fighters",
  }),
});

export const disagreementSideRules: readonly RowRule[] = [atMostTenWords("position")];
