import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isoDay } from "#pipeline/core/iso-day.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { namesIn, replaceFile, syncFolder, TEMPORARY, temporaryName, writeDurably } from "./durable-write.ts";
import { faultOfLatest, replaceLatest, takeFromLatest } from "./latest-folder.ts";
import { hasDeadLock } from "./lock.ts";
import { readRegular } from "./regular-file.ts";
import { absentFiles, filesBelow, listReleases, releaseFolder, releasesFolder, TOMBSTONE } from "./release-folders.ts";
import { describeTombstone, releaseOnDisk } from "./release-on-disk.ts";
import { removeTree } from "./remove-tree.ts";
import { VerifiedList } from "./verified-list.ts";
import { verifyReleases } from "./verify-releases.ts";
import { beginBeside, folderReader } from "./workspace.ts";

/** The name of the list of verified releases in the folder of intermediate results. */
const VERIFIED = "releases-verified.json";

/**
 * The releases in a folder on disk. With the folder of intermediate results, `check` does not read again what an earlier
 * process has verified.
 */
export function releaseStore(dist: string, staged: string | null = null): ReleaseStore {
  const known = new VerifiedList(dist, staged === null ? null : join(staged, VERIFIED));
  const releases = async () => (await listReleases(dist)).map((version) => releaseOnDisk(dist, version));
  return {
    folder: dist,
    versions: async () => (await listReleases(dist)).filter((version) => !isWithdrawn(dist, version)),
    open: (version) => Promise.resolve(folderReader(releaseFolder(dist, version))),
    releases,
    check: () => verifyReleases(dist, { known, today: isoDay(new Date()) }),
    keep: async () => known.save(await releases()),
    begin: () => beginBeside(releasesFolder(dist)),
    withdraw: async (version, tombstone) => {
      // Not beside its place: what a killed process leaves in a release would count as a change of it.
      const temporary = join(releasesFolder(dist), temporaryName(TOMBSTONE));
      await writeDurably(temporary, tombstone);
      await rename(temporary, join(releaseFolder(dist, version), TOMBSTONE));
      await syncFolder(releaseFolder(dist, version));
      await removeWithdrawn(releaseFolder(dist, version));
    },
    halfWithdrawn: async () => (await listReleases(dist)).filter((version) => isHalfWithdrawn(dist, version)),
    finishWithdrawal: (version) => removeWithdrawn(releaseFolder(dist, version)),
    hasDeadLock: () => hasDeadLock(dist),
    leftovers: async () => (await Promise.all([dist, releasesFolder(dist)].map(leftoversIn))).flat(),
    removeLeftover: async (path) => {
      await removeTree(path);
      await syncFolder(join(path, ".."));
    },
    read: (path) => Promise.resolve(readRegular(join(dist, path))),
    replace: (path, bytes) => replaceFile(join(dist, path), bytes),
    faultOfLatest: (version) => faultOfLatest(dist, version, known),
    replaceLatest: (version) => replaceLatest(dist, version),
    takeFromLatest: (version) => takeFromLatest(dist, version),
    absentFiles: (version) => Promise.resolve(absentFiles(dist, version)),
  };
}

const isWithdrawn = (dist: string, version: string) =>
  existsSync(join(releaseFolder(dist, version), TOMBSTONE)) && describeTombstone(dist, version) !== null;

/** Whether a withdrawn release still has other files than its tombstone. */
const isHalfWithdrawn = (dist: string, version: string) =>
  isWithdrawn(dist, version) && filesBelow(releaseFolder(dist, version)).length > 1;

/** Removes everything but the tombstone. */
async function removeWithdrawn(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name !== TOMBSTONE) await rm(join(folder, name), { recursive: true, force: true });
  }
  await syncFolder(folder);
}

const leftoversIn = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((name) => name.startsWith(TEMPORARY)).map((name) => join(folder, name));
