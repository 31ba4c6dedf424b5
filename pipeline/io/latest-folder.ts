import { constants, lstatSync } from "node:fs";
import { chmod, copyFile, open, readlink, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isEditionFile } from "#pipeline/core/edition-files.ts";
import { makeFolder, syncFolder, temporaryBeside, temporaryName } from "./durable-write.ts";
import { hashFile } from "./hash-file.ts";
import { absentFiles, filesBelow, fingerprintOf, readSums, releaseFolder, SIGNATURE, SUMS } from "./release-folders.ts";
import { removeTree } from "./remove-tree.ts";
import type { VerifiedList } from "./verified-list.ts";

const latestFolder = (dist: string) => join(dist, "latest");

/**
 * Why `latest/` is not a whole copy of a release, as the rest of a sentence about it; `null` if it is one. Editions that
 * the folder of the release lacks may be absent. Without a version there should be no folder.
 *
 * Files are not read again if their sizes and times are those of the last time.
 */
export async function faultOfLatest(
  dist: string,
  version: string | null,
  known: VerifiedList | null = null,
): Promise<string | null> {
  const latest = latestFolder(dist);
  const stats = lstatSync(latest, { throwIfNoEntry: false });
  if (version === null) return stats === undefined ? null : "was there, but there is no release";
  if (stats === undefined) return "was missing";
  if (stats.isSymbolicLink()) return `was a link to ${await readlink(latest)}`;
  if (!stats.isDirectory()) return "was not a folder";
  const release = releaseFolder(dist, version);
  const sumsHash = hashFile(join(release, SUMS)) ?? "";
  for (const path of [SUMS, SIGNATURE]) {
    if (hashFile(join(latest, path)) !== hashFile(join(release, path))) return `was not a copy of ${version}`;
  }
  const present = filesBelow(latest);
  const paths = new Set(present.map(({ path }) => path));
  const lacking = filesBelow(release).find(({ path }) => !paths.has(path));
  if (lacking !== undefined) return `lacked ${lacking.path} of ${version}`;
  const fingerprint = fingerprintOf(latest);
  if (known?.isLatestKept(fingerprint, sumsHash) === true) return null;
  const sums = readSums(dist, version);
  const isListed = (path: string) => sums.has(path) || path === SUMS || path === SIGNATURE;
  const odd = present.find(({ path, isRegular }) => !isRegular || !isListed(path));
  if (odd !== undefined) return `held ${odd.path}, which is not a file of ${version}`;
  const shared = present.find(({ path }) => isOneFile(join(latest, path), join(release, path)));
  if (shared !== undefined) return `held ${shared.path} itself of ${version}, and no copy of it`;
  for (const [path, sum] of sums) {
    const found = paths.has(path) ? hashFile(join(latest, path)) : isEditionFile(path) ? sum : null;
    if (found !== sum) return `differed from ${version} in ${path}`;
  }
  known?.addLatest(fingerprint, sumsHash);
  return null;
}

/** Whether two paths are names of the same file, so that whoever writes to one of them changes the other. */
function isOneFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.nlink > 1 && a.ino === b.ino && a.dev === b.dev;
}

/**
 * Makes `latest/` a copy of a release; `null` removes it. The copy is complete and on the disk before it takes the place
 * of the one before. No system replaces one folder by another in one step, so there is no `latest/` for a moment. A run
 * that is killed in this moment leaves none, and the next one makes it.
 */
export async function replaceLatest(dist: string, version: string | null): Promise<void> {
  const latest = latestFolder(dist);
  const copy = version === null ? null : temporaryBeside(latest);
  if (version !== null && copy !== null) {
    try {
      await copyRelease(dist, version, copy);
    } catch (error) {
      await removeTree(copy);
      throw error;
    }
  }
  const isThere = lstatSync(latest, { throwIfNoEntry: false }) !== undefined;
  const before = temporaryBeside(`${latest}-before`);
  if (isThere) await rename(latest, before);
  if (copy !== null) await rename(copy, latest);
  await syncFolder(dist);
  await removeTree(before);
}

/**
 * Copies editions that `latest/` has, and the folder of the same release lacks, as in a clone. Returns their paths. Does
 * nothing if `latest/` is of another release.
 */
export async function takeFromLatest(dist: string, version: string): Promise<string[]> {
  const [latest, release] = [latestFolder(dist), releaseFolder(dist, version)];
  if (hashFile(join(latest, SUMS)) !== hashFile(join(release, SUMS))) return [];
  const sums = readSums(dist, version);
  const taken = absentFiles(dist, version).filter(
    (path) => isEditionFile(path) && hashFile(join(latest, path)) === sums.get(path),
  );
  for (const path of taken) {
    const temporary = join(release, "..", temporaryName("taken"));
    await copyDurably(join(latest, path), temporary);
    await makeFolder(dirname(join(release, path)));
    await rename(temporary, join(release, path));
    await syncFolder(dirname(join(release, path)));
  }
  return taken;
}

/** Copies the files of a release to a folder, and the editions that only the present `latest/` has. */
async function copyRelease(dist: string, version: string, to: string): Promise<void> {
  const [latest, from] = [latestFolder(dist), releaseFolder(dist, version)];
  const own = filesBelow(from).map(({ path }) => path);
  for (const path of own) await copyDurably(join(from, path), join(to, path));
  const isFolder = lstatSync(latest, { throwIfNoEntry: false })?.isDirectory() === true;
  for (const [path, sum] of isFolder ? readSums(dist, version) : []) {
    if (own.includes(path) || !isEditionFile(path) || hashFile(join(latest, path)) !== sum) continue;
    await copyDurably(join(latest, path), join(to, path));
  }
  const folders = new Set(filesBelow(to).map(({ path }) => dirname(join(to, path))));
  for (const folder of folders) await syncFolder(folder);
}

/**
 * Copies a file, where the disk can do it without writing its content again, and waits until it is on the disk. The copy
 * of a read-only file can be written to, so that it can be replaced later.
 */
async function copyDurably(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    // The system names the file that is read, and what failed is to write the other.
    throw error instanceof Error ? Object.assign(error, { path: to }) : error;
  }
  await chmod(to, 0o644);
  const file = await open(to, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
