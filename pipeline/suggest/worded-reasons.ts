import type { DateRule } from "#pipeline/core/dates-in-text/worded-date.ts";
import type { CodeHit } from "./code-words.ts";
import type { Likeness } from "./neighbours.ts";
import type { SentenceDate } from "./sentence-dates.ts";
import type { NamedProposal } from "./suggest.ts";

const DATE_RULES: Readonly<Record<DateRule, string>> = {
  "as-printed": "as printed",
  "from-to": "from one time to another",
  "neighbouring-months": "two months that follow each other",
  since: "since: open end, if it still goes on when the text is written",
  until: "until: open start",
  "not-later": "by: not later than",
  "third-of-month": "a third of a month: one day of it",
  about: "about",
  "no-year": "names no year, so date stays empty",
  relative: "before or after the time that it names, so date stays empty",
  season: "seasons have no months of their own, so date stays empty",
};

export const dateReason = ({ rule, isOfWork }: SentenceDate): string =>
  isOfWork ? "of a cited work or of the document, not of a fact" : DATE_RULES[rule];

export const nameReason = ({ rule }: NamedProposal): string =>
  rule === "name" ? "by name" : "stands for the actor that the document names most";

export const codeReason = ({ isByLabel }: CodeHit): string =>
  isByLabel ? "all words of its label" : "words of its definition";

export const LIKENESSES: Readonly<Record<Likeness, string>> = {
  "says-this": "says this already",
  "may-say-this": "may say this already",
  "is-near": "is near",
};
