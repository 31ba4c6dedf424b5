/** How the statements about one record become one value, with the words in which readers are told. */
interface RuleWords {
  /** What the rule is for. */
  readonly usedFor: string;
  /** What is published, exact enough to do it by hand from `claims.csv`. */
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
      "If all heard dates share at least one day: the one that allows the fewest days (of equals, the first in order). If not: the first in order.",
    conflictsWhere: "where no day is allowed by all claims, heard or not",
    inShort: "the narrowest date, if all share a day; else that of the preferred statement.",
  },
  range: {
    usedFor: "numbers",
    publishes:
      "`_low`: the lowest number that any heard claim allows; `_high`: the highest; each empty where a heard claim leaves that end open (`>1300` has no highest). `_best`: the number of the first heard claim that gives a single number; empty where none does. No mean is ever taken.",
    conflictsWhere: "where no number is allowed by all claims (`<50` and `>50` share none)",
    inShort: "the lowest and highest that the sources allow, and the preferred single number.",
  },
  majority: {
    usedFor: "codes, ids, names, values",
    publishes:
      "Each family has one vote, that of its first heard claim. The value with most votes; of equals, the one that comes first in order.",
    conflictsWhere: "where any two claims differ",
    inShort: "what most independent sources say; between equals, the preferred statement.",
  },
  union: {
    usedFor: "lists",
    publishes: "Every item of every heard claim, in the order of their characters.",
    conflictsWhere: "never: a fuller list contradicts no shorter one",
    inShort: "everything that a source lists.",
  },
  preferred: {
    usedFor: "texts, and how the source says it",
    publishes:
      "The first heard claim. `date_text` is taken from the first claim in order whose date was accepted, so that the words belong to the date.",
    conflictsWhere: "never: texts are in the coder's words and are not compared",
    inShort: "the words of the preferred statement.",
  },
} as const satisfies Record<string, RuleWords>;

export type ResolutionRule = keyof typeof resolutionRules;

/** The rule that `claims` names: a column's own, or `decision` where a coder decided. */
export type DecidingRule = ResolutionRule | "decision";

/** The rule that decided, in one line. */
export const inShort = (rule: DecidingRule): string =>
  rule === "decision" ? "a coder decided, for the rule would be wrong here." : resolutionRules[rule].inShort;
