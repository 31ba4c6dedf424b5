import { groupBy } from "#pipeline/core/group-by.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { CurrentEdition } from "#pipeline/events/current-editions.ts";
import type { SqlRow } from "#pipeline/events/engine.ts";
import { eventKind } from "#schemas/codelists/event-data.ts";
import type { CountedEdition } from "./plan-source.ts";

/** The sources whose events count, from the editions that do, and from the rows of `kinds.sql`. */
export function countedEditions(current: readonly CurrentEdition[], kinds: readonly SqlRow[]): CountedEdition[] {
  return [...groupBy(current, ({ edition }) => edition.event_source)].flatMap(([source, editions]) => {
    const newest = editions.toSorted((a, b) => a.rank - b.rank).at(-1)?.edition;
    if (newest === undefined) return [];
    const days = editions.map(countedDays);
    const found = new Set(kinds.filter((row) => row.event_source === source).map((row) => row.event_kind));
    return [
      {
        event_source: source,
        event_edition: newest.event_edition,
        sha256: editions.length === 1 ? newest.sha256 : hashOfAll(editions),
        inclusion_rule: newest.profile.inclusion_rule,
        first_day: days.map(({ first }) => first).toSorted(byCodeUnit)[0] ?? newest.first_day,
        last_day:
          days
            .map(({ last }) => last)
            .toSorted(byCodeUnit)
            .at(-1) ?? newest.last_day,
        kinds: eventKind.codes.map(({ code }) => code).filter((code) => found.has(code)),
      },
    ];
  });
}

/** The days of an edition that count, where another source covers some of its years. */
function countedDays({ edition, years }: CurrentEdition): { readonly first: string; readonly last: string } {
  const isWhole = (year: string) => years.includes(Number(year.slice(0, 4)));
  return {
    first: isWhole(edition.first_day) ? edition.first_day : `${Math.min(...years)}-01-01`,
    last: years.length === edition.years.length ? edition.last_day : lastDay(edition.last_day, Math.max(...years)),
  };
}

/** An event may last beyond the year in which it began. */
const lastDay = (day: string, lastYear: number) => (Number(day.slice(0, 4)) > lastYear ? `${lastYear}-12-31` : day);

/** As for an edition of several files: the hash of the sorted list of the hashes, one a line. */
const hashOfAll = (editions: readonly CurrentEdition[]) =>
  sha256Hex(
    editions
      .flatMap(({ edition }) => edition.files.map(({ sha256 }) => sha256))
      .toSorted(byCodeUnit)
      .map((hash) => `${hash}\n`)
      .join(""),
  );
