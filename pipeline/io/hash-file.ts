import { createHash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import { openRegular } from "./regular-file.ts";
import { inPlace } from "./write-whole.ts";

/** Holds one part of a file at a time, so that hashing costs no memory. */
const PART = new Uint8Array(1 << 18);

/** SHA-256 of a file as 64 hexadecimal digits, without keeping the file in memory; `null` if there is no regular file. */
export function hashFile(path: string): string | null {
  const file = openRegular(path);
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
