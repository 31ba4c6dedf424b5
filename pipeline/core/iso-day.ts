/** The ISO day (`2026-01-31`) of an ISO timestamp. */
export const dayOf = (timestamp: string) => timestamp.slice(0, "2026-01-31".length);

/** The ISO day of a time, in UTC. */
export const isoDay = (time: Date) => dayOf(time.toISOString());

const MILLISECONDS = 86_400_000;

/** An ISO day as a number of days, so that two days can be subtracted. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
