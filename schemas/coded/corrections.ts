import { z } from "zod";
import { ids, label, optional, text } from "#schemas/column.ts";

/** Why published records were corrected. A row whose reason a release has published stays, and has no further effect. */
export const Correction = z.strictObject({
  table: label({ title: "Table", description: "Published table of the records.", example: "events" }),
  record_id: ids({
    title: "Records",
    description:
      "The records that were corrected for this reason, joined by semicolons; * for all records of the table that have no reason of their own.",
    example: "evt-004; evt-017",
  }),
  column: optional(
    label({
      title: "Column",
      description: "The coded column that was corrected; empty if the reason is about the whole record.",
      example: "date",
    }),
  ),
  reason: text({
    title: "Reason",
    description: "Why it was corrected, in one plain sentence for readers.",
    example: "The text does not date this event.",
  }),
});
