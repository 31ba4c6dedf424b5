import { writeSync } from "node:fs";
import { withPath } from "./system-error.ts";

/** Writes all bytes to an open file. The system may write fewer at a time, for example on a disk that is almost full. */
export function writeWhole(file: number, bytes: Uint8Array, place: string): void {
  for (let start = 0; start < bytes.length; ) start += inPlace(place, () => writeSync(file, bytes, start));
}

/** Does work on an open file, whose path a system error then has. */
export function inPlace<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withPath(error, place);
  }
}
