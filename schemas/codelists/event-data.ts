import { codelist } from "#schemas/codelist.ts";

/** What an event is, across sources. Each profile says which of its types is which. */
export const eventKind = codelist("event_kind", "Kind of event in event data", {
  armed_clash: ["Armed clash", "Two armed sides fight."],
  remote_violence: [
    "Remote violence",
    "Explosives, shelling, air strikes or drones, where the source sets them apart.",
  ],
  against_civilians: ["Violence against civilians", "An armed side harms people who do not fight."],
  unrest: ["Protest or riot", "A protest, a riot or other violence of a crowd."],
  other: ["Other", "Anything else that the source counts, such as an agreement or a move of forces."],
});

export const linkVerdict = codelist("link_verdict", "Verdict on a link", {
  same: ["Same", "The record and the event are the same event."],
  part_of: ["Part of", "The event is a part of what the record describes, or the record a part of the event."],
  different: ["Different", "They are two events."],
  unsure: ["Unsure", "A person looked at them and cannot tell."],
});

export const linkDecidedBy = codelist("link_decided_by", "Decided by", {
  coder: ["Coder", "A person compared the sentence with the event."],
  only_near_candidate: [
    "Only near candidate",
    "The rule: the only candidate of the record in the source, at most 5 km and at most one day away, with the same actor on both sides.",
  ],
});

export const countDefinition = codelist("count_definition", "Definition of a count", {
  narrower: ["Narrower", "Events of the actor itself, without its family."],
  declared: ["Declared", "Events of the actor and its family that surely lie in the area and the window."],
  wider: ["Wider", "Also the events of the family that may lie in the area and the window."],
  any_actor: [
    "Any actor",
    "All events of the query's kinds in the area and the window, whoever took part. Not counted where the area is the world.",
  ],
});

export const countWindow = codelist("count_window", "Window of a count", {
  date_of_claim: ["Date of the claim", "The days that the date of the claim allows."],
  year_before_source: [
    "Year before the source",
    "The claim has no date: the 365 days that end with the last day of as_of.",
  ],
});
