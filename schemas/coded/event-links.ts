import { z } from "zod";
import { linkDecidedBy, linkVerdict } from "#schemas/codelists/event-data.ts";
import { code, count, id, integer, label, optional, sha256, text } from "#schemas/column.ts";
import { onlyNearCandidate } from "#schemas/events/match-rules.ts";
import { isFilled, type RowRule, rowRule } from "#schemas/row-rule.ts";

/** The published tables whose records can be an event. */
export const linkedTables = ["events", "economic_warfare_incidents", "expansion_timeline"] as const;

/** Which event of which edition of which file: the same in links and counts. */
export const eventEdition = {
  event_source: id({
    title: "Event source",
    description: "The event data, as its profile is called.",
    example: "ucdp-ged",
  }),
  event_edition: label({ title: "Edition", description: "The edition of the event data.", example: "23.1" }),
  sha256: sha256({
    title: "Hash of the file",
    description: "SHA-256 of the file of event data that was imported.",
    example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  }),
};

export const aboutRecord = {
  table: label({ title: "Table", description: "Published table of the record.", example: "events" }),
  record_id: id({ title: "Record", description: "The id of the record.", example: "evt-038" }),
};

/** Whether one record is one event of an event data set: a person's judgement, or that of the one declared rule. */
export const EventLink = z.strictObject({
  ...aboutRecord,
  event_source: eventEdition.event_source,
  event_id: label({ title: "Event", description: "Id of the event in its source.", example: "431002" }),
  event_edition: eventEdition.event_edition,
  sha256: eventEdition.sha256,
  event_sha256: sha256({
    title: "Hash of the event",
    description: "SHA-256 of the event's cells. It shows whether a newer edition changed the event.",
    example: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
  }),
  distance_m: integer({
    title: "Distance",
    description: "Metres between the points; empty if the record has no point.",
    example: 1250,
    unit: "metres",
  }),
  gap_days: count({
    title: "Gap",
    description: "Days between the days that the dates allow; 0 if they share a day.",
    example: 0,
    unit: "days",
  }),
  score: integer(
    { title: "Score", description: "Sum of the parts of the score, 0 to 100. It only sorts candidates.", example: 85 },
    { least: 0, most: 100 },
  ),
  verdict: optional(
    code(linkVerdict, {
      title: "Verdict",
      description: "Whether they are the same event. A row without a verdict is only proposed, and is not published.",
      example: "same",
    }),
  ),
  decided_by: optional(
    code(linkDecidedBy, { title: "Decided by", description: "A person, or the declared rule.", example: "coder" }),
  ),
  coder: optional(label({ title: "Coder", description: "Who decided; empty if the rule did.", example: "reader-1" })),
  reason: optional(
    text({
      title: "Reason",
      description: "Why the verdict is right.",
      example: "Same village, same day, and both name the army base.",
    }),
  ),
});

const { most_m: MOST_M, most_gap_days: MOST_DAYS } = onlyNearCandidate;

export const eventLinkRules: readonly RowRule[] = [
  rowRule(EventLink.shape, {
    column: "decided_by",
    needs: ["verdict", "decided_by"],
    sentence: "decided_by is filled if, and only if, there is a verdict.",
    holds: ({ verdict, decided_by }) => isFilled(verdict) === isFilled(decided_by),
  }),
  rowRule(EventLink.shape, {
    column: "coder",
    needs: ["decided_by", "coder"],
    sentence: "coder is filled if, and only if, decided_by is coder.",
    holds: ({ decided_by, coder }) => isFilled(coder) === (decided_by === "coder"),
  }),
  rowRule(EventLink.shape, {
    column: "reason",
    needs: ["decided_by", "reason"],
    sentence: "A verdict of a coder has a reason.",
    holds: ({ decided_by, reason }) => decided_by !== "coder" || isFilled(reason),
  }),
  rowRule(EventLink.shape, {
    column: "verdict",
    needs: ["verdict", "decided_by", "distance_m", "gap_days"],
    sentence: `The rule only_near_candidate decides for same, within ${MOST_M} m and ${MOST_DAYS} day.`,
    holds: ({ verdict, decided_by, distance_m, gap_days }) =>
      decided_by !== "only_near_candidate" ||
      (verdict === "same" && distance_m !== null && distance_m <= MOST_M && gap_days <= MOST_DAYS),
  }),
];
