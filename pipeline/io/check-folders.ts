import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { codeOf } from "./system-error.ts";

/** The folders that the options of a command name; a command that has no such option leaves it out. */
export interface NamedFolders {
  readonly raw?: unknown;
  readonly staged?: unknown;
  readonly dist?: unknown;
  readonly texts?: unknown;
}

/** The folders that must not share files: one is written by people, one holds results, one the releases. */
const APART = [
  ["raw", "staged"],
  ["raw", "dist"],
  ["staged", "dist"],
] as const;

/**
 * Throws a UsageError if an option does not name a folder, or if two name the same one or one within the other: a run
 * would write its results among what people wrote. A folder that does not exist yet is left to the command. Texts may be
 * anywhere but among results and releases.
 */
export function checkFolders(folders: NamedFolders): void {
  const places = new Map<string, string>();
  for (const [option, folder] of Object.entries(folders)) {
    if (typeof folder !== "string") continue;
    checkFolder(`--${option}`, folder);
    places.set(option, realPlace(folder));
  }
  const { DOCUMENTS_DIR = "" } = process.env;
  if (folders.raw !== undefined && folders.texts === undefined && DOCUMENTS_DIR !== "")
    checkFolder("DOCUMENTS_DIR", DOCUMENTS_DIR);
  for (const [one, other] of APART) {
    const [first, second] = [places.get(one), places.get(other)];
    if (first === undefined || second === undefined) continue;
    if (isWithin(first, second) || isWithin(second, first)) refuse(one, other);
  }
  for (const written of ["staged", "dist"]) {
    const [texts, results] = [places.get("texts"), places.get(written)];
    if (texts !== undefined && results !== undefined && isWithin(texts, results)) refuse("texts", written);
  }
}

function refuse(one: string, other: string): never {
  throw new UsageError(
    `--${one} and --${other} name the same folder, or one within the other. Name two folders that are apart.`,
  );
}

function checkFolder(option: string, folder: string): void {
  if (folder === "") throw new UsageError(`${option} is empty. Name a folder.`);
  const why = faultOf(folder);
  if (why !== null) throw new UsageError(`${option} names ${folder}, ${why}. Name a folder.`);
}

/** Why a path cannot be a folder; `null` if it is one, or if there is nothing yet. */
function faultOf(path: string): string | null {
  try {
    return statSync(path).isDirectory() ? null : "which is not a folder";
  } catch (error) {
    switch (codeOf(error)) {
      case "ENOENT":
        return isThere(path) ? "a link to something that does not exist" : null;
      case "ELOOP":
        return "a link that leads back to itself";
      case "ENOTDIR":
        return "which lies below a file";
      case "ENAMETOOLONG":
        return "which is too long for a path";
      default:
        throw error;
    }
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The path without links, also of a folder that does not exist yet. */
function realPlace(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realPlace(dirname(full)), basename(full));
  }
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
