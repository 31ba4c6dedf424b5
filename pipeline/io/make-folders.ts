import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./system-error.ts";

/**
 * Creates a folder and its missing parents, and returns the first one that it created. Unlike Node's own recursive
 * `mkdir`, it reports what the system says: on a read-only disk that is EROFS, and not ENOENT. A file in the place of the
 * folder is ENOTDIR, as a file in the place of a parent is.
 */
export function makeFolders(path: string): string | undefined {
  try {
    mkdirSync(path);
    return path;
  } catch (error) {
    if (codeOf(error) === "ENOENT" && dirname(path) !== path) {
      const first = makeFolders(dirname(path));
      return makeFolders(path) === undefined ? undefined : (first ?? path);
    }
    if (isFolder(path)) return undefined;
    throw codeOf(error) === "EEXIST"
      ? Object.assign(new Error("", { cause: error }), { code: "ENOTDIR", path })
      : error;
  }
}

/** Whether there is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
