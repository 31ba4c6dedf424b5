import { open } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "#pipeline/core/json-text.ts";
import { makeFolders } from "./make-folders.ts";

/**
 * Appends one event to staged/runs.ndjson. If a killed run left an incomplete last line, the event starts on a new
 * line.
 */
export async function appendEvent(staged: string, event: unknown): Promise<void> {
  makeFolders(staged);
  const file = await open(join(staged, "runs.ndjson"), "a+");
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString("latin1") !== "\n";
    await file.appendFile(`${isTorn ? "\n" : ""}${jsonText(event)}\n`);
  } finally {
    await file.close();
  }
}
