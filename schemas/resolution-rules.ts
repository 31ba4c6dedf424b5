/** Explains to readers how the statements about one record become one value. */
interface RuleWords {
  /** What the rule is for. */
  readonly usedFor: string;
  /** What is published, exact enough to repeat it by hand from `claims.csv`. */
  readonly publishes: string;
  /** When a column is in conflict. */
  readonly conflictsWhere: string;
  /** The same in one line, for a terminal. */
  readonly inShort: string;
}

/** The rules that a column can declare. */
export const resolutionRules = {
  most_precise: {
    usedFor: "dates",
    publishes:
      "If all heard dates have at least one day in common: the date that allows the fewest days (if several allow equally few, the first of them in order). Otherwise: the first date in order.",
    conflictsWhere: "if no day is allowed by all claims, heard or not",
    inShort: "the most precise date if all dates have a day in common; otherwise the date of the preferred statement.",
  },
  range: {
    usedFor: "numbers",
    publishes:
      "`_low`: the lowest number that any heard claim allows. `_high`: the highest. Each is empty if a heard claim leaves that end open (`>1300` has no highest number). `_best`: the number from the first heard claim that gives a single number; empty if none does. No mean is ever calculated.",
    conflictsWhere: "if no number is allowed by all claims (`<50` and `>50` have none in common)",
    inShort: "the lowest and highest numbers that the sources allow, and the preferred single number.",
  },
  majority: {
    usedFor: "codes, ids, names, values",
    publishes:
      "Each family has one vote, cast by its first heard claim. The value with the most votes is published; if several values tie, the one that comes first in order.",
    conflictsWhere: "if any two claims differ",
    inShort: "the value that most independent sources give; if there is a tie, the value of the preferred statement.",
  },
  union: {
    usedFor: "lists",
    publishes: "Every item of every heard claim, sorted by character code.",
    conflictsWhere: "never: a longer list does not contradict a shorter one",
    inShort: "every item that a source lists.",
  },
  preferred: {
    usedFor: "texts, and how the source says it",
    publishes:
      "The first heard claim. `date_text` is taken from the first claim in order whose date was accepted, so that the words match the date.",
    conflictsWhere: "never: texts are in the coder's own words and are not compared",
    inShort: "the words of the preferred statement.",
  },
} as const satisfies Record<string, RuleWords>;

export type ResolutionRule = keyof typeof resolutionRules;

/** The rule that `claims` names: a column's own, or `decision` where a coder decided. */
export type DecidingRule = ResolutionRule | "decision";

/** The rule that decided, in one line. */
export const inShort = (rule: DecidingRule): string =>
  rule === "decision" ? "a coder decided, because the rule would be wrong here." : resolutionRules[rule].inShort;
