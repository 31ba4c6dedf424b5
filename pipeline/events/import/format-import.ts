import { thousands } from "#pipeline/core/format-input-fault.ts";
import { counted } from "#pipeline/core/plural.ts";
import type { TextEncodingName } from "#pipeline/core/to-utf8.ts";
import type { NamedEdition } from "./edition-name.ts";
import type { DayOrder } from "./read-day.ts";

/** Events that a kind of change touches, and the first of their ids. */
export interface EventChange {
  readonly n_events: number;
  readonly examples: readonly string[];
}

/** What an edition changes against what was imported before. */
export interface EditionChanges {
  /** The edition that it is compared with. */
  readonly compared_with: string;
  readonly added: EventChange;
  readonly revised: EventChange;
  /** `null` for a part: an event that is not in it is in another part. */
  readonly removed: EventChange | null;
}

/** How one file was read. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly encoding: TextEncodingName;
  readonly n_rows: number;
  readonly n_events: number;
  readonly n_unread: number;
  /** How 03/04/2021 was read, and whether a row showed it; `null` if no date needed it. */
  readonly day_order: DayOrder | null;
  readonly day_order_is_shown: boolean;
}

/** What an import did. */
export interface ImportSummary {
  readonly status: "imported" | "nothing to do";
  readonly event_source: string;
  readonly event_edition: string;
  readonly edition_from: NamedEdition["from"];
  readonly files: readonly ImportedFile[];
  readonly n_rows: number;
  readonly n_events: number;
  readonly n_unread: number;
  /** Rows that say the same of an event as another row. */
  readonly n_repeated: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly may_publish: boolean;
  readonly changes: EditionChanges | null;
}

const FROM: Readonly<Record<NamedEdition["from"], string>> = {
  option: "as --edition says",
  "file name": "from the name of the file",
  "last day": "the last day of the events, because the name of the file tells no edition",
};

/** What to do with events that are imported. */
const NEXT =
  "Next: npm run pipeline -- events match (which records are which events), or events counts (claims beside counts).";

/** What an import did, in lines for people. `unread` lists the rows that could not be read. */
export function formatImport(summary: ImportSummary, unread: string | null): string[] {
  const { event_source, event_edition, edition_from, n_events, n_unread, n_repeated } = summary;
  const edition = `${event_source}, edition ${event_edition} (${FROM[edition_from]})`;
  if (summary.status === "nothing to do") return [`${edition}: these files are imported already. Nothing to do.`, NEXT];
  const counts = [
    `${counted(n_events, "event")} from ${summary.first_day} to ${summary.last_day}`,
    counted(summary.n_rows, "row"),
    `${thousands(n_unread)} unread`,
    ...(n_repeated === 0 ? [] : [`${thousands(n_repeated)} repeated`]),
  ];
  return [
    `${edition}: ${counts.join(", ")}.`,
    ...(n_unread === 0 || unread === null ? [] : [`The rows that could not be read, with the reasons: ${unread}.`]),
    ...summary.files.flatMap(formatFile),
    ...(summary.changes === null ? [] : formatChanges(summary.changes)),
    ...(summary.may_publish
      ? []
      : ["The profile does not allow publication: ids and counts of this source stay in staged/."]),
    NEXT,
  ];
}

function formatFile({ name, encoding, day_order, day_order_is_shown }: ImportedFile): string[] {
  const lines: string[] = [];
  if (encoding === "mixed") lines.push(`${name}: UTF-8 with letters of windows-1252 among its own; both were read.`);
  else if (encoding !== "utf-8") lines.push(`${name}: read as ${encoding}.`);
  if (day_order === null) return lines;
  const form = day_order === "day_first" ? "day/month/year" : "month/day/year";
  const why = day_order_is_shown ? "as its rows show" : "as the profile says, because no row shows it";
  return [...lines, `${name}: dates such as 03/04/2021 were read as ${form}, ${why}.`];
}

function formatChanges({ compared_with, added, revised, removed }: EditionChanges): string[] {
  const parts = [
    formatChange(added, "added"),
    formatChange(revised, "revised"),
    ...(removed === null ? [] : [formatChange(removed, "removed")]),
  ];
  return [`Compared with edition ${compared_with}: ${parts.join(", ")}.`];
}

const formatChange = ({ n_events, examples }: EventChange, how: string) =>
  `${thousands(n_events)} ${how}${examples.length === 0 ? "" : ` (${examples.join(", ")}${n_events > examples.length ? ", …" : ""})`}`;
