import { join } from "node:path";
import { readInput } from "./read-input.ts";

/** `ID.intake.json`, from the first of the folders of texts that has one; `null` if none has one that can be read. */
export function readIntakeRecord(folders: readonly string[], sourceId: string): string | null {
  for (const folder of folders) {
    const read = readInput(join(folder, `${sourceId}.intake.json`));
    if (!("fault" in read)) return new TextDecoder().decode(read.bytes);
  }
  return null;
}
