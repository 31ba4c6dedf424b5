import { type Bearing, bearingOf, type NamedTime, namedTimes } from "#pipeline/core/date-words.ts";
import { endsOf } from "#pipeline/core/partial-date.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import type { Finding } from "./finding.ts";

/** Dates that contradict the words in date_text. Words that name no time, or a longer one, contradict nothing. */
export const contradictedDates = (statements: readonly Statement[]): Finding[] =>
  statements.flatMap(({ table, recordId, values, at }): Finding[] => {
    if (!("date_text" in values) || values.date_text === null || values.date === null) return [];
    const { date_text: words, date } = values;
    if (!isContradicted(words, date)) return [];
    const check = { table, recordId, column: "date_text", value: `${words}, dated ${date.edtf}` };
    return [{ code: "resolve/date-words", at: { ...at, column: "date_text" }, check, words, date: date.edtf }];
  });

/** Whether no day that the date allows agrees with the words. */
export function isContradicted(words: string, date: PartialDate): boolean {
  const named = namedTimes(words);
  const inYears = named.filter(({ isInAnyYear }) => !isInAnyYear);
  const bearing = bearingOf(words);
  if (inYears.length > 0) return disagrees(inYears, date, bearing);
  const [one, ...others] = named;
  if (one === undefined || others.length > 0) return false;
  return yearsOf(date).every((year) => disagrees([inYear(one, year)], date, bearing));
}

const inYear = ({ first, last }: NamedTime, year: number): NamedTime => ({
  first: `${year}${first.slice(4)}`,
  last: `${year}${last.slice(4)}`,
  isInAnyYear: false,
});

/** The years that a date can be in; those of its known end if the other one is open. */
function yearsOf({ earliest, latest }: PartialDate): readonly number[] {
  const [first, last] = [earliest ?? latest, latest ?? earliest].map((day) => Number(day?.slice(0, 4)));
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The words name one time, or the first and last of several. Each end of an interval must agree with its own. */
function disagrees(named: readonly NamedTime[], date: PartialDate, bearing: Bearing): boolean {
  const whole = {
    earliest: named.map(({ first: earliest }) => earliest).sort()[0] ?? null,
    latest:
      named
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? null,
  };
  const { start, end } = endsOf(date);
  switch (bearing) {
    case "after":
      return start !== null && isBefore(start.latest, whole.earliest);
    case "before":
      return end !== null && isBefore(whole.latest, end.earliest);
    case "since":
      return start !== null && areApart(start, whole);
    case "at": {
      const [first, second, ...more] = named.map(({ first: earliest, last: latest }) => ({ earliest, latest }));
      const isFromTo = date.edtf.includes("/") && first !== undefined && second !== undefined && more.length === 0;
      if (!isFromTo) return areApart(date, whole);
      return (start !== null && areApart(start, first)) || (end !== null && areApart(end, second));
    }
    default:
      return bearing satisfies never;
  }
}

type Bounds = Pick<PartialDate, "earliest" | "latest">;

const areApart = (a: Bounds, b: Bounds) => isBefore(a.latest, b.earliest) || isBefore(b.latest, a.earliest);

/** Whether one day comes before another; an open end comes neither before nor after anything. */
const isBefore = (a: string | null, b: string | null) => a !== null && b !== null && a < b;
