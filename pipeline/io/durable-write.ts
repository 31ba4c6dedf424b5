import { randomUUID } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolders } from "./make-folders.ts";
import { isMissing, withPath } from "./system-error.ts";

/** Prefix of a run's temporary files and folders. They are not part of a release, and the next run removes leftovers. */
export const TEMPORARY = ".tmp-";

/** So that two hosts that share a folder, and two containers whose process has the same id, do not meet in one name. */
const RUN = randomUUID().slice(0, 8);

export const temporaryName = (name: string) => `${TEMPORARY}${name}-${process.pid}-${RUN}`;

/** The path of a temporary file in the folder of another one. */
export const temporaryBeside = (path: string) => join(dirname(path), temporaryName(basename(path)));

/** Whether `temporaryName` of any run gives this name. */
export const isTemporaryName = (name: string) => /^\.tmp-.+-\d+-[0-9a-f]{8}$/su.test(name);

/** The name for which `temporaryName` of any run gives this one. */
export const permanentName = (name: string) => name.slice(TEMPORARY.length).replace(/-\d+-[0-9a-f]{8}$/u, "");

/** Whether `temporaryName` of any run gives this name for a file or folder of the name `of`. */
export const isTemporaryNameOf = (of: string, name: string) => isTemporaryName(name) && permanentName(name) === of;

/** Writes a new file and waits until it is on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    throw withPath(error, path);
  } finally {
    await file.close();
  }
}

/** Waits until the names in a folder are on the disk: syncing a file does not sync its name. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Replaces a file atomically: a reader sees either the old or the new content, complete. If it fails, nothing is left. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await writeDurably(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what interrupted commands left beside a file that they were to replace. No other process may be writing it. */
export async function removeUnfinished(path: string): Promise<void> {
  const left = (await namesIn(dirname(path))).filter((name) => isTemporaryNameOf(basename(path), name));
  for (const name of left) await rm(join(dirname(path), name), { force: true });
}

/** Creates a folder and its missing parents, and waits until their names are on the disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = makeFolders(path);
  if (first !== undefined) await syncFolder(dirname(first));
}

/** The names in a folder, in code-unit order; none if the folder does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
