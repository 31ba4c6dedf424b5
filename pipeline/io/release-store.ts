import { readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "#pipeline/core/record.ts";
import { byNewest, parseVersion } from "#pipeline/core/version.ts";
import { codeOf, makeFolder, namesIn, syncFolder, temporaryName, writeDurably } from "./durable-write.ts";

/** The file of a release that holds the hash of each of its files. */
export const SUMS = "SHA256SUMS";

export const releasesFolder = (dist: string) => join(dist, "releases");
export const releaseFolder = (dist: string, version: string) => join(releasesFolder(dist), version);

/** Versions published, newest first. */
export const listReleases = async (dist: string) =>
  (await namesIn(releasesFolder(dist))).filter((name) => parseVersion(name) !== null).sort(byNewest);

/** A release's files by path. */
export async function readReleaseFiles(dist: string, version: string): Promise<Map<string, Uint8Array>> {
  const folder = releaseFolder(dist, version);
  const paths = await filesBelow(folder);
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Uint8Array]> => [path, await readFile(join(folder, path))]),
    ),
  );
}

/** The manifest.json of a release, or `undefined` where it can not be read. */
export async function readManifest(dist: string, version: string): Promise<unknown> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(releaseFolder(dist, version), "manifest.json"), "utf8"));
    return manifest;
  } catch {
    return undefined;
  }
}

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

export interface NewRelease {
  readonly version: string;
  readonly files: readonly OutputFile[];
}

/**
 * Writes a release into a temporary folder beside its place, waits until the disk has it, and renames it. Until the
 * rename nothing is there for a reader; whatever stops it before, the temporary folder is removed.
 */
export async function writeRelease(dist: string, { version, files }: NewRelease, signal: AbortSignal): Promise<void> {
  const releases = releasesFolder(dist);
  const temporary = join(releases, temporaryName(version));
  try {
    await makeFolder(temporary);
    const folders = new Set([temporary, ...files.map(({ path }) => dirname(join(temporary, path)))]);
    for (const folder of folders) await makeFolder(folder);
    for (const { path, bytes } of files) {
      signal.throwIfAborted();
      await writeDurably(join(temporary, path), bytes);
    }
    for (const folder of folders) await syncFolder(folder);
    signal.throwIfAborted();
    await rename(temporary, releaseFolder(dist, version));
  } catch (error) {
    await removeQuietly(temporary);
    throw codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST"
      ? new Error(`${version} was published before.`, { cause: error })
      : error;
  }
  await syncFolder(releases);
}

/** On a folder that takes no writing, the first fault is the one to tell. */
const removeQuietly = (path: string) => rm(path, { recursive: true, force: true }).catch(() => undefined);
