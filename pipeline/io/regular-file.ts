import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { isMissing } from "./system-error.ts";

/**
 * Opens a regular file, or a link to one, and returns its descriptor; `null` if it does not exist or is something else.
 * It never waits, as for a named pipe that nobody writes to.
 */
export function openRegular(path: string): number | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return null;
}

/** The bytes of a regular file; `null` if it does not exist or is something else. */
export function readRegular(path: string): Buffer | null {
  const file = openRegular(path);
  if (file === null) return null;
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
