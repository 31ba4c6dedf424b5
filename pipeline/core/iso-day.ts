/** The ISO day (`2026-01-31`) of an ISO timestamp. */
export const dayOf = (timestamp: string) => timestamp.slice(0, "2026-01-31".length);

/** The ISO day of a time, in UTC. */
export const isoDay = (time: Date) => dayOf(time.toISOString());
