import type { PartialDate } from "#schemas/cell-values.ts";

export type DateFault =
  /** Not one of the accepted forms at all. */
  | "not-edtf"
  /** Codes 21 to 32: seasons in the Sahel are not in the months that these codes mean. */
  | "season"
  /** 30 February, month 13. */
  | "no-such-day"
  /** The end is before the start. */
  | "backwards"
  /** The end is a part of the start, or contains it, as in `2018-06/2018`: it does not say which days are meant. */
  | "overlapping-ends"
  /** `0025` for 2025: no source is about a year of three digits. */
  | "year-before-1000"
  /** `~ ? %` on a date with `X`, or on a part of a year: other readers of EDTF disagree about these. */
  | "qualified-vagueness";

const MONTHS_OF_PART: Readonly<Record<string, readonly [first: number, last: number]>> = {
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
};

/**
 * Reads EDTF (ISO 8601-2:2019) levels 0 and 1, the parts of a year 33 to 41 of level 2, and sets `[a..b]`.
 * A qualifier does not change the bounds, because no source says how much wider "about March" is than March.
 */
export function parsePartialDate(text: string): PartialDate | DateFault {
  if (text.startsWith("[") && text.endsWith("]")) return between(text, text.slice(1, -1), /^(.*?)\.\.(.*)$/u, ["", ""]);
  if (text.includes("/")) return between(text, text, /^([^/]*)\/([^/]*)$/u, ["", ".."]);
  return point(text);
}

/** The first and the last date of an interval or a set, `null` where it is open; a single date is both. */
export function endsOf({ edtf }: PartialDate): { start: PartialDate | null; end: PartialDate | null } {
  const [, from, to = ""] = /^\[?(.*?)(?:\/|\.\.(?!\/))(.*?)\]?$/u.exec(edtf) ?? [];
  const [start, end] = from === undefined ? [edtf, edtf] : [from, to];
  return { start: isOpen(start) ? null : readPartialDate(start), end: isOpen(end) ? null : readPartialDate(end) };
}

const isOpen = (end: string) => end === "" || end === "..";

/** Like `parsePartialDate`, for a date that is known to be valid. Throws if it is not. */
export function readPartialDate(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (typeof date === "string")
    throw new Error(`The invalid date "${text}" (${date}) reached a step that only accepts valid dates.`);
  return date;
}

function between(edtf: string, inner: string, form: RegExp, open: readonly string[]): PartialDate | DateFault {
  const [, from, to] = form.exec(inner) ?? [];
  if (from === undefined || to === undefined || (open.includes(from) && open.includes(to))) return "not-edtf";
  const start = open.includes(from) ? null : point(from);
  const end = open.includes(to) ? null : point(to);
  if (typeof start === "string") return start;
  if (typeof end === "string") return end;
  if (start !== null && end !== null && isBefore(end.latest, start.earliest)) return "backwards";
  if (start !== null && end !== null && !isBefore(start.latest, end.earliest)) return "overlapping-ends";
  return { edtf, earliest: start?.earliest ?? null, latest: end?.latest ?? null };
}

const isBefore = (a: string | null, b: string | null) => a !== null && b !== null && a < b;

function point(text: string): PartialDate | DateFault {
  const [, year = "", part, day, qualifier] =
    /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/u.exec(text) ?? [];
  if (year === "") return "not-edtf";
  if (year.startsWith("0")) return "year-before-1000";
  const hasX = text.includes("X");
  const firstYear = year.replaceAll("X", "0");
  const lastYear = year.replaceAll("X", "9");
  if (part === undefined)
    return qualifier && hasX ? "qualified-vagueness" : dated(text, `${firstYear}-01-01`, `${lastYear}-12-31`);
  if (year.includes("X")) return "not-edtf";
  const months = part === "XX" ? ([1, 12] as const) : monthsOf(part);
  if (typeof months === "string") return months;
  if (qualifier && (hasX || Number(part) > 12)) return "qualified-vagueness";
  if (day !== undefined && day !== "XX") {
    if (part === "XX" || Number(part) > 12) return "not-edtf";
    const number = Number(day);
    if (number < 1 || number > daysInMonth(Number(year), Number(part))) return "no-such-day";
    return dated(text, `${year}-${part}-${day}`, `${year}-${part}-${day}`);
  }
  if (day === "XX" && Number(part) > 12) return "not-edtf";
  const [first, last] = months;
  return dated(text, `${year}-${two(first)}-01`, `${year}-${two(last)}-${two(daysInMonth(Number(year), last))}`);
}

function monthsOf(part: string): readonly [number, number] | DateFault {
  const number = Number(part);
  if (number >= 1 && number <= 12) return [number, number];
  if (number >= 21 && number <= 32) return "season";
  return MONTHS_OF_PART[part] ?? "no-such-day";
}

const dated = (edtf: string, earliest: string, latest: string): PartialDate => ({ edtf, earliest, latest });
const two = (number: number) => String(number).padStart(2, "0");
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const DAY_MS = 86_400_000;

/** Number of days that a date allows; `Infinity` if it has no start or no end. */
export function spanInDays({ earliest, latest }: PartialDate): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY;
  return Math.round((Date.parse(latest) - Date.parse(earliest)) / DAY_MS) + 1;
}

/** Whether there is a day that all of the dates allow. */
export function shareADay(dates: readonly PartialDate[]): boolean {
  const starts = dates.flatMap(({ earliest }) => earliest ?? []).sort();
  const lastStart = starts.at(-1) ?? "";
  return dates.every(({ latest }) => latest === null || lastStart <= latest);
}

const PRECISIONS = [
  [1, "day"],
  [7, "week"],
  [31, "month"],
  [92, "quarter"],
  [123, "quadrimester"],
  [184, "half"],
  [366, "year"],
] as const;

export type DatePrecision = (typeof PRECISIONS)[number][1] | "longer";

/** The shortest named span that the date fits into, by its number of days. */
export function precisionOf(date: PartialDate): DatePrecision {
  const days = spanInDays(date);
  return PRECISIONS.find(([longest]) => days <= longest)?.[1] ?? "longer";
}

/** UCDP GED date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer. */
export function ucdpPrecisionOf(date: PartialDate): number {
  const days = spanInDays(date);
  return [1, 6, 7, 31].filter((longest) => days > longest).length + 1;
}
