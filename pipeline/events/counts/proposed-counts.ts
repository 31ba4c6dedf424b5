import type { CodedRow } from "#schemas/coded-tables.ts";
import type { ClaimAnswer } from "./answer-counts.ts";
import { CLAIM_TABLE } from "./claim.ts";
import { areaCode } from "./claim-area.ts";

/** What was counted, as rows of event_counts that nobody has taken over yet: in the order of the answers. */
export const proposedCounts = (answers: readonly ClaimAnswer[]): CodedRow<"event_counts">[] =>
  answers.flatMap(({ claim, query, area, window, sources }) =>
    area === null || window === null
      ? []
      : sources.flatMap(({ edition: { event_source, event_edition, sha256 }, counts }) =>
          counts.map(({ definition, counted, nEvents, nEventsAll, nVague }) => ({
            table: CLAIM_TABLE,
            record_id: claim.row.record_id,
            event_source,
            event_edition,
            sha256,
            query: query.name,
            definition,
            window: window.from,
            window_first: window.first,
            window_last: window.last,
            area: areaCode(area),
            counted,
            n_events: nEvents,
            n_events_all: nEventsAll,
            n_vague: nVague,
            coder: null,
            reason: null,
          })),
        ),
  );
