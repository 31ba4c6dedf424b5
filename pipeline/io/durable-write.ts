import { mkdir, open, readdir, rename, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What a run writes on its way: a name that begins so is no part of the product, and is removed by the next run. */
export const TEMPORARY = ".tmp-";

export const temporaryName = (name: string) => `${TEMPORARY}${name}-${process.pid}`;

/** Writes a new file and waits until the disk has it. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A folder is a file of names: until it is on the disk, so is no name in it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Puts a file in the place of another: a reader sees the one or the other, whole. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(path.slice(folder.length + 1)));
  await writeDurably(temporary, bytes);
  await rename(temporary, path);
  await syncFolder(folder);
}

/** Lets a symbolic link point elsewhere, in one step. */
export async function replaceLink(path: string, target: string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(path.slice(folder.length + 1)));
  await symlink(target, temporary);
  await rename(temporary, path);
  await syncFolder(folder);
}

/** Makes a folder and those above it, each known to the disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
}

/** Names in a folder, in code-unit order; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw error;
  }
}

/** The system's code of a fault: `ENOENT`. */
export const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
