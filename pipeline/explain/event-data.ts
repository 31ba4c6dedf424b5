import { formatDistance } from "#pipeline/core/format-distance.ts";
import { thousands } from "#pipeline/core/format-input-fault.ts";
import { counted, plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { labelIn } from "#schemas/codelist.ts";
import { countDefinition, linkDecidedBy, linkVerdict } from "#schemas/codelists/event-data.ts";
import { countQueries } from "#schemas/events/count-queries.ts";

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
  /** For a share, the number of events that it is a share of. */
  readonly nEventsAll: number | null;
  readonly nVague: number;
  readonly coder: string;
  readonly reason: string | null;
}

/** A row of event_links or event_counts: of a release, with texts, or of what is about to be one. */
type EventRow = Readonly<Record<string, string | number | boolean | null>>;

const text = (row: EventRow, column: string) => String(row[column] ?? "");
const textOrNull = (row: EventRow, column: string) => text(row, column) || null;
const number = (row: EventRow, column: string) => Number(row[column] ?? 0);
const numberOrNull = (row: EventRow, column: string) => (text(row, column) === "" ? null : number(row, column));

export const explainLink = (row: EventRow): ExplainedLink => ({
  eventSource: text(row, "event_source"),
  eventEdition: text(row, "event_edition"),
  eventId: text(row, "event_id"),
  verdict: text(row, "verdict"),
  decidedBy: text(row, "decided_by"),
  coder: textOrNull(row, "coder"),
  reason: textOrNull(row, "reason"),
  distanceM: numberOrNull(row, "distance_m"),
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
  nEventsAll: numberOrNull(row, "n_events_all"),
  nVague: number(row, "n_vague"),
  coder: text(row, "coder"),
  reason: textOrNull(row, "reason"),
});

export function formatLink(link: ExplainedLink): string {
  const { eventSource, eventEdition, eventId, verdict, decidedBy, coder, reason, distanceM, gapDays } = link;
  const apart = [...(distanceM === null ? [] : [formatDistance(distanceM)]), plural(gapDays, "day")];
  const by = coder ?? `the rule "${labelIn(linkDecidedBy, decidedBy).toLowerCase()}"`;
  const words = `${labelIn(linkVerdict, verdict).toLowerCase()}, decided by ${by}; ${apart.join(" and ")} apart.`;
  return wrapText(`${eventId}: ${words}${after(reason)}`, `  ${eventSource} ${eventEdition} `, "    ");
}

/** Counts, and then what their queries and definitions mean, each once. */
export function formatCounts(counts: readonly ExplainedCount[]): string[] {
  const queries = countQueries.filter(({ name }) => counts.some(({ query }) => query === name));
  const definitions = countDefinition.codes.filter(({ code }) => counts.some(({ definition }) => definition === code));
  return [
    ...counts.map(formatCount),
    ...queries.map(({ name, description }) => wrapText(description, `  Query ${name}: `, "    ")),
    ...definitions.map(({ label, definition }) =>
      wrapText(definition, `  Definition ${label.toLowerCase()}: `, "    "),
    ),
  ];
}

function formatCount(count: ExplainedCount): string {
  const { eventSource, eventEdition, query, definition, area, windowFirst, windowLast, reason } = count;
  const window = `${area}, ${windowFirst} to ${windowLast}`;
  const words = `${query}, ${labelIn(countDefinition, definition).toLowerCase()} (${window}): ${formatNumber(count)}.`;
  return wrapText(`${words}${after(reason)}`, `  ${eventSource} ${eventEdition} `, "    ");
}

/** `12 regions (640 events; 14 vague events left out)` */
function formatNumber({ query, definition, counted: number, nEvents, nEventsAll, nVague }: ExplainedCount): string {
  const unit = countQueries.find(({ name }) => name === query)?.unit;
  const events =
    nEventsAll === null ? counted(nEvents, "event") : `${thousands(nEvents)} of ${counted(nEventsAll, "event")}`;
  const vague = `${counted(nVague, "vague event")} ${definition === "wider" ? "among them" : "left out"}`;
  return `${thousands(number)}${unit === undefined ? "" : ` ${unit}`} (${events}; ${vague})`;
}

const after = (reason: string | null) => (reason === null ? "" : ` ${reason}`);
