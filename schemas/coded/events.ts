import { description, place, statement, unitOf, when, whenRules } from "#schemas/coded/statement.ts";
import { eventType } from "#schemas/codelists/events.ts";
import { amount, code, optional, reference, references } from "#schemas/column.ts";
import { noForecast, type RowRule, unitRule, wholeAmountRule, wholeCountRule } from "#schemas/row-rule.ts";

/** A conflict or political event other than economic warfare. Actor columns follow ACLED's order. */
export const Event = statement({
  event_type: code(eventType, {
    title: "Type of event",
    description: "What kind of event it is.",
    example: "base_overrun",
    isIdentity: true,
  }),
  actor1_id: optional(
    reference("actors.actor_id", {
      title: "Actor 1",
      description:
        "Who acts, if the source names an actor. As in ACLED, being in the first column implies no judgement.",
      example: "katiba-macina",
      isIdentity: true,
    }),
  ),
  assoc_actor1_ids: references("actors.actor_id", {
    title: "Associates of actor 1",
    description: "Who acts together with actor 1. Joined by semicolons.",
    example: "wagner",
  }),
  actor2_id: optional(
    reference("actors.actor_id", {
      title: "Actor 2",
      description: "The actor that it is done to, or done with.",
      example: "fama",
      isIdentity: true,
    }),
  ),
  assoc_actor2_ids: references("actors.actor_id", {
    title: "Associates of actor 2",
    description: "Who acts together with actor 2. Joined by semicolons.",
    example: "cma",
  }),
  place_id: place,
  ...when,
  fatalities: amount({
    title: "Fatalities",
    description: "People killed, on all sides together. Empty means not known, never zero.",
    example: "8",
    unit: "deaths",
  }),
  fatalities_civilians: amount({
    title: "Fatalities among civilians",
    description: "Civilians killed. Empty means not known, never zero.",
    example: ">=5",
    unit: "deaths",
  }),
  fatalities_security_forces: amount({
    title: "Fatalities among security forces",
    description: "Members of armed and security forces killed. Empty means not known, never zero.",
    example: "90",
    unit: "deaths",
  }),
  amount: amount({
    title: "Amount",
    description: "Another number that measures the event, in the unit of the row.",
    example: "220",
    unit: "given in the column unit",
  }),
  unit: unitOf("troops"),
  description,
});

export const eventRules: readonly RowRule[] = [
  unitRule,
  wholeAmountRule,
  wholeCountRule("fatalities"),
  wholeCountRule("fatalities_civilians"),
  wholeCountRule("fatalities_security_forces"),
  ...whenRules,
  noForecast("an event"),
];
