import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTable } from "#pipeline/commands/events/open-table.ts";
import { readFileRows } from "#pipeline/commands/events/read-rows.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { NO_PROGRESS } from "#pipeline/core/progress.ts";
import { admin1Keys } from "#pipeline/events/admin1-key.ts";
import type { ReadEvent } from "#pipeline/events/import/read-event.ts";
import { openEventFile } from "#pipeline/io/event-file.ts";
import { acled } from "#schemas/events/profiles/acled.ts";
import { ucdpGed } from "#schemas/events/profiles/ucdp-ged.ts";
import type { EventFileKind, TrueEvent } from "./event-files.ts";

const profileOf = (kind: EventFileKind) => (kind === "ged" ? ucdpGed : acled);

let files = 0;

/** Reads a file as `events import` does, up to where the rows of an edition are compared. */
export async function readEventFile(kind: EventFileKind, bytes: Uint8Array) {
  files += 1;
  const path = join(tmpdir(), `jnim-event-file-${process.pid}-${files}`);
  writeFileSync(path, bytes);
  const file = openEventFile(path);
  if (file === null) throw new Error("The file was just written.");
  try {
    const profile = profileOf(kind);
    const table = await openTable(file, profile);
    const context = {
      profile,
      keyOf: admin1Keys([]),
      signal: new AbortController().signal,
      progress: NO_PROGRESS,
    };
    let read: { events: ReadEvent[]; issues: Issue[] } = { events: [], issues: [] };
    await readFileRows(table, context, () => {
      const attempt: typeof read = { events: [], issues: [] };
      read = attempt;
      return {
        event: (event: ReadEvent) => attempt.events.push(event),
        issue: (issue: Issue) => attempt.issues.push(issue),
      };
    });
    return read;
  } finally {
    file.close();
    rmSync(path);
  }
}

/** The cells that every file of the kind has of an event. */
export function cellsOf(kind: EventFileKind, event: TrueEvent) {
  const day = Date.parse(event.day) / 86_400_000;
  const isGed = kind === "ged";
  return {
    event_id: isGed ? event.id : `MLI${event.id}`,
    date_start: event.day,
    date_end: event.day,
    day_first: day,
    day_last: day,
    date_prec: 1,
    latitude: event.latitude,
    longitude: event.longitude,
    where_prec: 1,
    country: event.country,
    iso3: { Mali: "MLI", Niger: "NER" }[event.country] ?? "BFA",
    admin1: isGed ? `${event.admin1} region` : event.admin1,
    location: event.location,
    actor_a: event.actorA,
    actor_b: event.actorB,
    assoc_a: null,
    assoc_b: null,
    event_kind: event.type === 3 ? "against_civilians" : "armed_clash",
    deaths_low: isGed ? event.deaths : null,
    deaths_best: event.deaths,
    deaths_high: isGed ? event.deaths + 1 : null,
    year: Number(event.day.slice(0, 4)),
  };
}
