import { nameFinder } from "./name-finder.ts";
import { splitList } from "./row.ts";

/** A row of a published table: cells are texts, and an unknown value is an empty text. */
type Cells = Readonly<Record<string, string>>;
/** The rows of a table of a release; none if it has no such table. */
type Tables = (table: string) => readonly Cells[];

/** Columns that name actors. */
const ACTOR_COLUMNS = [
  "actor_id",
  "related_actor_id",
  "actor1_id",
  "actor2_id",
  "assoc_actor1_ids",
  "assoc_actor2_ids",
];

/** The actors that a row names, by id. */
export const actorsIn = (row: Cells): string[] => ACTOR_COLUMNS.flatMap((column) => splitList(row[column]));

const COMMUNITY = "population_group";

/** All names of the actors of some types. */
export function namesOfActors(rows: Tables, isWanted: (type: string) => boolean): string[] {
  const wanted = rows("actors").filter(({ actor_type: type = "" }) => isWanted(type));
  const ids = new Set(wanted.map(({ actor_id: id }) => id));
  const named = rows("actor_names").filter(({ actor_id: id }) => ids.has(id));
  return [...wanted, ...named].map(({ name = "" }) => name);
}

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

/** Columns with what a source says, in its words or as coders sum it up. */
const OF_SOURCES = [
  ...["value", "name", "role", "description", "date_text", "attributed_to", "position", "as_printed"],
  ...["old_value", "new_value"],
];
/** Columns with what coders say of a source, a row or a change. */
const OF_CODERS = ["question", "note", "corrected", "reason"];
const WORDS = [...OF_SOURCES, ...OF_CODERS];

/** Whether a cell has words, and whose. Coders describe the actors of the register: it is no statement of a source. */
export function whoseWords(column: string, row: Cells): "source" | "coders" | null {
  if (OF_CODERS.includes(column) || (column === "description" && row.actor_type !== undefined)) return "coders";
  return OF_SOURCES.includes(column) ? "source" : null;
}

/** The words of a row. The name of a place is no statement: only the names of actors have a type. */
export const wordsIn = (row: Cells): string[] =>
  WORDS.filter((column) => column !== "name" || row.name_type !== undefined)
    .map((column) => row[column] ?? "")
    .filter((text) => text !== "");

/** Names of actors as rows show them. That of an armed group may name a people. */
const NAMES = ["actor", "related_actor", "actor1", "actor2", "assoc_actor1", "assoc_actor2"];

/** Whether the row is a statement, or tells of one: it has an id of a record or a source. Codes and columns have none. */
const isStatement = (row: Cells) =>
  ["record_id", "source_id", "source_ids"].some((column) => row[column] !== undefined);

/**
 * Finds the rows of a release that are about a community: by their actors, by their codes or by their words. Such a row
 * is shown as what a source says, and never as a mark on a map (the care for people in CODEBOOK.md).
 */
export function communityRule(rows: Tables): (row: Cells) => boolean {
  const communities = new Set(
    rows("actors").flatMap(({ actor_id: id = "", actor_type: type }) => (type === COMMUNITY ? [id] : [])),
  );
  const namesCommunity = nameFinder({
    names: [...namesOfActors(rows, (type) => type === COMMUNITY), ...peoplesIn(rows)],
    patterns: COMMUNITY_WORDS,
    others: ["international community", ...namesOfActors(rows, (type) => OF_STATES.includes(type))],
  });
  return (row) => {
    const hasCode = ([column, codes]: readonly [string, readonly string[]]) =>
      splitList(row[column]).some((code) => codes.includes(code));
    if (Object.entries(COMMUNITY_CODES).some(hasCode) || actorsIn(row).some((id) => communities.has(id))) return true;
    return isStatement(row) && [...wordsIn(row), ...NAMES.map((column) => row[column] ?? "")].some(namesCommunity);
  };
}

/**
 * The proper names in the values of the attribute for peoples. One made from the name of a place, such as `Sahelian`, is
 * an adjective of the place too: it means people only in the plural.
 */
function peoplesIn(rows: Tables): string[] {
  const places = rows("places").map(({ name = "" }) => name);
  const named = rows("actor_profile")
    .filter(({ attribute }) => attribute === PEOPLES)
    .flatMap(({ value = "" }) => value.match(/\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)*/gu) ?? []);
  return [...new Set(named.map((name) => name.replace(/s$/u, "")))]
    .filter((name) => !places.includes(name))
    .map((name) => (places.some((place) => place !== "" && name.startsWith(place)) ? `${name}s` : name));
}
