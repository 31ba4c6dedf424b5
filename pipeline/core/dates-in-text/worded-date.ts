import type { NamedTime, PlacedTime } from "#pipeline/core/date-words.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";

/** A wording of a date in a text. */
export interface WordedDate {
  /** As printed, with the words that the date rests on, such as "since 2019". */
  readonly words: string;
  /** `null` if the words alone give no date: they name no year, or only what the time comes before or after. */
  readonly edtf: string | null;
  readonly rule: DateRule;
  /** The place of the words in the text. */
  readonly start: number;
  readonly end: number;
}

export type DateRule =
  | "as-printed"
  /** "Between 2019 and 2021", "March 2017 - May 2018". */
  | "from-to"
  /** "August and September 2023". */
  | "neighbouring-months"
  | "since"
  | "until"
  /** "By mid-2022". */
  | "not-later"
  /** "At the end of November 2023": one day of a third of the month. */
  | "third-of-month"
  | "about"
  /** "In March". */
  | "no-year"
  /** "Before 2018", "following the 2012 rebellion": the time itself is another one. */
  | "relative"
  /** "The summer of 2022": seasons are not in the same months everywhere. */
  | "season";

/** A date as it is read from a text, before its words are cut out. */
export type Read = Omit<WordedDate, "words">;

/** Whether a time is one whole month. */
export const isWholeMonth = ({ first, last }: Pick<NamedTime, "first" | "last">) =>
  first.slice(0, 7) === last.slice(0, 7) && first.endsWith("-01") && Number(last.slice(8)) > 27;

/** Where a wording starts that begins with the words before a time. */
export const startOf = (time: PlacedTime, lead: RegExpExecArray | null) => time.start - (lead?.[0].length ?? 0);

/** `null` for a date that is none, such as an interval that ends before it starts. */
export const validDate = (edtf: string): string | null => (typeof parsePartialDate(edtf) === "string" ? null : edtf);
