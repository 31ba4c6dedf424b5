import { z } from "zod";
import { id, label, reference, text } from "#schemas/column.ts";

/** A coder's decision for one record and column, where the rule would be wrong. */
export const Decision = z.strictObject({
  table: label({ title: "Table", description: "Published table of the record.", example: "events" }),
  record_id: id({ title: "Record", description: "The record that the decision is about.", example: "evt-004" }),
  column: label({ title: "Column", description: "The coded column that the decision is about.", example: "date" }),
  source_id: reference("sources.source_id", {
    title: "Source",
    description: "The source whose value is to be published.",
    example: "ict-2024",
  }),
  reason: text({
    title: "Reason",
    description: "Why the rule would be wrong here.",
    example: "The other source dates the publication, not the event.",
  }),
});
