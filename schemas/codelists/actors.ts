import { codelist } from "#schemas/codelist.ts";

export const actorType = codelist("actor_type", "Type of actor", {
  jihadist_group: ["Jihadist group", "An armed group with a jihadist programme, or a coalition of such groups."],
  sub_group: ["Sub-group", "A named part of an armed group, such as a katiba."],
  historical_group: [
    "Historical group",
    "A group that had ceased to exist or been absorbed before the time of the sources.",
  ],
  state_force: ["State force", "Armed or security forces of a state in the region."],
  self_defence_militia: [
    "Self-defence militia",
    "A local armed group that sides with a state or protects a community.",
  ],
  rebel_coalition: ["Rebel coalition", "A coalition of non-jihadist armed movements."],
  rebel_movement: [
    "Rebel movement",
    "Rebels who are not jihadist, mentioned by a source that does not name an organisation.",
  ],
  armed_group_alliance: [
    "Alliance of armed groups",
    "An alliance of armed and political movements, either rebels or on the side of a state.",
  ],
  private_military_company: ["Private military company", "A commercial armed force."],
  peace_operation: ["Peace operation", "A mission mandated by the United Nations."],
  foreign_force: ["Foreign force", "Armed forces of a state from outside the region, or one of their operations."],
  multinational_force: [
    "Multinational force",
    "A force or coalition in which several states put troops under a common command.",
  ],
  regional_organisation: ["Regional organisation", "An organisation or joint force of states in the region."],
  international_organisation: [
    "International organisation",
    "A worldwide organisation of states, or one of its bodies.",
  ],
  government: ["Government", "The government of a state."],
  historical_state: ["Historical state", "A former state that a source mentions because of its link to the present."],
  population_group: [
    "Population group",
    "Civilians, a community or the people of a place, as victims, residents or parties to an agreement.",
  ],
  person: ["Person", "A public person whom a source names because of a public role."],
});

export const relation = codelist("relation", "Relation between two actors", {
  merged_into: ["Merged into", "The actor ceased to be separate when it joined with others to form the related actor."],
  joined: ["Joined", "The actor was taken into the related actor, which existed already."],
  part_of: ["Part of", "The actor is a part of the related actor."],
  affiliate_of: ["Affiliate of", "The actor belongs to the related actor's network without being a part of it."],
  branch_of: ["Branch of", "The actor is the related actor's branch for a region."],
  successor_of: ["Successor of", "The actor emerged from the related actor and succeeded it."],
  pledged_allegiance_to: ["Pledged allegiance to", "The actor swore allegiance to the related actor."],
  leads: ["Leads", "The actor leads, commands or governs the related actor."],
  allied_with: ["Allied with", "The two act as allies or in the same coalition."],
  cooperates_with: ["Cooperates with", "The two sometimes work together, or act at the same time to the same end."],
  negotiates_with: ["Negotiates with", "The two negotiate, or one sets the other conditions for negotiating."],
  truce_with: ["Truce with", "The two have stopped fighting each other."],
  rival_of: ["Rival of", "The two compete for influence, territory or people."],
  fights: ["Fights", "The actor is in armed conflict with the related actor."],
  targets: ["Targets", "The actor attacks the related actor, with arms or with words."],
  supports: ["Supports", "The actor strengthens or sides with the related actor."],
  supported_by: ["Supported by", "The actor is strengthened by the related actor."],
  replaced: ["Replaced", "The actor took the related actor's place."],
  member_of: ["Member of", "The actor is a member of the related organisation or coalition."],
});

export const nameType = codelist("name_type", "Type of name", {
  official: ["Official", "The actor's own full name."],
  acronym: ["Acronym", "Initials or an abbreviation."],
  translation: ["Translation", "The name in another language."],
  variant: ["Variant", "Another spelling of the name."],
  alias: ["Alias", "Another name of the same actor."],
  short_name: ["Short name", "A shortened form of the name."],
  misprint: ["Misprint", "A name as a source misprints or mistranslates it; errata.csv has what was meant."],
});
