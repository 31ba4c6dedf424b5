import { description, place, statement, when, whenRules } from "#schemas/coded/statement.ts";
import { relation } from "#schemas/codelists/actors.ts";
import { code, optional, reference, text } from "#schemas/column.ts";
import { type RowRule, rowRule } from "#schemas/row-rule.ts";

/** One actor is related to another. */
export const Relation = statement({
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "The actor that the relation starts from.",
    example: "katiba-macina",
    isIdentity: true,
  }),
  relation: code(relation, {
    title: "Relation",
    description: "How the two are related.",
    example: "part_of",
    isIdentity: true,
  }),
  related_actor_id: reference("actors.actor_id", {
    title: "Related actor",
    description: "The actor that the relation points to.",
    example: "jnim",
    isIdentity: true,
  }),
  role: optional(
    text({ title: "Role", description: "Position held or role played, in a few words.", example: "leader" }),
  ),
  place_id: place,
  ...when,
  description,
});

export const relationRules: readonly RowRule[] = [
  ...whenRules,
  rowRule(Relation.shape, {
    column: "relation",
    needs: ["actor_id", "relation", "related_actor_id"],
    sentence: "An actor cannot be related to itself.",
    holds: ({ actor_id, related_actor_id }) => actor_id !== related_actor_id,
  }),
];
