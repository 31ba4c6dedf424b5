import { formatUnreadable, thousands } from "#pipeline/core/format-input-fault.ts";
import { limits } from "#pipeline/core/limits.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { Refusal } from "#pipeline/intake/taken-in.ts";
import { readInput } from "#pipeline/io/read-input.ts";

/** The bytes of a file, whose size is looked at before it is read. Throws a UsageError if there is no such file. */
export function obtainFile(path: string): Uint8Array | Refusal {
  const read = readInput(path, limits.documentBytes);
  if (!("fault" in read)) return read.bytes;
  if (read.fault === "too-large")
    return {
      code: "too-large",
      detail: `${thousands(read.bytes)} bytes, and the limit is ${thousands(limits.documentBytes)}`,
    };
  if (read.fault === "vanished") throw new UsageError(`There is no file ${path}. Name the document to add.`);
  throw new UsageError(`${path}: ${formatUnreadable(read.fault, read.detail)}`);
}
