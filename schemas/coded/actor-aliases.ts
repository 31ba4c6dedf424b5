import { z } from "zod";
import { country } from "#schemas/codelists/places.ts";
import { codes, day, id, label, optional, reference, text } from "#schemas/column.ts";
import { type RowRule, rowRule } from "#schemas/row-rule.ts";

/** A name that event data use for an actor. */
export const ActorAlias = z.strictObject({
  event_source: id({
    title: "Event source",
    description: "The event data that use the name, as its profile is called.",
    example: "ucdp-ged",
  }),
  name: label({ title: "Name", description: "The name, letter by letter.", example: "JNIM" }),
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "The actor that is meant. A name that covers several actors has a row for each.",
    example: "katiba-macina",
  }),
  family_id: reference("actors.actor_id", {
    title: "Family",
    description:
      "The actor at the head of its family: an actor and its parts count as one family. Often the actor itself.",
    example: "jnim",
  }),
  valid_from: day({
    title: "Valid from",
    description: "First day on which the name means the actor; empty if there is none.",
    example: "2017-03-02",
  }),
  valid_to: day({ title: "Valid to", description: "Last such day; empty if there is none.", example: "2017-03-01" }),
  countries: optional(
    codes(country, {
      title: "Countries",
      description:
        "The countries in which the name means the actor; empty if it does in all. Elsewhere, and in an event of no known country, the name is nobody's.",
      example: "BEN; BFA; MLI",
    }),
  ),
  note: optional(
    text({
      title: "Note",
      description: "How it is known that the name means the actor.",
      example: "The codebook of the event data lists it under this name.",
    }),
  ),
});

/** The oldest event data begin with this year. */
const FIRST_YEAR = "1946";

const notTooEarly = (column: "valid_from" | "valid_to"): RowRule =>
  rowRule(ActorAlias.shape, {
    column,
    needs: [column],
    sentence: `${column} is not before ${FIRST_YEAR}, when the oldest event data begin.`,
    holds: (cells) => (cells[column] ?? FIRST_YEAR) >= FIRST_YEAR,
  });

export const actorAliasRules: readonly RowRule[] = [
  notTooEarly("valid_from"),
  notTooEarly("valid_to"),
  rowRule(ActorAlias.shape, {
    column: "valid_to",
    needs: ["valid_from", "valid_to"],
    sentence: "valid_to is not before valid_from.",
    holds: ({ valid_from, valid_to }) => valid_from === null || valid_to === null || valid_from <= valid_to,
  }),
];
