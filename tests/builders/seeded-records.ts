import { type Aliases, readAliases } from "#pipeline/events/aliases.ts";
import type { MatchRecord } from "#pipeline/events/match/match-record.ts";
import { FIRST_YEAR, HEIGHT, SEEDED_COUNTRIES, SEEDED_NAMES, SOUTH, WEST, WIDTH, YEARS } from "./seeded-events.ts";

/** Actors whose names in the source stand in one group of this many are a family. */
const FAMILY = 3;
const DAY_MS = 86_400_000;

export const actorId = (at: number) => `seeded-${at}`;

/** The actors of seeded events in these sources. */
export const seededAliases = (sources: readonly string[]): Aliases =>
  readAliases(
    sources.flatMap((event_source) =>
      SEEDED_NAMES.map((name, at) => ({
        event_source,
        name,
        actor_id: actorId(at),
        family_id: actorId(at - (at % FAMILY)),
        valid_from: null,
        valid_to: null,
        countries: null,
      })),
    ),
  );

/** Whole numbers from 0 to below a limit, the same for the same seed. */
function drawsOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Records where and when seeded events are. Nine in ten are known to a day and a point, the others to a month or a
 * half-year and a first-level unit.
 */
export function seededRecords(number: number, seed: number): MatchRecord[] {
  const draw = drawsOf(seed);
  const firstDay = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS;
  return Array.from({ length: number }, (_, at) => {
    const day = firstDay + draw(YEARS * 365 - 184);
    const [latitude, longitude] = [SOUTH + draw(HEIGHT * 1000) / 1000, WEST + draw(WIDTH * 1000) / 1000];
    const isPoint = draw(10) < 9;
    const days = isPoint ? 1 : [30, 184][draw(2)];
    const iso3 = SEEDED_COUNTRIES[Math.floor((longitude - WEST) / (WIDTH / SEEDED_COUNTRIES.length))] ?? null;
    return {
      record_id: `seed-${String(at).padStart(5, "0")}`,
      day_first: day,
      day_last: day + (days ?? 1) - 1,
      date_prec: isPoint ? 1 : 4,
      latitude: isPoint ? latitude : null,
      longitude: isPoint ? longitude : null,
      where_prec: isPoint ? 1 : 4,
      iso3,
      admin1_key: `${iso3}:${Math.floor((latitude - SOUTH) / 2)}`,
      sides: [[actorId(draw(SEEDED_NAMES.length))], [actorId(draw(SEEDED_NAMES.length))]],
    };
  });
}
