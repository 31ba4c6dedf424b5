import { description, place, statement, when, whenRules } from "#schemas/coded/statement.ts";
import { stepType } from "#schemas/codelists/expansion.ts";
import { code, optional, reference } from "#schemas/column.ts";
import { noForecast, type RowRule } from "#schemas/row-rule.ts";

/** An actor's activity reaches, grows in, shifts to or shrinks in a place. */
export const ExpansionStep = statement({
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "The actor whose activity it is.",
    example: "jnim",
    isIdentity: true,
  }),
  step_type: code(stepType, {
    title: "Type of step",
    description: "What kind of step it is.",
    example: "extension",
    isIdentity: true,
  }),
  place_id: place,
  from_place_id: optional(
    reference("places.place_id", {
      title: "From place",
      description: "Where the activity came from, if the source says so.",
      example: "northern-burkina-faso",
    }),
  ),
  ...when,
  description,
});

export const expansionRules: readonly RowRule[] = [...whenRules, noForecast("a step of the expansion")];
