import { z } from "zod";
import { aboutRecord, eventEdition } from "#schemas/coded/event-links.ts";
import { countDefinition, countWindow } from "#schemas/codelists/event-data.ts";
import { code, count, integer, knownDay, label, optional, text } from "#schemas/column.ts";

/** The published table with the claims that can be counted. */
export const countedTables = ["actor_profile"] as const;

/** What one query over one edition of event data counts, beside a claim. It is no verdict on the claim. */
export const EventCount = z.strictObject({
  ...aboutRecord,
  ...eventEdition,
  query: label({
    title: "Query",
    description: "The declared query, as in the codebook.",
    example: "regions_active",
  }),
  definition: code(countDefinition, {
    title: "Definition",
    description: "How wide the query is.",
    example: "declared",
  }),
  window: code(countWindow, { title: "Window", description: "Where the window comes from.", example: "date_of_claim" }),
  window_first: knownDay({ title: "First day", description: "First day of the window.", example: "2021-01-01" }),
  window_last: knownDay({ title: "Last day", description: "Last day of the window.", example: "2021-12-31" }),
  area: label({
    title: "Area",
    description: "The area: a country code, a P-code, several joined by +, or world.",
    example: "BFA",
  }),
  counted: count({
    title: "Count",
    description: "What the query counts, in the unit of the claim; for a share, whole percent.",
    example: 12,
  }),
  n_events: count({ title: "Events", description: "Number of events that it rests on.", example: 640 }),
  n_events_all: integer({
    title: "All events",
    description: "For a share, the number of events that it is a share of; else empty.",
    example: 1280,
  }),
  n_vague: count({
    title: "Vague events",
    description: "Events of the actor's family that may or may not lie in the area and the window.",
    example: 14,
  }),
  coder: optional(
    label({
      title: "Coder",
      description: "Who took the row over. A row without a coder is only proposed, and is not published.",
      example: "reader-1",
    }),
  ),
  reason: optional(
    text({
      title: "Reason",
      description: "What a reader should know who compares the two.",
      example: "The source counts all attacks; the event data only those in which somebody died.",
    }),
  ),
});
