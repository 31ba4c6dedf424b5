/** The words of the search. */
export const searchWords = {
  title: "Search",
  lead: "Find records, actors, places, sources, columns and codes by their words. Nothing that you type leaves your computer.",
  label: "Words",
  hint: "All words must occur. Accents and capitals do not matter.",
  /** `{shown}` and `{all}` are replaced in the browser. */
  count: "{shown} of {all} results",
  none: "Nothing has all of these words.",
  browse: "Without a search, these lists lead to everything:",
  kinds: {
    record: "record",
    actor: "actor",
    place: "place",
    source: "source",
    column: "column",
    code: "code",
    disagreement: "disagreement",
  },
  limits: [
    "The search knows the words of this release. Persons are found by the records about them, not by a page of their own.",
  ],
};
