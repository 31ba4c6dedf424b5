import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder, temporaryName, writeDurably } from "#pipeline/io/durable-write.ts";

/**
 * Replaces several files. All new contents are on the disk before the first rename, so that a full disk or another
 * error while writing leaves every file as it was.
 */
export async function replaceFiles(files: readonly { path: string; bytes: Uint8Array }[]): Promise<void> {
  const waiting = files.map(({ path, bytes }) => ({ path, bytes, temporary: besides(path) }));
  try {
    for (const { temporary, bytes } of waiting) await writeDurably(temporary, bytes);
  } catch (error) {
    await Promise.all(waiting.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { path, temporary } of waiting) await rename(temporary, path);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
}

const besides = (path: string) => join(dirname(path), temporaryName(path.slice(dirname(path).length + 1)));
