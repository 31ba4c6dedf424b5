import { join } from "node:path";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { readInput } from "./read-input.ts";

/** `ID.intake.json`, from the first of the folders of texts that has one; `null` if none has one that can be read. */
export function readIntakeRecord(folders: readonly string[], sourceId: string): string | null {
  for (const folder of folders) {
    const read = readInput(join(folder, `${sourceId}.intake.json`));
    if (!("fault" in read)) return new TextDecoder().decode(read.bytes);
  }
  return null;
}

/** The records of texts by source, of those that have one. */
export const readIntakeRecords = (folders: readonly string[], texts: readonly DiskFile[]): Map<string, string> =>
  new Map(
    texts.flatMap(({ path }): [string, string][] => {
      const record = readIntakeRecord(folders, fileStem(path));
      return record === null ? [] : [[fileStem(path), record]];
    }),
  );
