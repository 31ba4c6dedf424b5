import { parsePartialDate } from "./partial-date.ts";
import { withoutAccents } from "./without-accents.ts";

/** A time that words name, as its first and last day. */
export interface NamedTime {
  readonly first: string;
  readonly last: string;
  /** Whether the words name no year, so that any year may be meant. */
  readonly isInAnyYear: boolean;
}

/** A named time, the date that is as precise as its words, and where they stand in the text without accents. */
export interface PlacedTime extends NamedTime {
  /** `null` if the words name no year, or no day of the calendar. */
  readonly edtf: string | null;
  readonly start: number;
  readonly end: number;
}

/** How the words stand to the time that they name: "after 2015" is about any time from then on, "since 2015" about one that starts then. */
export type Bearing = "at" | "since" | "after" | "before";

const MONTHS = [
  ["jan", "january", "janv", "janvier"],
  ["feb", "february", "fevr", "fev", "fevrier"],
  ["mar", "march", "mars"],
  ["apr", "april", "avr", "avril"],
  ["may", "mai"],
  ["jun", "june", "juin"],
  ["jul", "july", "juil", "juillet"],
  ["aug", "august", "aout"],
  ["sep", "sept", "september", "septembre"],
  ["oct", "october", "octobre"],
  ["nov", "november", "novembre"],
  ["dec", "december", "decembre"],
];
const monthNumber = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** The months that words before a year mean (the project's rule for 37 to 41; quarters as ISO 8601-2 has them), and their code. */
const PARTS: readonly (readonly [words: string, first: number, last: number, code: number])[] = [
  ["early|beginning|start|debut", 1, 4, 37],
  ["mid|middle|milieu|mi", 5, 8, 38],
  ["late|end|fin", 9, 12, 39],
  ["(?:first|1st|premier|premiere) (?:half|semestre|moitie)", 1, 6, 40],
  ["(?:second|2nd|last|latter|deuxieme|seconde|dernier) (?:half|semestre|moitie)", 7, 12, 41],
  ["(?:first|1st|premier) (?:quarter|trimestre)", 1, 3, 33],
  ["(?:second|2nd|deuxieme) (?:quarter|trimestre)", 4, 6, 34],
  ["(?:third|3rd|troisieme) (?:quarter|trimestre)", 7, 9, 35],
  ["(?:fourth|4th|last|quatrieme|dernier) (?:quarter|trimestre)", 10, 12, 36],
];

const MONTH = [...monthNumber.keys()].sort((a, b) => b.length - a.length).join("|");
/** The words for "of the year", which may stand between a part and its year. */
const OF = String.raw`[\s-]*(?:(?:in|of|the|year|de|d'|l'|la|annee)[\s-]*)*`;
const YEAR = String.raw`(?<!\d)(?<year>1\d{3}|20\d{2})(?!\d)`;

/** What the words can name. The first form that fits at a place is the one that counts. */
const NAMED = new RegExp(
  [
    String.raw`(?<!\d)(?<century>\d{2})(?:th|st|nd|rd|e|eme) (?:century|siecle)`,
    String.raw`(?<!\d)(?<decade>1\d{2}|20\d)0'?s\b`,
    String.raw`\bannees (?<decennie>1\d{2}|20\d)0\b`,
    String.raw`(?<!\d)(?<isoYear>1\d{3}|20\d{2})[-/.](?<isoMonth>0\d|1[0-2])[-/.](?<isoDay>[0-3]\d)(?!\d)`,
    String.raw`(?<!\d)(?<dottedDay>[0-3]?\d)\.(?<dottedMonth>0?[1-9]|1[0-2])\.(?<dottedYear>1\d{3}|20\d{2})(?!\d)`,
    String.raw`(?<!\d)(?:(?<firstNumber>\d{1,2})\s*(?:-|–|,|and|to|or|et|au|ou)\s*)?(?<number>\d{1,2})(?:st|nd|rd|th|er)?\s+(?:of\s+)?(?<dayMonth>${MONTH})\b\.?(?:,?\s+(?<dayYear>\d{4})\b)?`,
    String.raw`\b(?<monthDay>${MONTH})\b\.?\s+(?<numberAfter>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|and|to|or)\s*(?<lastNumber>\d{1,2})(?:st|nd|rd|th)?)?(?!\d)(?:,?\s+(?<afterYear>\d{4})\b)?`,
    String.raw`\b(?<month>${MONTH})\b\.?(?:${OF}(?<monthYear>\d{4})\b)?`,
    String.raw`(?:\b(?:${PARTS.map(([words], at) => `(?<part${at}>${words})`).join("|")})${OF})?${YEAR}(?:[-–/](?<until>\d{4}|\d{2})(?!\d))?`,
  ].join("|"),
  "giu",
);

/** "May" and "march" are also common English words, and "mar" and "dec" may be parts of names. */
const isMonthName = (printed: string) => !/^(may|march|[a-z]{3})$/u.test(printed) || printed === "mai";

/** The times that English or French words name, in their order; none if there is nothing that a calendar knows. */
export const namedTimes = (text: string): NamedTime[] => placedTimes(withoutAccents(text));

/** The same for a text without accents, with the place and the date of each. */
export function placedTimes(plain: string): PlacedTime[] {
  const times: PlacedTime[] = [];
  for (const { 0: words, index: start, groups = {} } of plain.matchAll(NAMED)) {
    const time = timeOf(groups);
    if (time === null) continue;
    const { edtf, ...named } = time;
    const isDate = edtf !== null && typeof parsePartialDate(edtf) !== "string";
    times.push({ ...named, edtf: isDate ? edtf : null, start, end: start + words.length });
  }
  return times;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Time = NamedTime & Pick<PlacedTime, "edtf">;

function timeOf(groups: Groups): Time | null {
  const { century, decade = groups.decennie, isoYear, isoMonth, isoDay, year } = groups;
  const { dottedYear, dottedMonth, dottedDay } = groups;
  if (century !== undefined) {
    const first = Number(century) - 1;
    return { ...years(first * 100, first * 100 + 99), edtf: `${first}XX` };
  }
  if (decade !== undefined) return { ...years(Number(decade) * 10, Number(decade) * 10 + 9), edtf: `${decade}X` };
  if (isoYear !== undefined) return days(isoYear, Number(isoMonth), isoDay);
  if (dottedYear !== undefined) return days(dottedYear, Number(dottedMonth), dottedDay);
  const month = groups.dayMonth ?? groups.monthDay ?? groups.month;
  if (month !== undefined) {
    const number = monthNumber.get(month.toLowerCase());
    const ofYear = groups.dayYear ?? groups.afterYear ?? groups.monthYear ?? null;
    if (number === undefined || (ofYear === null && !isMonthName(month))) return null;
    const { firstNumber, lastNumber } = groups;
    return days(ofYear, number, firstNumber ?? groups.number ?? groups.numberAfter, lastNumber ?? groups.number);
  }
  return year === undefined ? null : yearOf(Number(year), groups);
}

const LONGEST_SPAN = 50;

/** A year, a part of it or, with a second year as in "2019-20", all years up to that. */
function yearOf(year: number, groups: Groups): Time {
  const { until } = groups;
  if (until !== undefined) {
    const last = until.length === 2 ? Math.floor(year / 100) * 100 + Number(until) : Number(until);
    // "2020-78" is more likely a year and a page.
    const isSpan = last > year && last - year <= LONGEST_SPAN;
    return { ...years(year, Math.max(year, last)), edtf: isSpan ? `${year}/${last}` : String(year) };
  }
  const [, first, last, code] = PARTS.find((_, at) => groups[`part${at}`] !== undefined) ?? ["", 1, 12, null];
  return {
    first: day(String(year), first, 1),
    last: day(String(year), last, daysIn(String(year), last)),
    isInAnyYear: false,
    edtf: code === null ? String(year) : `${year}-${code}`,
  };
}

const years = (first: number, last: number): NamedTime => ({
  first: day(String(first), 1, 1),
  last: day(String(last), 12, 31),
  isInAnyYear: false,
});

/** A leap year stands in where no year is named. */
const ANY_YEAR = "2000";

function days(year: string | null, month: number, from: string | undefined, to = from): Time {
  const ofYear = year ?? ANY_YEAR;
  const first = day(ofYear, month, Number(from ?? 1));
  const last = day(ofYear, month, to === undefined ? daysIn(ofYear, month) : Number(to));
  const edtf = from === undefined ? first.slice(0, 7) : first === last ? first : `${first}/${last}`;
  return { first, last, isInAnyYear: year === null, edtf: year === null ? null : edtf };
}

const daysIn = (year: string, month: number) => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();

const day = (year: string, month: number, number: number) =>
  [year, String(month).padStart(2, "0"), String(number).padStart(2, "0")].join("-");

const AFTER = /\b(after|following|later|anniversary|from|post|apres|suite|tard|anniversaire|partir|des)\b/iu;
const SINCE = /\b(since|depuis)\b/iu;
const BEFORE = /\b(before|prior|until|till|by|ahead|ago|earlier|pre|up to|avant|jusqu|ici|plus tot)\b/iu;

/** Whether the words are about the time that they name, or about one that starts then, comes after or comes before it. */
export function bearingOf(text: string): Bearing {
  const plain = withoutAccents(text);
  if (BEFORE.test(plain)) return "before";
  if (AFTER.test(plain)) return "after";
  return SINCE.test(plain) ? "since" : "at";
}
