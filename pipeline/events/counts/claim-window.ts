import { dayNumber, isoDay } from "#pipeline/core/iso-day.ts";
import type { countWindow } from "#schemas/codelists/event-data.ts";
import type { Claim } from "./claim.ts";
import type { Uncountable } from "./uncountable.ts";

/** The days in which the events of a claim are looked for, as ISO days, and where they come from. */
export interface ClaimWindow {
  readonly from: (typeof countWindow)["codes"][number]["code"];
  readonly first: string;
  readonly last: string;
}

const DAYS_BEFORE_SOURCE = 365;
const DAY_MS = 86_400_000;

/** The days that the date of a claim allows; if it has none, the 365 days that end with the last day of its as_of. */
export function windowOf({ row }: Claim): ClaimWindow | Uncountable {
  const { date, date_earliest: first, date_latest: last, as_of_latest: asOf } = row;
  if (date !== null)
    return first === null || last === null ? { code: "open-date", date } : { from: "date_of_claim", first, last };
  if (asOf === null) return { code: "no-time" };
  const begin = isoDay(new Date((dayNumber(asOf) - DAYS_BEFORE_SOURCE + 1) * DAY_MS));
  return { from: "year_before_source", first: begin, last: asOf };
}

export const formatWindow = ({ from, first, last }: ClaimWindow): string =>
  from === "date_of_claim"
    ? `${first} to ${last}, the days that its date allows`
    : `${first} to ${last}, the 365 days that end with its as_of, because it has no date`;
