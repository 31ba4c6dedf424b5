import { groupBy } from "#pipeline/core/group-by.ts";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import type { Aliases } from "#pipeline/events/aliases.ts";
import { MOST_SLACK_DAYS, type NotComparable } from "#schemas/events/match-rules.ts";
import type { AskedRecord } from "./asked-records.ts";
import type { Candidate } from "./candidate.ts";
import type { MatchRecord } from "./match-record.ts";

/** A source whose events are sought through, and the days that its imported editions cover. */
export interface MatchedSource {
  readonly event_source: string;
  readonly event_edition: string;
  /** ISO days. */
  readonly first_day: string;
  readonly last_day: string;
}

/** What was found for one record in one source. */
export interface SourceAnswer {
  readonly source: MatchedSource;
  /** Why nothing was compared; `null` if it was. */
  readonly reason: NotComparable | null;
  /** At most three, the best first. */
  readonly candidates: readonly Candidate[];
}

export interface MatchAnswer {
  readonly record: AskedRecord;
  readonly sources: readonly SourceAnswer[];
}

interface Found {
  readonly sources: readonly MatchedSource[];
  readonly aliases: Aliases;
  readonly candidates: readonly Candidate[];
}

/** Every record with every source: candidates, none, or the reason why they were not compared. */
export function matchAnswers(records: readonly AskedRecord[], { sources, aliases, candidates }: Found): MatchAnswer[] {
  const found = groupBy(candidates, ({ record_id, event_source }) => `${record_id}/${event_source}`);
  return records.map((record) => ({
    record,
    sources: sources.map((source) => ({
      source,
      reason: record.reason ?? (record.compared === null ? null : reasonIn(record.compared, source, aliases)),
      candidates: found.get(`${record.record_id}/${source.event_source}`) ?? [],
    })),
  }));
}

function reasonIn({ sides, ...when }: MatchRecord, source: MatchedSource, aliases: Aliases): NotComparable | null {
  const isNamed = sides.flat().some((actor) => aliases.hasFamily(source.event_source, aliases.familyOf(actor)));
  if (!isNamed) return "actor_without_alias";
  const isCovered =
    when.day_first - MOST_SLACK_DAYS <= dayNumber(source.last_day) &&
    when.day_last + MOST_SLACK_DAYS >= dayNumber(source.first_day);
  return isCovered ? null : "no_events_for_its_time";
}
