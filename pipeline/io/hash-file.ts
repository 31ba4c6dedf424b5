import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { isMissing } from "./system-error.ts";
import { inPlace } from "./write-whole.ts";

/** Holds one part of a file at a time, so that hashing costs no memory. */
const PART = new Uint8Array(1 << 18);

/** SHA-256 of a file as 64 hexadecimal digits, without keeping the file in memory; `null` if it does not exist. */
export function hashFile(path: string): string | null {
  const file = openOrNull(path);
  if (file === null) return null;
  const hash = createHash("sha256");
  try {
    for (let length = readPart(file, path); length > 0; length = readPart(file, path))
      hash.update(PART.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

const readPart = (file: number, path: string) => inPlace(path, () => readSync(file, PART));

function openOrNull(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
