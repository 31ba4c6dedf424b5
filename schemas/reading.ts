/** Words about how to read the data, which the codebook and the pages share. `…` marks names of columns and tables. */

/** The five things to know first. */
export const firstThings: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: "A row is a record, led by one statement.",
    text: "What several documents say about one thing is one row. One statement leads it, and the row claims no more than that statement does. What each document says is in `claims`, cell by cell; what they disagree on is in `disagreements`.",
  },
  {
    title: "You can ask of every cell: who says so?",
    text: "`evidence` names the sentences that a record is based on; `claims` names them for each cell. The sentences themselves are not reproduced, because their publishers own them. If you have the document, find the sentence by its position and check it by its hash.",
  },
  {
    title: "Quote `agreement` with every number.",
    text: "If it is `conflicting`, the published value is the result of a declared rule, not the truth.",
  },
  {
    title: "A date is only as precise as its source.",
    text: "Use `date_earliest` and `date_latest`, never a midpoint.",
  },
  {
    title: "Empty means not known.",
    text: "It never means zero, and never no. If a place or month has no rows, these documents say nothing about it.",
  },
];

/** What must not be concluded from the data. */
export const notToConclude: readonly string[] = [
  "Do not count rows to find a rate, a trend or a ranking. The number of rows shows what documents mention, and attention is not activity. For counts, use event data (ACLED, UCDP GED).",
  "Do not infer causes from order. `sequence` says which dated step came first in time, not which step led to another.",
  "Do not draw borders from a map of points. `area_of_control` and `area_of_influence` are a source's words about an area at a certain time.",
  "Do not infer guilt from a column. As in ACLED, `actor1_id` implies no judgement, and a claim `attributed` to a party is that party's claim.",
  "Do not add up ranges. `_low` and `_high` are what sources allow, not a confidence interval, and numbers in different rows may count the same people.",
  "Do not infer what a people believes from `ethnic_constituency`. It says where a source thinks that a group recruits, and nothing about the members of any community.",
];

/** How to use the data with care for the people in them. */
export const responsibleUse: readonly string[] = [
  "Write about people as people. A row of `economic_warfare_incidents` is a village without food, or a school without teachers.",
  "Do not use the data to single out a person, a household, a community or an ethnic group, and do not join them with data that would do so.",
  "Do not use the data for operations. The places are as imprecise and as old as the documents, and no position is current. No one must be targeted, stopped, denied aid or refused asylum because of a row.",
  "Do not pass on a group's claims as facts. Quote `certainty` and `attributed_to` too.",
  "Quote `agreement`, the version and the row's id, so that your readers can check your work as you can check ours.",
];
