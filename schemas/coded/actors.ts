import { z } from "zod";
import { actorType } from "#schemas/codelists/actors.ts";
import { country } from "#schemas/codelists/places.ts";
import { code, id, label, optional, text } from "#schemas/column.ts";

/** A group, force, body or public person that the sources mention. */
export const Actor = z.strictObject({
  actor_id: id({ title: "Actor", description: "The actor's id.", example: "jnim" }),
  name: label({
    title: "Name",
    description: "The name that this dataset uses for the actor. The names that sources use are in actor_names.",
    example: "Katiba Macina",
  }),
  acronym: optional(label({ title: "Acronym", description: "The common acronym.", example: "JNIM" })),
  actor_type: code(actorType, {
    title: "Type of actor",
    description: "What kind of actor it is.",
    example: "jihadist_group",
  }),
  country: optional(
    code(country, {
      title: "Country",
      description: "The country that the actor belongs to, ISO 3166-1 alpha-3; empty if it belongs to several or none.",
      example: "MLI",
    }),
  ),
  description: text({
    title: "Description",
    description: "Who the actor is, in one plain sentence.",
    example: "The Malian armed forces.",
    aspect: "description",
  }),
});
