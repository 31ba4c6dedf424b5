import { splitList } from "#pipeline/core/row.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { rowTold } from "../release/row-told.ts";
import { nameFinder } from "./name-finder.ts";

/** Columns that name actors. */
const ACTOR_COLUMNS = [
  "actor_id",
  "related_actor_id",
  "actor1_id",
  "actor2_id",
  "assoc_actor1_ids",
  "assoc_actor2_ids",
];

const PERSON = "person";
const COMMUNITY = "population_group";

const hasType = (type: string) => (id: string, view: ReleaseView) => view.find("actors", id)?.actor_type === type;

/** Persons are rows in a list: they have no page of their own, and search engines may not list a page about one. */
export const isPerson = hasType(PERSON);

const isCommunity = hasType(COMMUNITY);

const actorsIn = (row: Cells) => ACTOR_COLUMNS.flatMap((column) => splitList(row[column]));

/** An answer that is kept for each of the things asked about. */
function kept<Key extends object, Answer>(answerOf: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = answerOf(key);
    answers.set(key, answer);
    return answer;
  };
}

/** All names of the actors that are of the type, or of those that are not. */
const namesOf = (view: ReleaseView, isWanted: (type: string) => boolean): string[] =>
  view
    .rows("actors")
    .filter(({ actor_type: type = "" }) => isWanted(type))
    .flatMap(({ actor_id: id = "", name = "" }) => [
      name,
      ...view.where("actor_names", "actor_id", id).map((row) => row.name ?? ""),
    ]);

/** Finds the persons of a release, by any of their names or by their id, in a text or a page. */
export const personFinder = kept((view: ReleaseView) =>
  nameFinder({ names: namesOf(view, (type) => type === PERSON) }),
);

/** Whether a row names a person, by its actors or in its words. */
export const namesPerson = (row: Cells, view: ReleaseView): boolean =>
  actorsIn(row).some((id) => isPerson(id, view)) || wordsIn(row).some(personFinder(view));

/** The attribute whose values name peoples. */
const PEOPLES = "ethnic_constituency";

/** Codes that are about the people of a place or a community, by the column that has them. */
const COMMUNITY_CODES: Readonly<Record<string, readonly string[]>> = {
  attribute: [PEOPLES, "effect_on_civilians"],
  targets: ["population"],
  purposes: ["punish_opponents"],
};

/** States and what they found together: a people in such a name, as in that of the Emirates, is not meant. */
const OF_STATES = ["government", "international_organisation", "regional_organisation"];

/** Words for communities that have no name in the data. */
const COMMUNITY_WORDS = ["communit(?:y|ie)", "communal", "ethnic\\p{L}*", "trib(?:e|al)", "clan", "peoples"];

/** Columns with words about what a row tells. */
const WORDS = [
  ...["value", "name", "role", "description", "date_text", "attributed_to"],
  ...["question", "note", "position", "as_printed", "corrected", "reason", "old_value", "new_value"],
] as const;

export const hasWords = (column: string): boolean => WORDS.some((name) => name === column);

/** Names of actors as rows show them. That of an armed group may name a people. */
const NAMES = ["actor", "related_actor", "actor1", "actor2", "assoc_actor1", "assoc_actor2"];

/** Finds communities in words: by the names of actors and peoples that the release has, or by the common words. */
const communityFinder = kept((view: ReleaseView) =>
  nameFinder({
    names: [...namesOf(view, (type) => type === COMMUNITY), ...peoplesIn(view)],
    patterns: COMMUNITY_WORDS,
    others: ["international community", ...namesOf(view, (type) => OF_STATES.includes(type))],
  }),
);

/**
 * The proper names in the values of the attribute for peoples. One made from the name of a place, such as `Sahelian`, is
 * an adjective of the place too: it means people only in the plural.
 */
function peoplesIn(view: ReleaseView): string[] {
  const places = view.rows("places").map(({ name = "" }) => name);
  const named = view
    .where("actor_profile", "attribute", PEOPLES)
    .flatMap(({ value = "" }) => value.match(/\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)*/gu) ?? []);
  return named
    .map((name) => name.replace(/s$/u, ""))
    .filter((name) => !places.includes(name))
    .map((name) => (places.some((place) => place !== "" && name.startsWith(place)) ? `${name}s` : name));
}

/** Whether the row is a statement, or tells of one: it has an id of a record or a source. Codes and columns have none. */
const isStatement = (row: Cells) =>
  ["record_id", "source_id", "source_ids"].some((column) => row[column] !== undefined);

/** The words of a row. The name of a place is no statement: only the names of actors have a type. */
const wordsIn = (row: Cells): string[] =>
  WORDS.filter((column) => column !== "name" || row.name_type !== undefined)
    .map((column) => row[column] ?? "")
    .filter((text) => text !== "");

/**
 * Whether a row is about a community: by its actors, by its codes, by its words, or because the row that it tells of is.
 * It is then shown as what a source says, with the caution of the words `people`.
 */
export const isAboutCommunity = (row: Cells, view: ReleaseView): boolean => aboutCommunity(view)(row);

/** A row is asked about once for each line that names it, so the answer is kept. */
const aboutCommunity = kept((view: ReleaseView) =>
  kept((row: Cells): boolean => {
    const hasCode = ([column, codes]: readonly [string, readonly string[]]) =>
      splitList(row[column]).some((code) => codes.includes(code));
    if (Object.entries(COMMUNITY_CODES).some(hasCode) || actorsIn(row).some((id) => isCommunity(id, view))) return true;
    const words = [...wordsIn(row), ...NAMES.map((column) => row[column] ?? "")].filter((text) => text !== "");
    if (words.length === 0 || !isStatement(row)) return false;
    const told = rowTold(row, view);
    return (told !== null && isAboutCommunity(told, view)) || words.some(communityFinder(view));
  }),
);
