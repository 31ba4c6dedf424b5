import { placedTimes } from "#pipeline/core/date-words.ts";
import { plainOffsets } from "#pipeline/core/plain-offsets.ts";
import { pairOf } from "./date-pair.ts";
import { singleDate } from "./single-date.ts";
import type { WordedDate } from "./worded-date.ts";

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
    const { start, end, ...read } = pair ?? singleDate(time, lead, plain.slice(time.end, time.end + REACH));
    dates.push({ ...read, start: placeOf(start), end: placeOf(end), words: text.slice(placeOf(start), placeOf(end)) });
    if (pair !== null) at += 1;
  }
  return dates;
}
