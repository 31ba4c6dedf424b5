import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { byNewest, parseVersion } from "#pipeline/core/version-number.ts";
import { namesIn } from "./durable-write.ts";
import { readRegular } from "./regular-file.ts";

/** The file of a release that lists the SHA-256 of each of its other files. */
export const SUMS = "SHA256SUMS";
/** The signature of SUMS, where the release was signed. It is not listed in SUMS. */
export const SIGNATURE = `${SUMS}.sig`;
/** The only file of a withdrawn release. */
export const TOMBSTONE = "withdrawn.json";

export const releasesFolder = (dist: string) => join(dist, "releases");
export const releaseFolder = (dist: string, version: string) => join(releasesFolder(dist), version);

/** The versions of all releases, newest first, withdrawn ones included. */
export const listReleases = async (dist: string) =>
  (await namesIn(releasesFolder(dist))).filter((name) => parseVersion(name) !== null).sort(byNewest);

/** The SHA-256 of every file of a release by path, as listed in its SHA256SUMS; none without that file. */
export const readSums = (dist: string, version: string): Map<string, string> =>
  parseSums(readRegular(join(releaseFolder(dist, version), SUMS))?.toString("utf8") ?? "");

/** The files that SHA256SUMS of a release lists, but its folder lacks, in code-unit order. */
export function absentFiles(dist: string, version: string): string[] {
  const present = new Set(filesBelow(releaseFolder(dist, version)).map(({ path }) => path));
  return [...readSums(dist, version).keys()].filter((path) => !present.has(path)).sort();
}

/** The lines of a SHA256SUMS. Lines of another form are left out: the files that they list then count as unlisted. */
export function parseSums(text: string): Map<string, string> {
  const sums = text.split("\n").flatMap((line): [string, string][] => {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    return sum === undefined || path === undefined ? [] : [[path, sum]];
  });
  return new Map(sums);
}

/** What a folder holds below it. */
export interface FolderEntry {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** False for a link, a socket, a pipe or a device. */
  readonly isRegular: boolean;
}

/**
 * All files in a folder and its subfolders, in code-unit order of their paths. Links are not followed. A folder whose name
 * is not UTF-8 cannot be read by its name, and counts as a special file.
 */
export function filesBelow(folder: string, below = ""): FolderEntry[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): FolderEntry[] => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined)
      return filesBelow(folder, path);
    return [{ path, isRegular: entry.isFile() }];
  });
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * One hash over the path, size, times and inode of each file in a folder. It changes if a file is written, replaced,
 * added or removed: the system sets the time of the last change, and no program can set it back.
 */
export function fingerprintOf(folder: string): string {
  if (!lstatSync(folder).isDirectory()) return "";
  const lines: string[] = [];
  const visit = (below: string) => {
    for (const name of readdirSync(`${folder}/${below}`).sort()) {
      const path = `${below}/${name}`;
      const stats = lstatSync(folder + path, { throwIfNoEntry: false });
      // A name that is not UTF-8 does not lead to its file.
      if (stats === undefined) lines.push(`${path} unreadable`);
      else if (stats.isDirectory()) visit(path);
      else lines.push(`${path} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`);
    }
  };
  visit("");
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
