import type { NamedTime, PlacedTime } from "#pipeline/core/date-words.ts";
import { isWholeMonth, type Read, startOf, validDate } from "./worded-date.ts";
import { AND, FROM, PREPOSITION, TO } from "./words-around-times.ts";

interface Pair {
  readonly time: PlacedTime;
  readonly next: PlacedTime;
  readonly lead: string;
  readonly link: string;
}

/** Two times that are the ends of one, if they are. */
export function pairOf({ time, next, lead, link }: Pair): Read | null {
  if (!TO.test(link) || next.edtf === null) return null;
  const from = FROM.exec(lead);
  const isMonths = AND.test(link) && time.isInAnyYear && areNeighbours(time, next);
  if (AND.test(link) && from === null && !isMonths) return null;
  const first = time.edtf ?? (isMonths || from !== null ? inYearOf(time, next) : null);
  const edtf = validDate(`${first}/${next.edtf}`);
  if (first === null || edtf === null) return null;
  const rule = isMonths && from === null ? "neighbouring-months" : "from-to";
  return { edtf, rule, start: startOf(time, from ?? PREPOSITION.exec(lead)), end: next.end };
}

/** Whether one month comes right before the other. */
const areNeighbours = (a: NamedTime, b: NamedTime) =>
  isWholeMonth(a) && isWholeMonth(b) && Number(b.first.slice(5, 7)) - Number(a.first.slice(5, 7)) === 1;

/** A time without a year in the year of the one that it goes with: "from 3 May to 12 June 2021". */
function inYearOf(time: PlacedTime, { first }: PlacedTime): string {
  const month = `${first.slice(0, 4)}${time.first.slice(4, 7)}`;
  return isWholeMonth(time) ? month : `${month}${time.first.slice(7)}`;
}
