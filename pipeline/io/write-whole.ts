import { writeSync } from "node:fs";

/** Writes all bytes to an open file. The system may write fewer at a time, for example on a disk that is almost full. */
export function writeWhole(file: number, bytes: Uint8Array, place: string): void {
  for (let start = 0; start < bytes.length; ) start += inPlace(place, () => writeSync(file, bytes, start));
}

/** Adds the path to a system error: for an open file, the system leaves it out. */
export function inPlace<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && !("path" in error) ? Object.assign(error, { path: place }) : error;
  }
}
