import { description, place, statement, unitOf, when, whenRules } from "#schemas/coded/statement.ts";
import { attribute } from "#schemas/codelists/attributes.ts";
import { amount, code, label, optional, reference } from "#schemas/column.ts";
import { type RowRule, unitRule, wholeAmountRule } from "#schemas/row-rule.ts";

/** An actor has an attribute with a value. */
export const Profile = statement({
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "Who has the attribute.",
    example: "jnim",
    isIdentity: true,
  }),
  attribute: code(attribute, {
    title: "Attribute",
    description: "What is said about the actor.",
    example: "ethnic_constituency",
    isIdentity: true,
  }),
  value: label({
    title: "Value",
    description:
      "The value of the attribute in a few words. The words are the same for all sources that mean the same.",
    example: "Fulani",
  }),
  amount: amount({
    title: "Amount",
    description: "The value as a number or an interval, in the unit of the row.",
    example: "16",
    unit: "given in the column unit",
  }),
  unit: unitOf("percent"),
  related_actor_id: optional(
    reference("actors.actor_id", {
      title: "Related actor",
      description: "Another actor that the attribute involves.",
      example: "is-sahel",
    }),
  ),
  place_id: place,
  ...when,
  description,
});

export const profileRules: readonly RowRule[] = [unitRule, wholeAmountRule, ...whenRules];
