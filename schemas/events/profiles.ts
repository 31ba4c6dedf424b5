import type { EventProfile } from "./profile.ts";
import { acled } from "./profiles/acled.ts";
import { ucdpCandidate } from "./profiles/ucdp-candidate.ts";
import { ucdpGed } from "./profiles/ucdp-ged.ts";

/** The profiles of this project, in the order of the help. */
export const eventProfiles: readonly EventProfile[] = [ucdpGed, ucdpCandidate, acled];

export const eventProfile = (source: string): EventProfile | null =>
  eventProfiles.find(({ event_source }) => event_source === source) ?? null;

/** Whether ids and counts of a source may leave staged/. A source that is not known here may not. */
export const mayPublish = (source: string): boolean => eventProfile(source)?.may_publish ?? false;
