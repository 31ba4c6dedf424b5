import { splitList } from "#pipeline/core/row.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";

/** Columns that name actors. */
const ACTOR_COLUMNS = [
  "actor_id",
  "related_actor_id",
  "actor1_id",
  "actor2_id",
  "assoc_actor1_ids",
  "assoc_actor2_ids",
];

const hasType = (type: string) => (id: string, view: ReleaseView) => view.find("actors", id)?.actor_type === type;

/** Persons are rows in a list: they have no page of their own, and search engines may not list a page about one. */
export const isPerson = hasType("person");

const isCommunity = hasType("population_group");

const actorsIn = (row: Cells) => ACTOR_COLUMNS.flatMap((column) => splitList(row[column]));

export const namesPerson = (row: Cells, view: ReleaseView) => actorsIn(row).some((id) => isPerson(id, view));

/** A row is asked about once for each line that names it, so the answer is kept. */
const answers = new WeakMap<Cells, boolean>();

/**
 * Whether a row is about a community. It is then shown as what a source says, with the caution of the words `people`.
 */
export function isAboutCommunity(row: Cells, view: ReleaseView): boolean {
  const known = answers.get(row);
  if (known !== undefined) return known;
  const answer = row.attribute === "ethnic_constituency" || actorsIn(row).some((id) => isCommunity(id, view));
  answers.set(row, answer);
  return answer;
}
