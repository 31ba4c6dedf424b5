import { checkFindings } from "../check-findings.ts";
import type { Finding, Remark } from "../taken-in.ts";

/** A time of UTC, which programs write whatever the clock of the author shows. */
const UTC = /T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]00:?00)$/u;
/** Hours of UTC at which it may be another day where a page was published. */
const isNearMidnight = (hour: number) => hour >= 22 || hour < 5;

/** What a person should look at in the dates of publication, as the page has them: several days, or a day that depends on the place. */
export function dateRemarks(found: readonly Finding[]): Remark[] {
  const dates = found.filter(({ field }) => field === "date_published");
  const [first, ...others] = new Set(checkFindings(dates).map(({ value }) => value));
  if (others.length > 0)
    return [first, ...others].map((day = "") => ({ code: "dates-differ", page: null, detail: day }));
  const atNight = dates.find(({ value }) => isOfNight(value.trim()));
  return first === undefined || atNight === undefined
    ? []
    : [{ code: "date-near-midnight", page: null, detail: atNight.value.trim() }];
}

/** Midnight itself is what programs write for a day alone. */
function isOfNight(text: string): boolean {
  const [, hour, minute, second = "00"] = UTC.exec(text) ?? [];
  return hour !== undefined && isNearMidnight(Number(hour)) && `${hour}${minute}${second}` !== "000000";
}
