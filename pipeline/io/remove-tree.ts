import { chmodSync, existsSync, lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { sep } from "node:path";

const SEPARATOR = Buffer.from(sep);

/**
 * Removes a file, or a folder with everything in it, also if folders are read-only or names are not UTF-8, with which
 * Node's own `rm` fails. It is no error if there is nothing.
 */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
  removeEntry(Buffer.from(path));
}

/** Paths are bytes: a name that is not UTF-8 has no text that leads back to it. */
function removeEntry(path: Buffer): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    unlinkSync(path);
    return;
  }
  chmodSync(path, 0o700);
  for (const name of readdirSync(path, { encoding: "buffer" })) removeEntry(Buffer.concat([path, SEPARATOR, name]));
  rmdirSync(path);
}
