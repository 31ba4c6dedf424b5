import { zipSync } from "fflate";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { OutputFile } from "#pipeline/core/record.ts";

/**
 * The first moment that a zip file can name. fflate takes it by the local clock's calendar, so it is built from
 * local parts, in the zone that is in force: the bytes are the same in every time zone.
 */
const zipEpoch = () => new Date(1980, 0, 1);

/** A zip file that depends on names and contents alone. */
export function zipFile(files: readonly OutputFile[]): Uint8Array {
  const entries = files.toSorted((a, b) => byCodeUnit(a.path, b.path)).map(({ path, bytes }) => [path, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: zipEpoch() });
}
