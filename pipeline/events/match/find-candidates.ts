import type { Aliases } from "#pipeline/events/aliases.ts";
import type { Engine, PortableQuery } from "#pipeline/events/engine.ts";
import { type Candidate, candidateIds, readScored, withFacts } from "./candidate.ts";
import type { MatchRecord } from "./match-record.ts";
import { matchTables } from "./match-tables.ts";

export interface MatchQueries {
  readonly match: PortableQuery;
  readonly candidateEvents: PortableQuery;
}

/**
 * The events that records may be: at most three of each record and source, the best first. The facts of the events come
 * from a query of their own, because an engine may keep all events in memory to join the few with them.
 */
export async function findCandidates(
  { run }: Pick<Engine, "run">,
  queries: MatchQueries,
  { records, aliases }: { readonly records: readonly MatchRecord[]; readonly aliases: Aliases },
): Promise<Candidate[]> {
  const scored = readScored(await run(queries.match, matchTables(records, aliases)));
  if (scored.length === 0) return [];
  return withFacts(scored, await run(queries.candidateEvents, [candidateIds(scored)]));
}
