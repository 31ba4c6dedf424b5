import { dayNumber } from "#pipeline/core/iso-day.ts";
import { memo } from "#pipeline/core/memo.ts";

/** Whether 03/04/2021 is in April or in March. */
export type DayOrder = "day_first" | "month_first";

/** `order`: the day can only be read once the order of day and month is known. `null`: it is not a day. */
export type ReadDay = number | "order" | null;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/u;

/** A time of day after a date, as databases, R and GeoJSON write it. */
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, "u");
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const NUMERIC = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`, "u");
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})[ -]([A-Za-z]+\\.?)[ ,-]+(\\d{4}|\\d{2})${TIME}$`, "u");
const MONTH_DAY_YEAR = new RegExp(`^([A-Za-z]+\\.?) (\\d{1,2}),? (\\d{4})${TIME}$`, "u");
/** Days since 1899-12-30, as Excel counts them, from 1954 to 2091. */
const SERIAL = /^([2-6]\d{4})(?:[.,]\d+)?$/u;
const SERIAL_ZERO = dayNumber("1899-12-30");

/**
 * A day as event files write it, in days since 1970-01-01: `2021-02-28`, `2021-02-28T00:00:00`, `20210228`,
 * `28 February 2021`, `28-Feb-21`, `February 28, 2021`, `28/02/2021`, `44255` (Excel).
 */
export const readDay = (text: string, order: DayOrder | null): ReadDay => readers[order ?? "unknown"](text);

const readers: Readonly<Record<DayOrder | "unknown", (text: string) => ReadDay>> = {
  day_first: memo((text) => readOnce(text, "day_first")),
  month_first: memo((text) => readOnce(text, "month_first")),
  unknown: memo((text) => readOnce(text, null)),
};

function readOnce(text: string, order: DayOrder | null): ReadDay {
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return dayFrom(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    if (order === null) return "order";
    const [, first, second, year] = numeric;
    return order === "day_first" ? dayFrom(year, second, first) : dayFrom(year, first, second);
  }
  const worded = DAY_MONTH_YEAR.exec(text);
  if (worded !== null) return dayFrom(worded[3], monthOf(worded[2]), worded[1]);
  const american = MONTH_DAY_YEAR.exec(text);
  if (american !== null) return dayFrom(american[3], monthOf(american[1]), american[2]);
  const serial = SERIAL.exec(text);
  return serial === null ? null : Number(serial[1]) + SERIAL_ZERO;
}

/** Which order a date shows; `null` if it fits both, or is written in another form. */
export function shownOrder(text: string): DayOrder | null {
  const [, first, second] = NUMERIC.exec(text) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return "day_first";
  return Number(second) > 12 && Number(first) <= 12 ? "month_first" : null;
}

const monthOf = (name = "") => {
  const small = name.toLowerCase();
  return MONTH_NAMES.test(small) ? String(MONTHS.indexOf(small.slice(0, 3)) + 1) : undefined;
};

/** Two digits of a year are those of 1969 to 2068, as POSIX has it. Years outside 1900 to 2100 are a mistake. */
function dayFrom(year = "", month = "", day = ""): number | null {
  const short = year.length === 2;
  const whole = short ? Number(year) + (Number(year) >= 69 ? 1900 : 2000) : Number(year);
  if (whole < 1900 || whole > 2100 || month === "") return null;
  const iso = `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const number = dayNumber(iso);
  // JavaScript takes 2021-02-30 for 2 March.
  return Number.isNaN(number) || isoOf(number) !== iso ? null : number;
}

/** The ISO day of a number of days since 1970-01-01. */
export function isoOf(day: number): string {
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  // Days from 1900 to 2100 are fewer than this.
  if (isoDays.size === 80_000) isoDays.clear();
  isoDays.set(day, iso);
  return iso;
}

const isoDays = new Map<number, string>();
