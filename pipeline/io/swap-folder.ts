import { existsSync, mkdirSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  isTemporaryName,
  makeFolder,
  namesIn,
  permanentName,
  syncFolder,
  temporaryBeside,
  temporaryName,
} from "./durable-write.ts";
import { removeTree } from "./remove-tree.ts";

/** Makes a temporary folder in the folder `root`, where the next command removes it if this one dies. */
export function temporaryFolder(root: string, name: string): string {
  const path = join(root, temporaryName(name));
  mkdirSync(path);
  return path;
}

/**
 * Puts a finished folder, which is on the same disk, in the place of another one, or where there is none yet.
 *
 * No system replaces one folder by another in one step, so there is none for a moment. A process that is killed in this
 * moment leaves the old one beside its place, and `mendSwapped` puts it back.
 */
export async function swapFolder(finished: string, place: string): Promise<void> {
  await makeFolder(dirname(place));
  const old = temporaryBeside(place);
  const isReplaced = existsSync(place);
  if (isReplaced) await rename(place, old);
  try {
    await rename(finished, place);
  } catch (error) {
    if (isReplaced) await rename(old, place);
    throw error;
  }
  await syncFolder(dirname(place));
  await removeTree(old);
}

/**
 * Puts folders back that an interrupted command had moved away from their places in the folder `around`, and removes
 * those that it had replaced. Returns the places of those that are back. The caller holds the lock.
 */
export async function mendSwapped(around: string): Promise<string[]> {
  const back: string[] = [];
  for (const name of (await namesIn(around)).filter(isTemporaryName)) {
    const place = join(around, permanentName(name));
    if (existsSync(place)) await removeTree(join(around, name));
    else {
      await rename(join(around, name), place);
      back.push(place);
    }
  }
  if (back.length > 0) await syncFolder(around);
  return back;
}
