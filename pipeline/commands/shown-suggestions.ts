import { join } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readInput } from "#pipeline/io/read-input.ts";

/** The file that records for which documents suggestions were shown. It is committed. */
export const shownPath = (staged: string) => join(staged, "suggestions", "shown.csv");

/** The record as it is; `null` if there is none. Throws a UsageError if it cannot be read, so that nothing of it is lost. */
export function readShown(staged: string): string | null {
  const path = shownPath(staged);
  const found = readInput(path);
  if (!("fault" in found)) return new TextDecoder().decode(found.bytes);
  if (found.fault === "vanished") return null;
  throw new UsageError(
    `${path} cannot be read. It records for which documents suggestions were shown. Take it from Git again.`,
  );
}
