import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { codeOf } from "./durable-write.ts";
import { inPlace } from "./write-whole.ts";

/** Number of bytes to read at a time. */
const PART = 1 << 18;

/** SHA-256 of a file as 64 hexadecimal digits, without keeping the file in memory; `null` if it does not exist. */
export function hashFile(path: string): string | null {
  const file = openOrNull(path);
  if (file === null) return null;
  const hash = createHash("sha256");
  const part = new Uint8Array(PART);
  try {
    for (let length = inPlace(path, () => readSync(file, part)); length > 0; length = readSync(file, part))
      hash.update(part.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}
