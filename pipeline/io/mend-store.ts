import { createHash } from "node:crypto";
import { readFile, readlink, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import { codeOf, namesIn, replaceFile, replaceLink, syncFolder, TEMPORARY } from "./durable-write.ts";
import { listReleases, readManifest, releaseFolder, releasesFolder } from "./release-store.ts";
import { verifyReleases } from "./verify-releases.ts";

/** What a release's own folder says of it; `pipeline/releases` makes the catalog and the feed of these. */
export interface ReleaseOnDisk {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sumsHash: string;
  readonly changelog: string;
}

/** Files above the releases, made of nothing but the releases: so they can be made again at any time. */
export type MakeOverview = (releases: readonly ReleaseOnDisk[]) => readonly OutputFile[];

/** Something in dist/ that is not as the releases would have it. */
export interface Finding {
  /** `dist/latest was missing`. */
  readonly fault: string;
  /** What is done about it: `removed`. */
  readonly remedy: string;
  readonly mend: () => Promise<void>;
}

/**
 * What a run that was killed left undone, in the order in which it is mended: temporary files and folders, then
 * catalog and feed, then the link. Nothing is changed before `mend` is called, which only the lock's holder may do.
 */
export async function inspectStore(dist: string, makeOverview: MakeOverview): Promise<Finding[]> {
  const releases = await readReleases(dist);
  const overview = releases.length === 0 ? [] : makeOverview(releases);
  const findings = [
    ...(await findLeftovers(dist)),
    ...(await findLeftovers(releasesFolder(dist))),
    ...(await Promise.all(overview.map((file) => compareFile(dist, file)))),
    await compareLink(dist, releases[0]?.version),
  ];
  return findings.filter((finding) => finding !== null);
}

/**
 * Mends everything, and tells what it was. Nothing is mended while a release is not what it was: the catalog, made
 * anew, would vouch for it.
 */
export async function mendStore(dist: string, makeOverview: MakeOverview): Promise<string[]> {
  if ((await verifyReleases(dist)).length > 0) return [];
  const findings = await inspectStore(dist, makeOverview);
  for (const { mend } of findings) await mend();
  return findings.map(({ fault, remedy }) => `${fault}; ${remedy}.`);
}

/** All releases, newest first. */
export const readReleases = async (dist: string): Promise<ReleaseOnDisk[]> =>
  Promise.all((await listReleases(dist)).map((version) => readRelease(dist, version)));

async function readRelease(dist: string, version: string): Promise<ReleaseOnDisk> {
  const folder = releaseFolder(dist, version);
  const [manifest, sums, changelog] = await Promise.all([
    readManifest(dist, version),
    readFile(join(folder, "SHA256SUMS")).catch(() => new Uint8Array()),
    readFile(join(folder, "CHANGELOG.md"), "utf8").catch(() => ""),
  ]);
  const created = isRecord(manifest) && typeof manifest.created === "string" ? manifest.created : "";
  return { version, created, sumsHash: createHash("sha256").update(sums).digest("hex"), changelog };
}

async function findLeftovers(folder: string): Promise<Finding[]> {
  const names = (await namesIn(folder)).filter((name) => name.startsWith(TEMPORARY));
  return names.map((name) => ({
    fault: `${join(folder, name)} was left by a run that did not end`,
    remedy: "removed",
    mend: async () => {
      await rm(join(folder, name), { recursive: true, force: true });
      await syncFolder(folder);
    },
  }));
}

async function compareFile(dist: string, { path, bytes }: OutputFile): Promise<Finding | null> {
  const place = join(dist, path);
  const found = await orNull(readFile(place));
  if (found?.equals(bytes)) return null;
  return {
    fault: `${place} was ${found === null ? "missing" : "not what the releases give"}`,
    remedy: "written again",
    mend: () => replaceFile(place, bytes),
  };
}

async function compareLink(dist: string, newest: string | undefined): Promise<Finding | null> {
  const place = join(dist, "latest");
  const found = await orNull(readTarget(place));
  const target = newest === undefined ? null : `releases/${newest}`;
  if (found === target) return null;
  if (target === null) {
    return {
      fault: `${place} ${wordTarget(found)}, and there is no release`,
      remedy: "removed",
      mend: () => unlink(place),
    };
  }
  return {
    fault: `${place} ${wordTarget(found)}`,
    remedy: `it points to ${target} now`,
    mend: () => replaceLink(place, target),
  };
}

/** Stands for the target of what is no link: git makes a file of one where it may not make links. */
const NO_LINK = "";

async function readTarget(place: string): Promise<string> {
  try {
    return await readlink(place);
  } catch (error) {
    if (codeOf(error) === "EINVAL") return NO_LINK;
    throw error;
  }
}

function wordTarget(found: string | null): string {
  if (found === null) return "was missing";
  return found === NO_LINK ? "was no symbolic link" : `pointed to ${found}`;
}

async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
