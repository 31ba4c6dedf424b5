import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readInput } from "./read-input.ts";
import { isMissing } from "./system-error.ts";

const EXTENSION = ".intake.json";

/** `ID.intake.json`, from the first of the folders of texts that has one; `null` if none has one that can be read. */
export function readIntakeRecord(folders: readonly string[], sourceId: string): string | null {
  for (const folder of folders) {
    const read = readInput(join(folder, `${sourceId}${EXTENSION}`));
    if (!("fault" in read)) return new TextDecoder().decode(read.bytes);
  }
  return null;
}

/** The records of all sources in the folders of texts, by source, as far as they can be read. */
export function readIntakeRecords(folders: readonly string[]): Map<string, string> {
  const ids = folders
    .flatMap(namesIn)
    .flatMap((name) => (name.endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : []));
  return new Map(
    [...new Set(ids)].sort().flatMap((id): [string, string][] => {
      const record = readIntakeRecord(folders, id);
      return record === null ? [] : [[id, record]];
    }),
  );
}

/** The names in a folder; none if there is no such folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
