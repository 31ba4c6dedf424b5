import { type Codelist, codelist } from "#schemas/codelist.ts";

/** Explains to readers how the statements about one record become one value. */
interface RuleWords {
  readonly label: string;
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
  lead: {
    label: "Leading statement",
    usedFor: "how the source says it, and descriptions",
    publishes: "The claim of the leading statement; empty if it makes none.",
    conflictsWhere: "never: these columns describe one statement and are not compared",
    inShort: "the words of the leading statement.",
  },
  most_precise: {
    label: "Most precise",
    usedFor: "dates",
    publishes:
      "If all counted dates have at least one day in common: the date that allows the fewest days (if several allow equally few, the first of them in order). Otherwise: the first date in order. Empty if the leading statement has no date.",
    conflictsWhere: "if no day is allowed by all claims, counted or not",
    inShort: "the most precise date if all dates have a day in common; otherwise the date of the preferred statement.",
  },
  range: {
    label: "Range",
    usedFor: "numbers",
    publishes:
      "`_low`: the lowest number that any counted claim allows. `_high`: the highest. Each is empty if a counted claim leaves that end open (`>1300` has no highest number). `_best`: the number from the first counted claim that gives a single number; empty if none does. No mean is ever calculated.",
    conflictsWhere: "if no number is allowed by all claims (`<50` and `>50` have none in common)",
    inShort: "the lowest and highest numbers that the sources allow, and the preferred single number.",
  },
  majority: {
    label: "Majority",
    usedFor: "codes, ids, names, values",
    publishes:
      "Each family has one vote, cast by its first counted claim. The value with the most votes is published; if several values tie, the one that comes first in order.",
    conflictsWhere: "if any two claims differ; two places only if neither lies within the other",
    inShort: "the value that most independent sources give; if there is a tie, the value of the preferred statement.",
  },
  union: {
    label: "Union",
    usedFor: "lists",
    publishes: "Every item of every counted claim, sorted by character code.",
    conflictsWhere: "never: a longer list does not contradict a shorter one",
    inShort: "every item that a source lists.",
  },
  preferred: {
    label: "Preferred",
    usedFor: "texts that are not compared",
    publishes:
      "The first counted claim. A column that belongs to another one (`date_text` to `date`, `unit` to an amount) takes the claim of the statement that gave the other's value, so that the two match.",
    conflictsWhere: "never: texts are in the coder's own words and are not compared",
    inShort: "the words of the preferred statement.",
  },
} as const satisfies Record<string, RuleWords>;

export type ResolutionRule = keyof typeof resolutionRules;

const DECISION = {
  label: "Decision",
  publishes: "The claims of the source that a coder's decision names.",
  inShort: "a coder decided, because the rule would be wrong here.",
};

/** The rules that `claims` can name: a column's own, or `decision` where a coder decided. */
export const decidingRules: Codelist<ResolutionRule | "decision"> = codelist("rule", "Rule of resolution", {
  lead: wordsOf(resolutionRules.lead),
  most_precise: wordsOf(resolutionRules.most_precise),
  range: wordsOf(resolutionRules.range),
  majority: wordsOf(resolutionRules.majority),
  union: wordsOf(resolutionRules.union),
  preferred: wordsOf(resolutionRules.preferred),
  decision: wordsOf(DECISION),
});

function wordsOf({ label, publishes }: { readonly label: string; readonly publishes: string }) {
  return [label, publishes] as const;
}

export type DecidingRule = (typeof decidingRules)["codes"][number]["code"];

/** The rule that decided, in one line. */
export const inShort = (rule: DecidingRule): string =>
  rule === "decision" ? DECISION.inShort : resolutionRules[rule].inShort;
