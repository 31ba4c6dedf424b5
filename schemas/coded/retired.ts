import { z } from "zod";
import { id, knownDay, label, optional, text } from "#schemas/column.ts";

/** The tombstone of a retired id, which was published and is no longer used. */
export const Retired = z.strictObject({
  table: label({ title: "Table", description: "Published table of the record.", example: "events" }),
  record_id: id({ title: "Record", description: "The id that is no longer used.", example: "evt-004" }),
  reason: text({
    title: "Reason",
    description: "Why the record was retired.",
    example: "It was the same event as evt-002.",
  }),
  replaced_by: optional(
    id({
      title: "Replaced by",
      description: "The id that replaces it, in the same table.",
      example: "evt-002",
    }),
  ),
  date_retired: knownDay({
    title: "Date retired",
    description: "Day on which a coder retired the record.",
    example: "2026-11-27",
  }),
});
