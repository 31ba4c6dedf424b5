import type { LinkRow as CheckedLink } from "#pipeline/events/check-links.ts";

/** A row of an event_links.csv, as far as it is needed to know which candidates a person has seen. */
export interface LinkRow extends CheckedLink {
  readonly table: string;
  /** Empty if nobody has decided. */
  readonly verdict: string;
}
