import type { ClaimAnswer, SourceAnswer } from "./answer-counts.ts";
import { CLAIM_TABLE, claimTitle } from "./claim.ts";
import { areaCode } from "./claim-area.ts";
import { formatUncountable, formatUncountableIn } from "./uncountable.ts";

/** All of the answers for programs, in plain values; a reason has its words beside its facts. */
export const countsForPrograms = (answers: readonly ClaimAnswer[]) =>
  answers.map(({ claim, query, area, window, reason, sources }) => ({
    table: CLAIM_TABLE,
    record_id: claim.row.record_id,
    title: claimTitle(claim),
    claim: claim.row,
    query: { name: query.name, measure: query.measure, description: query.description },
    area: area === null ? null : areaCode(area),
    window,
    reason: reason === null ? null : { ...reason, words: formatUncountable(reason) },
    sources: sources.map(sourceForPrograms),
  }));

const sourceForPrograms = ({ edition, reason, covered, missingKinds, counts }: SourceAnswer) => ({
  event_source: edition.event_source,
  event_edition: edition.event_edition,
  sha256: edition.sha256,
  inclusion_rule: edition.inclusion_rule,
  reason: reason === null ? null : { ...reason, words: formatUncountableIn(reason) },
  covered,
  missing_kinds: missingKinds,
  counts: counts.map(({ definition, counted, nEvents, nEventsAll, nVague, names, others }) => ({
    definition,
    counted,
    n_events: nEvents,
    n_events_all: nEventsAll,
    n_vague: nVague,
    names: names.map(({ key, name, nEvents: n_events }) => ({ key, name, n_events })),
    others,
  })),
});
