/**
 * The earliest time that a zip file can contain. fflate reads it in the local time zone, so it is built from local parts
 * here. This gives the same bytes in every time zone.
 */
export const zipEpoch = () => new Date(1980, 0, 1);
