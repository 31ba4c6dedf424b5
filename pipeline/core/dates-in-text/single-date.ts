import type { PlacedTime } from "#pipeline/core/date-words.ts";
import { type DateRule, isWholeMonth, type Read, startOf, validDate } from "./worded-date.ts";
import { ANNIVERSARY, BEFORE, NAMED_BY_TIME, PREPOSITION, SEASON, THIRDS } from "./words-around-times.ts";

/** A time that is not one of two ends, with what the words before and after it make of it. */
export function singleDate(time: PlacedTime, lead: string, rest: string): Read {
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
      return isOneTime ? validDate(`${edtf}/..`) : null;
    case "until":
      return isOneTime ? validDate(`../${edtf}`) : null;
    case "not-later":
      return isOneTime ? validDate(`[..${edtf}]`) : null;
    case "about":
      return validDate(`${edtf}~`);
    default:
      return null;
  }
}

function thirdOf(time: PlacedTime, lead: string): Omit<Read, "end"> | null {
  for (const [words, first, last] of THIRDS) {
    const found = words.exec(lead);
    if (found === null) continue;
    const month = time.first.slice(0, 8);
    const edtf = validDate(
      `[${month}${String(first).padStart(2, "0")}..${last === null ? time.last : `${month}${last}`}]`,
    );
    return { rule: "third-of-month", edtf, start: startOf(time, found) };
  }
  return null;
}
