import { type PlacedTime, placedTimes } from "./date-words.ts";
import { parsePartialDate } from "./partial-date.ts";
import { plainOffsets } from "./plain-offsets.ts";

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

const OPENING = String.raw`(?:(?:in|on|of|the|a|au|en|du|de|des|le|la|l'|dans|only|year|late|early)[\s-]+)*`;

const SEASON =
  /(?<![\p{L}\p{N}])(?:summer|winter|spring|autumn|fall|season|ete|hiver|printemps|automne|saison(?: des pluies| seche)?)(?:\s+(?:of|in|de|en|d'))?(?:\s+the)?\s+$/iu;

/** What may stand directly before a time, in the order in which it is looked for. */
const BEFORE: readonly (readonly [rule: DateRule, words: RegExp])[] = [
  [
    "relative",
    before(
      "before|prior to|ahead of|earlier than|after|following|later than|post|anniversary of|days? of|avant|apres|suite a|a la suite de|anniversaire",
    ),
  ],
  ["not-later", before("by|not later than|d'ici|au plus tard(?: en)?")],
  ["until", before("until|till|up to|jusqu'(?:a|en|au)")],
  ["since", before("since|depuis|a partir de|starting in|beginning in")],
  // "Since the operation commenced in 2013".
  ["since", /\b(?:since|depuis)\b[^,;:.()]{1,48}\b(?:in|en)\s+$/iu],
  ["about", before("about|around|circa|approximately|vers|environ")],
];

function before(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})[\s-]+${OPENING}$`, "iu");
}

/** The third of a month that words before it mean, by its first and last day; the last day of the last one is the month's. */
const THIRDS: readonly (readonly [words: RegExp, first: number, last: number | null])[] = [
  [third("early|beginning of|start of|debut(?: de)?"), 1, 10],
  [third("mid|middle of|mi|milieu de"), 11, 20],
  [third("late|end of|fin(?: de)?"), 21, null],
];

function third(words: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?:at|in|by|the|a|au|la|le)[\s-]+)*(?:${words})[\s-]+(?:the\s+)?$`,
    "iu",
  );
}

