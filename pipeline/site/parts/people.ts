import { actorsIn, communityRule, namesOfActors, wordsIn } from "#pipeline/core/communities.ts";
import { nameFinder } from "#pipeline/core/name-finder.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { rowTold } from "../release/row-told.ts";

const PERSON = "person";

/** Persons are rows in a list: they have no page of their own, and search engines may not list a page about one. */
export const isPerson = (id: string, view: ReleaseView): boolean => view.find("actors", id)?.actor_type === PERSON;

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

/** Finds the persons of a release, by any of their names, in a text. */
export const personFinder = kept((view: ReleaseView) =>
  nameFinder({ names: namesOfActors(view.rows, (type) => type === PERSON) }),
);

/** Whether a row names a person, by its actors or in its words. */
export const namesPerson = (row: Cells, view: ReleaseView): boolean =>
  actorsIn(row).some((id) => isPerson(id, view)) || wordsIn(row).some(personFinder(view));

/**
 * Whether a row is about a community, or the row that it tells of is. It is then shown as what a source says, with the
 * caution of the words `people`.
 */
export const isAboutCommunity = (row: Cells, view: ReleaseView): boolean => aboutCommunity(view)(row);

/** A row is asked about once for each line that names it, so the answer is kept. */
const aboutCommunity = kept((view: ReleaseView) => {
  const isAbout = communityRule(view.rows);
  return kept((row: Cells): boolean => {
    if (isAbout(row)) return true;
    const told = wordsIn(row).length === 0 ? null : rowTold(row, view);
    return told !== null && isAboutCommunity(told, view);
  });
});
