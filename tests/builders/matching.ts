import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import { type Aliases, readAliases } from "#pipeline/events/aliases.ts";
import { eventQueries } from "#pipeline/events/current-editions.ts";
import type { Candidate } from "#pipeline/events/match/candidate.ts";
import { findCandidates } from "#pipeline/events/match/find-candidates.ts";
import type { MatchRecord } from "#pipeline/events/match/match-record.ts";
import { openEventEngine } from "#pipeline/io/event-engine.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import type { CanonicalEvent } from "#schemas/events/canonical-event.ts";
import { writeEvents } from "#tests/builders/event-parquet.ts";

const alias = (name: string, actor_id: string, family_id = actor_id) => ({
  event_source: "ucdp-ged",
  name,
  actor_id,
  family_id,
  valid_from: null,
  valid_to: null,
  countries: null,
});

/** Invented actors. The rebels are two actors of one family. */
const someAliases = readAliases([
  alias("Government of Testland", "army"),
  alias("Test Rebels", "rebels"),
  alias("Test Rebels, north", "rebels-north", "rebels"),
  alias("Other Rebels", "others"),
]);

/** The record of the event that `anEvent` builds. */
export const aMatchRecord = ({
  day = "2021-06-15",
  ...cells
}: Partial<MatchRecord> & { readonly day?: string } = {}): MatchRecord => ({
  record_id: "evt-001",
  day_first: dayNumber(day),
  day_last: dayNumber(day),
  date_prec: 1,
  latitude: 14.5,
  longitude: -4.2,
  where_prec: 1,
  iso3: "MLI",
  admin1_key: "ML05",
  sides: [["army"], ["rebels"]],
  ...cells,
});

const matchQueries = { match: readEventQuery("match"), candidateEvents: readEventQuery("candidate-events") };

/** What the query `match` finds for records among events. */
export async function candidatesOf(
  records: readonly MatchRecord[],
  events: readonly CanonicalEvent[],
  aliases: Aliases = someAliases,
): Promise<Candidate[]> {
  const staged = mkdtempSync(join(tmpdir(), "jnim-matching-"));
  try {
    const engine = await openEventEngine(eventQueries(await writeEvents(staged, events)), join(staged, "spill"));
    try {
      return await findCandidates(engine, matchQueries, { records, aliases });
    } finally {
      await engine.close();
    }
  } finally {
    rmSync(staged, { recursive: true });
  }
}
