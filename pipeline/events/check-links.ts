import type { Issue } from "#pipeline/core/issue.ts";

/** A row of an event_links.csv, and where it stands. */
export interface LinkRow {
  readonly file: string;
  readonly line: number;
  readonly table: string;
  readonly record_id: string;
  readonly event_source: string;
  readonly event_id: string;
  readonly event_edition: string;
  readonly event_sha256: string;
  /** Empty if nobody has decided. */
  readonly verdict: string;
}

/** An event that counts now. */
export interface CurrentEvent {
  readonly event_source: string;
  readonly event_id: string;
  readonly event_edition: string;
  readonly event_sha256: string;
}

interface Imported {
  /** The newest edition of each source that is imported. Links to other sources cannot be checked. */
  readonly newest: ReadonlyMap<string, string>;
  /** The events that links name, as far as they count. */
  readonly events: readonly CurrentEvent[];
}

/** The links whose event is gone, or has changed since a person looked at it. */
export function checkLinks(links: readonly LinkRow[], { newest, events }: Imported): Issue[] {
  const current = new Map(events.map((event) => [keyOf(event), event]));
  return links.flatMap((link): Issue[] => {
    const edition = newest.get(link.event_source);
    if (edition === undefined) return [];
    const event = current.get(keyOf(link));
    const facts = {
      at: { file: link.file, line: link.line, column: event === undefined ? "event_id" : "event_sha256" },
      recordId: link.record_id,
      source: link.event_source,
      eventId: link.event_id,
      edition: link.event_edition,
      newest: event?.event_edition ?? edition,
      isDecided: link.verdict !== "",
    };
    if (event === undefined) return [{ code: "events/link-gone", ...facts }];
    if (event.event_sha256 === link.event_sha256) return [];
    return [{ code: "events/link-changed", ...facts, sha256: event.event_sha256 }];
  });
}

const keyOf = ({ event_source, event_id }: Pick<LinkRow, "event_source" | "event_id">) =>
  JSON.stringify([event_source, event_id]);
