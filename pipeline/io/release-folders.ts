import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { byNewest, parseVersion } from "#pipeline/core/version-number.ts";
import { namesIn } from "./durable-write.ts";

/** The file of a release that holds the hash of each of its files. */
export const SUMS = "SHA256SUMS";

export const releasesFolder = (dist: string) => join(dist, "releases");
export const releaseFolder = (dist: string, version: string) => join(releasesFolder(dist), version);

/** Versions published, newest first. */
export const listReleases = async (dist: string) =>
  (await namesIn(releasesFolder(dist))).filter((name) => parseVersion(name) !== null).sort(byNewest);

/** The hash of every file of a release by path, as its SHA256SUMS has them. */
export async function readSums(dist: string, version: string): Promise<Map<string, string>> {
  const text = await readFile(join(releaseFolder(dist, version), SUMS), "utf8");
  const sums = text.split("\n").flatMap((line): [string, string][] => {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    return sum === undefined || path === undefined ? [] : [[path, sum]];
  });
  return new Map(sums);
}

/** Paths of files with slashes, in code-unit order. */
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
