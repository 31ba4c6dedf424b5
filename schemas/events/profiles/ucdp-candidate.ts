import { EventProfile } from "#schemas/events/profile.ts";
import { ucdpGed } from "./ucdp-ged.ts";

/** The monthly files before the yearly one: the columns of GED. Events get other ids when GED takes them over. */
export const ucdpCandidate = EventProfile.parse({
  ...ucdpGed,
  event_source: "ucdp-candidate",
  title: "UCDP Candidate Events Dataset",
  citation:
    'Hegre, Håvard, Mihai Croicu, Kristine Eck, and Stina Högbladh (2020). "Introducing the UCDP Candidate Events Dataset." Research & Politics 7(3).',
  inclusion_rule:
    "An incident that may belong in UCDP GED: organised armed force with at least one direct death, as far as sources of the same month tell; some are still unclear, and some will be left out of the yearly data.",
  editions: "parts",
  superseded_by: "ucdp-ged",
});
