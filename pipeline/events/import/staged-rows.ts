import { canonicalEvent, type EventColumnName } from "#schemas/events/canonical-event.ts";
import type { ReadEvent } from "./read-event.ts";

/** Columns that are the same for all events of an edition, a file or a partition: they are added when Parquet is written. */
const ADDED: ReadonlySet<EventColumnName> = new Set(["event_source", "event_edition", "file_sha256", "year"]);

const isColumn = (name: string): name is EventColumnName => name in canonicalEvent;

export const eventColumns: readonly EventColumnName[] = Object.keys(canonicalEvent).filter(isColumn);

type StagedColumn = Exclude<EventColumnName, "event_source" | "event_edition" | "file_sha256" | "year">;

const isStaged = (name: EventColumnName): name is StagedColumn => !ADDED.has(name);

export const stagedColumns: readonly StagedColumn[] = eventColumns.filter(isStaged);

/** Where an event was read: the number of its file, from 0, and its line. */
export interface ReadAt {
  readonly file: number;
  readonly line: number;
}

/** An event as a line of CSV for DuckDB: texts are quoted, what is not known is empty. Texts have no line breaks. */
export function stagedLine(event: ReadEvent, { file, line }: ReadAt): string {
  const cells = stagedColumns.map((column) => stagedCell(event[column]));
  cells.push(String(file), `${line}\n`);
  return cells.join(",");
}

function stagedCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return `"${value.includes('"') ? value.replaceAll('"', '""') : value}"`;
}
