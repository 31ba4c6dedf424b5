import type { ImportedEdition } from "#schemas/events/edition.ts";
import { eventProfile } from "#schemas/events/profiles.ts";

/** `edition.json` of an edition of a source that this project has a profile of. */
export function anEdition(source: string, edition: string, years: readonly number[]): ImportedEdition {
  const profile = eventProfile(source);
  if (profile === null) throw new Error(`There is no profile ${source}.`);
  const {
    title,
    publisher,
    citation,
    licence,
    url,
    may_publish,
    inclusion_rule,
    editions,
    superseded_by,
    event_types,
  } = profile;
  return {
    event_source: source,
    event_edition: edition,
    sha256: "a".repeat(64),
    files: [{ name: "events.csv", sha256: "a".repeat(64), bytes: 1000, n_rows: 10, n_events: 10, n_unread: 0 }],
    first_day: `${Math.min(...years)}-01-01`,
    last_day: `${Math.max(...years)}-12-31`,
    years: [...years],
    profile: {
      title,
      publisher,
      citation,
      licence,
      url,
      may_publish,
      inclusion_rule,
      editions,
      superseded_by,
      event_types,
    },
    reading_sha256: "b".repeat(64),
  };
}
