import { codelist } from "#schemas/codelist.ts";

export const stepType = codelist("step_type", "Type of step", {
  emergence: ["Emergence", "A group that carried the expansion came into existence in the place."],
  first_attack: ["First attack", "The source calls it the first attack or offensive in the place."],
  claimed_first_attack: [
    "Claimed first attack",
    "The group claimed the attack, and it is the group's first known attack in the place.",
  ],
  entry: ["Entry", "The group turned to a place where it had not been active before."],
  extension: ["Extension", "Activity spread into or within the place."],
  staging_ground: ["Staging ground", "The place serves as the base for activity elsewhere."],
  shift_of_gravity: ["Shift of gravity", "The centre of the group's power or activity moved to the place."],
  presence: ["Presence", "The group is active in the place; the source does not say how it got there."],
});
