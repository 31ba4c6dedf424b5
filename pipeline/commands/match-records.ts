import type { Issue } from "#pipeline/core/issue.ts";
import { readAliases } from "#pipeline/events/aliases.ts";
import { checkLinks, type LinkRow } from "#pipeline/events/check-links.ts";
import { countedEditions } from "#pipeline/events/counts/counted-editions.ts";
import { newestEditions } from "#pipeline/events/current-editions.ts";
import { askedRecords } from "#pipeline/events/match/asked-records.ts";
import { candidateIds, readEventFacts } from "#pipeline/events/match/candidate.ts";
import { type TypeMeaning, typeMeanings } from "#pipeline/events/match/event-types.ts";
import { findCandidates } from "#pipeline/events/match/find-candidates.ts";
import { type MatchAnswer, type MatchedSource, matchAnswers } from "#pipeline/events/match/match-answers.ts";
import type { MatchedTable } from "#pipeline/events/match/match-record.ts";
import { recordCountries, type UnmappedName, unmappedNames } from "#pipeline/events/match/unmapped-names.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { type Outcome, resolveRaw } from "#pipeline/run.ts";
import { linkedTables } from "#schemas/coded/event-links.ts";
import { readLinks } from "./events/read-links.ts";
import { keysOf, readUnitList } from "./events/reading-hash.ts";
import { type EngineOptions, openEvents } from "./open-events.ts";

export interface MatchOptions extends EngineOptions {
  readonly raw: string;
  /** The table whose records are matched; all that can be if there is none. */
  readonly table?: MatchedTable | undefined;
}

export interface Matched {
  readonly outcome: Outcome;
  readonly sources: readonly MatchedSource[];
  readonly answers: readonly MatchAnswer[];
  readonly meaningOf: TypeMeaning;
  readonly unmapped: readonly UnmappedName[];
  /** Rows of event_links, in raw/ and in staged/. */
  readonly links: readonly LinkRow[];
  /** Links whose event is gone, or has changed since somebody looked at it. */
  readonly linkIssues: readonly Issue[];
}

/** Reads raw/ and asks the imported events which of them its records may be. */
export async function matchRecords(options: MatchOptions): Promise<Matched> {
  const { raw, staged, table } = options;
  const outcome = resolveRaw(await readRawFolder(raw, []));
  const aliases = readAliases(outcome.staged.tables.actor_aliases.rows.map(({ values }) => values));
  const tables = table === undefined ? linkedTables : [table];
  const asked = askedRecords(outcome.publishable.resolution, tables, keysOf(readUnitList(raw)));
  const records = asked.flatMap(({ compared }) => compared ?? []);
  const { editions, current, engine } = await openEvents(options);
  try {
    const queries = { match: readEventQuery("match"), candidateEvents: readEventQuery("candidate-events") };
    const candidates = await findCandidates(engine, queries, { records, aliases });
    const sides = await engine.run(readEventQuery("unmapped"), [recordCountries(records)]);
    const sources = countedEditions(current, []);
    const links = readLinks(raw, staged);
    const linked = links.length === 0 ? [] : await engine.run(queries.candidateEvents, [candidateIds(links)]);
    const newest = newestEditions(editions);
    return {
      outcome,
      sources,
      answers: matchAnswers(asked, { sources, aliases, candidates }),
      meaningOf: typeMeanings(current),
      unmapped: unmappedNames(sides, aliases),
      links,
      linkIssues: checkLinks(links, { newest, events: readEventFacts(linked) }),
    };
  } finally {
    await engine.close();
  }
}
