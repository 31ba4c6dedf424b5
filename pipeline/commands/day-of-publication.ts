import { isoDay } from "#pipeline/core/iso-day.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { isInTheFuture } from "#pipeline/core/release-chain.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

/**
 * The ISO day, in UTC, of `--date`, else of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else today.
 * Throws a UsageError for a day later than tomorrow.
 */
export function dayOfPublication(asked?: string): string {
  const today = isoDay(new Date());
  const day = asked === undefined ? dayOfEpoch(process.env.SOURCE_DATE_EPOCH) : checkedDay(asked);
  if (day === null) return today;
  if (isInTheFuture(day, today))
    throw new UsageError(
      `${day} is later than tomorrow, and a release cannot be dated ahead. Choose a day up to ${today}.`,
    );
  return day;
}

function checkedDay(asked: string): string {
  const date = parsePartialDate(asked);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(asked) && typeof date !== "string") return asked;
  throw new UsageError(`--date "${asked}" is not a valid day. Write it as YYYY-MM-DD.`);
}

function dayOfEpoch(epoch: string | undefined): string | null {
  if (epoch === undefined) return null;
  // Eleven digits reach beyond the year 5000. With more, a Date could be out of range.
  if (/^\d{1,11}$/u.test(epoch)) return isoDay(new Date(Number(epoch) * 1000));
  throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds since 1970. Correct it, or unset it.`);
}
