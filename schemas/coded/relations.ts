import type { z } from "zod";
import { description, place, statement, when } from "#schemas/coded/statement.ts";
import { relation } from "#schemas/codelists/actors.ts";
import { code, optional, reference, text } from "#schemas/column.ts";

/** One actor stands in a relation to another. */
export const Relation = statement({
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "The actor from whom the relation goes out.",
    example: "katiba-macina",
    isIdentity: true,
  }),
  relation: code(relation, { title: "Relation", description: "How the two are related.", example: "part_of" }),
  related_actor_id: reference("actors.actor_id", {
    title: "Related actor",
    description: "The actor to whom the relation goes.",
    example: "jnim",
    isIdentity: true,
  }),
  role: optional(text({ title: "Role", description: "Post held or part played, in a few words.", example: "leader" })),
  place_id: place,
  ...when,
  description,
});
export type Relation = z.infer<typeof Relation>;
