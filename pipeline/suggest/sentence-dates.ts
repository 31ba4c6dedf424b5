import { datesIn } from "#pipeline/core/dates-in-text/dates-in-text.ts";
import type { WordedDate } from "#pipeline/core/dates-in-text/worded-date.ts";
import type { Mention } from "./mentions.ts";

/** A wording of a date in a sentence, and whether it dates a work that is cited, or the document, rather than a fact. */
export interface SentenceDate extends WordedDate {
  readonly isOfWork: boolean;
}

/** The dates of a sentence that are not part of a name, such as that of a movement of 14 June. */
export function sentenceDates(text: string, mentions: readonly Mention[]): SentenceDate[] {
  const isInName = ({ start, end }: WordedDate) => mentions.some((name) => name.start < end && start < name.end);
  const hasAddress = ADDRESS.test(text);
  return datesIn(text)
    .filter((date) => !isInName(date))
    .map((date) => ({ ...date, isOfWork: hasAddress || isOfWork(text, date) }));
}

const ADDRESS = /https?:|www\.|(?<!\p{L})(?:accessed|retrieved|consulté)(?!\p{L})/iu;
const LAST_IN_BRACKETS = /\([^()]*,\s*$/u;
const AFTER_A_TITLE = /["”»],?\s*(?:[^"“”«»]{0,80},\s*)?$/u;

/** So many letters before and after a date can say what it dates. */
const REACH = 200;

function isOfWork(text: string, { start, end }: WordedDate): boolean {
  const [before, after] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  if (!/\p{L}/u.test(before + after)) return true;
  const closes = /^\s*(?:[.,;:)\]]|$)/u.test(after);
  return closes && (LAST_IN_BRACKETS.test(before) || AFTER_A_TITLE.test(before));
}
