import { description, place, statement, unitOf, when, whenRules } from "#schemas/coded/statement.ts";
import { mode, purpose, tactic, target, warfareKind } from "#schemas/codelists/warfare.ts";
import { amount, code, codes, optional, reference } from "#schemas/column.ts";
import { isFilled, noForecast, type RowRule, rowRule, unitRule, wholeAmountRule } from "#schemas/row-rule.ts";

/** Acts on an economy: to hurt an adversary (denial) or to pay for the group (resourcing). */
export const EconomicWarfare = statement({
  kind: code(warfareKind, {
    title: "Incident or pattern",
    description:
      "An incident is tied to a place smaller than a country, or to a date; everything else is a pattern. The code decides which table the record is published in.",
    example: "incident",
    isIdentity: true,
  }),
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "Who carries it out.",
    example: "jnim",
    isIdentity: true,
  }),
  mode: code(mode, {
    title: "Mode",
    description: "Denial or resourcing, according to the source's own account of the purpose.",
    example: "denial",
  }),
  tactic: code(tactic, { title: "Tactic", description: "What is done.", example: "embargo", isIdentity: true }),
  targets: codes(target, {
    title: "Targets",
    description: "What the tactic is used on. Joined by semicolons.",
    example: "bridge; road",
  }),
  purposes: codes(purpose, {
    title: "Purposes",
    description: "The purposes that the source states. Joined by semicolons.",
    example: "control_information",
  }),
  related_actor_id: optional(
    reference("actors.actor_id", {
      title: "Related actor",
      description: "The actor that it is aimed at, or that is involved.",
      example: "fama",
    }),
  ),
  place_id: place,
  ...when,
  amount: amount({
    title: "Amount",
    description: "A number or an interval that measures the act or practice, in the unit of the row.",
    example: "10000000",
    unit: "given in the column unit",
  }),
  unit: unitOf("eur"),
  description,
});

export const economicWarfareRules: readonly RowRule[] = [
  unitRule,
  wholeAmountRule,
  ...whenRules,
  noForecast("economic warfare"),
  rowRule(EconomicWarfare.shape, {
    column: "kind",
    needs: ["kind", "place_id", "date"],
    sentence: "An incident must have a place or a date.",
    holds: ({ kind, place_id, date }) => kind !== "incident" || isFilled(place_id) || isFilled(date),
  }),
];