const FROM = /(?<![\p{L}\p{N}])(?:between|from|entre|de|du|since|depuis)\s+(?:(?:the|early|late|mid)[\s-]+)?$/iu;
const TO = /^\s*(?:-|–|—|to|until|till|through|and|et|a|au|jusqu'(?:a|en|au))\s*(?:in\s+|en\s+|the\s+)?$/iu;
const AND = /^\s*(?:and|et)\s*$/iu;
const PREPOSITION =
  /(?<![\p{L}\p{N}])(?:(?:only\s+)?(?:in|on|en|le|au|dans|as of)\s+)(?:(?:the|les|la|le|l')[\s-]*)?$/iu;
/** "After the 2012 rebellion" names a thing by its year. */
const NAMED_BY_TIME = /(?<![\p{L}\p{N}])(?:after|following|before|since|prior to)\s+the\s+$/iu;
const ANNIVERSARY = /^\s*(?:anniversary|anniversaire)/iu;

/** So many letters before and after a time can bear on it. The bound keeps the work in step with the length of the text. */
const REACH = 80;

/** The dates that a text names in English or French words, in their order, by the rules of the project. */
export function datesIn(text: string): WordedDate[] {
  const { plain, placeOf } = plainOffsets(text);
  const times = placedTimes(plain);
  const dates: WordedDate[] = [];
  for (let at = 0; at < times.length; at += 1) {
    const time = times[at];
    if (time === undefined) continue;
    const next = times[at + 1] ?? null;
    const lead = plain.slice(Math.max(times[at - 1]?.end ?? 0, time.start - REACH), time.start);
    const link = next === null ? "" : plain.slice(time.end, Math.min(next.start, time.end + REACH));
    const pair = next === null ? null : pairOf({ time, next, lead, link });
    const { start, end, ...read } = pair ?? single(time, lead, plain.slice(time.end, time.end + REACH));
    dates.push({ ...read, start: placeOf(start), end: placeOf(end), words: text.slice(placeOf(start), placeOf(end)) });
    if (pair !== null) at += 1;
  }
  return dates;
}

type Read = Omit<WordedDate, "words">;

interface Pair {
  readonly time: PlacedTime;
  readonly next: PlacedTime;
  readonly lead: string;
  readonly link: string;
}

/** Two times that are the ends of one, if they are. */
function pairOf({ time, next, lead, link }: Pair): Read | null {
  if (!TO.test(link) || next.edtf === null) return null;
  const from = FROM.exec(lead);
  const isMonths = AND.test(link) && time.isInAnyYear && areNeighbours(time, next);
  if (AND.test(link) && from === null && !isMonths) return null;
  const first = time.edtf ?? (isMonths || from !== null ? inYearOf(time, next) : null);
  const edtf = valid(`${first}/${next.edtf}`);
  if (first === null || edtf === null) return null;
  const rule = isMonths && from === null ? "neighbouring-months" : "from-to";
  return { edtf, rule, start: startOf(time, from ?? PREPOSITION.exec(lead)), end: next.end };
}

/** Whether one month comes right before the other. */
const areNeighbours = (a: NamedMonths, b: NamedMonths) =>
  isWholeMonth(a) && isWholeMonth(b) && Number(b.first.slice(5, 7)) - Number(a.first.slice(5, 7)) === 1;

type NamedMonths = Pick<PlacedTime, "first" | "last">;

const isWholeMonth = ({ first, last }: NamedMonths) =>
  first.slice(0, 7) === last.slice(0, 7) && first.endsWith("-01") && Number(last.slice(8)) > 27;

/** A time without a year in the year of the one that it goes with: "from 3 May to 12 June 2021". */
function inYearOf(time: PlacedTime, { first }: PlacedTime): string {
  const month = `${first.slice(0, 4)}${time.first.slice(4, 7)}`;
  return isWholeMonth(time) ? month : `${month}${time.first.slice(7)}`;
}

function single(time: PlacedTime, lead: string, rest: string): Read {
  const { edtf, end } = time;
  const plainly = PREPOSITION.exec(lead);
  const bare = { rule: "as-printed" as const, edtf, start: startOf(time, plainly), end };
  if (edtf === null) return { ...bare, rule: "no-year" };
  const season = SEASON.exec(lead);
  if (season !== null) return { edtf: null, rule: "season", start: startOf(time, season), end };
  if (ANNIVERSARY.test(rest)) return { ...bare, edtf: null, rule: "relative" };
  const named = NAMED_BY_TIME.exec(lead);
  if (named !== null) return { edtf: null, rule: "relative", start: startOf(time, named), end };
  const part = isWholeMonth(time) ? thirdOf(time, lead) : null;
  if (part !== null) return { ...part, end };
  for (const [rule, words] of BEFORE) {
    const found = words.exec(lead);
    if (found !== null) return { rule, edtf: bounded(rule, edtf), start: startOf(time, found), end };
  }
  return bare;
}

function bounded(rule: DateRule, edtf: string): string | null {
  const isOneTime = !edtf.includes("/");
  switch (rule) {
    case "since":
      return isOneTime ? valid(`${edtf}/..`) : null;
    case "until":
      return isOneTime ? valid(`../${edtf}`) : null;
    case "not-later":
      return isOneTime ? valid(`[..${edtf}]`) : null;
    case "about":
      return valid(`${edtf}~`);
    default:
      return null;
  }
}

function thirdOf(time: PlacedTime, lead: string): Omit<Read, "end"> | null {
  for (const [words, first, last] of THIRDS) {
    const found = words.exec(lead);
    if (found === null) continue;
    const month = time.first.slice(0, 8);
    const edtf = valid(`[${month}${String(first).padStart(2, "0")}..${last === null ? time.last : `${month}${last}`}]`);
    return { rule: "third-of-month", edtf, start: startOf(time, found) };
  }
  return null;
}

const startOf = (time: PlacedTime, lead: RegExpExecArray | null) => time.start - (lead?.[0].length ?? 0);

/** `null` for a date that is none, such as an interval that ends before it starts. */
const valid = (edtf: string): string | null => (typeof parsePartialDate(edtf) === "string" ? null : edtf);
