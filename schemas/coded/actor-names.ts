import { statement } from "#schemas/coded/statement.ts";
import { nameType } from "#schemas/codelists/actors.ts";
import { code, label, language, optional, reference } from "#schemas/column.ts";

/** A source calls an actor by a name. */
export const ActorName = statement({
  actor_id: reference("actors.actor_id", {
    title: "Actor",
    description: "The actor that has this name.",
    example: "jnim",
    isIdentity: true,
  }),
  name_type: code(nameType, { title: "Type of name", description: "What kind of name it is.", example: "translation" }),
  name: label({
    title: "Name",
    description: "The name as the source prints it.",
    example: "Support Group for Islam and Muslims",
    isIdentity: true,
  }),
  language: optional(
    language({ title: "Language", description: "Language of the name, ISO 639-1, if it is clear.", example: "en" }),
  ),
});
