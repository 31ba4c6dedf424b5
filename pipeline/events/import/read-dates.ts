import type { EventProfile } from "#schemas/events/profile.ts";
import { type DayOrder, isoOf, readDay } from "./read-day.ts";
import type { RowCells } from "./row-cells.ts";

/** The days on which an event may have happened. */
export interface EventDates {
  readonly date_start: string;
  readonly date_end: string;
  readonly day_first: number;
  readonly day_last: number;
  readonly date_prec: number;
}

interface DateReading {
  readonly profile: EventProfile;
  readonly order: DayOrder | null;
}

/** Reads the dates of a row; `null` if they are wrong, `order` if the order of day and month has to be known first. */
export function readDates(row: RowCells, { profile, order }: DateReading): EventDates | "order" | null {
  const start = dayIn(row, "date_start", order);
  const hasEnd = row.text("date_end") !== null;
  const end = hasEnd ? dayIn(row, "date_end", order) : start;
  if (start === "order" || end === "order") return "order";
  const precision = readDatePrecision(row, profile);
  if (start === null || end === null || precision === null) return null;
  if (end < start) {
    row.fault("date_end", { code: "events/backwards-dates", start: isoOf(start), end: isoOf(end) });
    return null;
  }
  const [first, last] = widened(start, end, precision.days);
  return {
    date_start: isoOf(first),
    date_end: isoOf(last),
    day_first: first,
    day_last: last,
    date_prec: precision.date_prec,
  };
}

function dayIn(row: RowCells, cell: "date_start" | "date_end", order: DayOrder | null) {
  const text = row.text(cell) ?? "";
  const day = readDay(text, order);
  if (day === null) row.fault(cell, { code: "events/bad-date", value: text });
  return day;
}

function readDatePrecision(row: RowCells, { date_precision }: EventProfile) {
  if ("always" in date_precision) return { date_prec: date_precision.always, days: "as_dated" } as const;
  const code = row.id("date_prec") ?? "";
  const { codes } = date_precision;
  const found = Object.hasOwn(codes, code) ? (codes[code] ?? null) : null;
  if (found === null) row.fault("date_prec", { code: "events/bad-precision", value: code, known: Object.keys(codes) });
  return found;
}

/** Days before and after the middle of a week. */
const HALF_WEEK = 3;

/** The days that are meant where a source writes one day for a week or a month. */
function widened(start: number, end: number, days: "as_dated" | "week" | "month"): [number, number] {
  switch (days) {
    case "as_dated":
      return [start, end];
    case "week":
      return [start - HALF_WEEK, end + HALF_WEEK];
    case "month":
      return [monthStart(start, 0), monthStart(end, 1) - 1];
    default:
      return days satisfies never;
  }
}

/** The first day of the month of a day, or of a month after it. */
function monthStart(day: number, later: number): number {
  const [year = 0, month = 0] = isoOf(day).split("-").map(Number);
  return Date.UTC(year, month - 1 + later, 1) / 86_400_000;
}
