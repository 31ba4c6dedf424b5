import { createHash } from "node:crypto";
import { readFile, readlink, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { ReleaseOnDisk, ReleaseStore } from "#pipeline/core/release-store.ts";
import { codeOf, namesIn, replaceFile, replaceLink, syncFolder, TEMPORARY } from "./durable-write.ts";
import { hasDeadLock } from "./lock.ts";
import { listReleases, releaseFolder, releasesFolder, SUMS } from "./release-folders.ts";
import { verifyReleases } from "./verify-releases.ts";
import { beginBeside, folderReader } from "./workspace.ts";

/** The releases in a folder on disk. */
export const releaseStore = (dist: string): ReleaseStore => ({
  folder: dist,
  versions: () => listReleases(dist),
  open: (version) => Promise.resolve(folderReader(releaseFolder(dist, version))),
  releases: async () => Promise.all((await listReleases(dist)).map((version) => describeRelease(dist, version))),
  verify: () => verifyReleases(dist),
  begin: () => beginBeside(releasesFolder(dist)),
  hasDeadLock: () => hasDeadLock(dist),
  leftovers: async () => (await Promise.all([dist, releasesFolder(dist)].map(leftoversIn))).flat(),
  removeLeftover: async (path) => {
    await rm(path, { recursive: true, force: true });
    await syncFolder(join(path, ".."));
  },
  read: (path) => orNull(readFile(join(dist, path))),
  replace: (path, bytes) => replaceFile(join(dist, path), bytes),
  latest: () => orNull(readTarget(join(dist, "latest"))),
  pointLatestTo: (target) =>
    target === null ? unlink(join(dist, "latest")) : replaceLink(join(dist, "latest"), target),
});

async function describeRelease(dist: string, version: string): Promise<ReleaseOnDisk> {
  const folder = releaseFolder(dist, version);
  const [manifest, sums, changelog] = await Promise.all([
    readFile(join(folder, "manifest.json"), "utf8").then(parseOrNull, () => null),
    readFile(join(folder, SUMS)).catch(() => new Uint8Array()),
    readFile(join(folder, "CHANGELOG.md"), "utf8").catch(() => ""),
  ]);
  const created = isRecord(manifest) && typeof manifest.created === "string" ? manifest.created : "";
  return { version, created, sumsHash: createHash("sha256").update(sums).digest("hex"), changelog };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const leftoversIn = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((name) => name.startsWith(TEMPORARY)).map((name) => join(folder, name));

async function readTarget(place: string): Promise<string> {
  try {
    return await readlink(place);
  } catch (error) {
    // On systems that do not permit links, Git checks out a link as a file.
    if (codeOf(error) === "EINVAL") return "";
    throw error;
  }
}

async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
