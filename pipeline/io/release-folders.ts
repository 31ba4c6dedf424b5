import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { byNewest, parseVersion } from "#pipeline/core/version-number.ts";
import { namesIn } from "./durable-write.ts";

/** The file of a release that lists the SHA-256 of each of its other files. */
export const SUMS = "SHA256SUMS";

export const releasesFolder = (dist: string) => join(dist, "releases");
export const releaseFolder = (dist: string, version: string) => join(releasesFolder(dist), version);

/** The published versions, newest first. */
export const listReleases = async (dist: string) =>
  (await namesIn(releasesFolder(dist))).filter((name) => parseVersion(name) !== null).sort(byNewest);

/** The SHA-256 of every file of a release by path, as listed in its SHA256SUMS. */
export async function readSums(dist: string, version: string): Promise<Map<string, string>> {
  const text = await readFile(join(releaseFolder(dist, version), SUMS), "utf8");
  const sums = text.split("\n").flatMap((line): [string, string][] => {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    return sum === undefined || path === undefined ? [] : [[path, sum]];
  });
  return new Map(sums);
}

/** The paths of all files in a folder and its subfolders, with slashes, in code-unit order. */
export async function filesBelow(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const paths = await Promise.all(
    entries.map((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    }),
  );
  return paths.flat().sort();
}
