/** A year from 1900 on as a part of an id, with a letter if there are several documents of it: `acled-2023`, `acled-2023b`. */
const YEAR = /-(?:19|20)\d{2}[a-z]?(?:-|$)/u;

/** Whether ids of sources must have a year: most of the known ones have one, or there are none yet. */
export const needYear = (known: readonly string[]): boolean =>
  known.length === 0 || known.filter(hasYear).length * 2 > known.length;

export const hasYear = (sourceId: string): boolean => YEAR.test(sourceId);
