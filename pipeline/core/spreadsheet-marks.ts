/** What a spreadsheet made of a text. */
export type SpreadsheetMark =
  /** `03/01/2017` and, in other countries, `12.12.2026` or `2026-12-12`. */
  | "date"
  /** `Mar-17` and `17-Mar`. */
  | "month"
  /** `43891`, the days since 1900. */
  | "serial-number"
  /** `1.00E+05`. */
  | "exponent";

const DATE = /^(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\2\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u;
/** The short names of the months in English, French and German, as spreadsheets write them. */
const MONTH =
  "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|janv|f[ée]vr|mars|avr|mai|juin|juil|août|d[ée]c|mär|mrz|okt|dez";
const MONTH_CELL = new RegExp(`^(?:(?:${MONTH})\\.?-\\d{2,4}|\\d{1,2}-(?:${MONTH})\\.?(?:-\\d{2,4})?)$`, "iu");
/** The days of the years 1954 to 2064. */
const SERIAL_NUMBER = /^[2-5]\d{4}$/u;
const EXPONENT = /^\d(?:[.,]\d+)?E[+-]?\d{1,3}$/iu;

/** What a spreadsheet seems to have made of the text of a whole cell; `null` if it looks as somebody typed it. */
export function spreadsheetMark(text: string): SpreadsheetMark | null {
  if (DATE.test(text)) return "date";
  if (MONTH_CELL.test(text)) return "month";
  if (SERIAL_NUMBER.test(text)) return "serial-number";
  return EXPONENT.test(text) ? "exponent" : null;
}
