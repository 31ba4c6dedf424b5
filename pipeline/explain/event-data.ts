import { formatDistance } from "#pipeline/core/format-distance.ts";
import { plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";

/** A link of the record to an event of event data. */
export interface ExplainedLink {
  readonly eventSource: string;
  readonly eventEdition: string;
  readonly eventId: string;
  readonly verdict: string;
  readonly decidedBy: string;
  readonly coder: string | null;
  readonly reason: string | null;
  /** `null` if the record has no point. */
  readonly distanceM: number | null;
  readonly gapDays: number;
}

/** What event data count beside the record. */
export interface ExplainedCount {
  readonly eventSource: string;
  readonly eventEdition: string;
  readonly query: string;
  readonly definition: string;
  readonly area: string;
  /** ISO day. */
  readonly windowFirst: string;
  /** ISO day. */
  readonly windowLast: string;
  readonly counted: number;
  readonly nEvents: number;
  readonly nVague: number;
  readonly coder: string;
  readonly reason: string | null;
}

/** A row of event_links or event_counts: of a release, with texts, or of what is about to be one. */
type EventRow = Readonly<Record<string, string | number | boolean | null>>;

const text = (row: EventRow, column: string) => String(row[column] ?? "");
const textOrNull = (row: EventRow, column: string) => text(row, column) || null;
const number = (row: EventRow, column: string) => Number(row[column] ?? 0);

export const explainLink = (row: EventRow): ExplainedLink => ({
  eventSource: text(row, "event_source"),
  eventEdition: text(row, "event_edition"),
  eventId: text(row, "event_id"),
  verdict: text(row, "verdict"),
  decidedBy: text(row, "decided_by"),
  coder: textOrNull(row, "coder"),
  reason: textOrNull(row, "reason"),
  distanceM: text(row, "distance_m") === "" ? null : number(row, "distance_m"),
  gapDays: number(row, "gap_days"),
});

export const explainCount = (row: EventRow): ExplainedCount => ({
  eventSource: text(row, "event_source"),
  eventEdition: text(row, "event_edition"),
  query: text(row, "query"),
  definition: text(row, "definition"),
  area: text(row, "area"),
  windowFirst: text(row, "window_first"),
  windowLast: text(row, "window_last"),
  counted: number(row, "counted"),
  nEvents: number(row, "n_events"),
  nVague: number(row, "n_vague"),
  coder: text(row, "coder"),
  reason: textOrNull(row, "reason"),
});

export function formatLink(link: ExplainedLink): string {
  const { eventSource, eventEdition, eventId, verdict, decidedBy, coder, reason, distanceM, gapDays } = link;
  const apart = [...(distanceM === null ? [] : [formatDistance(distanceM)]), plural(gapDays, "day")];
  const words = `${verdict}, decided by ${coder ?? decidedBy}; ${apart.join(" and ")} apart.`;
  return wrapText(`${eventId}: ${words}${after(reason)}`, `  ${eventSource} ${eventEdition} `, "    ");
}

export function formatCount(count: ExplainedCount): string {
  const { eventSource, eventEdition, query, definition, area, windowFirst, windowLast, counted, nVague, reason } =
    count;
  const window = `${area}, ${windowFirst} to ${windowLast}`;
  const vague = nVague === 0 ? "" : `, and ${nVague} vague event${nVague === 1 ? "" : "s"}`;
  const words = `${query}, ${definition} (${window}): ${counted}${vague}.`;
  return wrapText(`${words}${after(reason)}`, `  ${eventSource} ${eventEdition} `, "    ");
}

const after = (reason: string | null) => (reason === null ? "" : ` ${reason}`);
