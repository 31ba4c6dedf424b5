import { lstatSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { isEditionFile } from "#pipeline/core/edition-files.ts";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { type CatalogEntry, checkChain } from "#pipeline/core/release-chain.ts";
import type { ChainFault, FileFault } from "#pipeline/core/release-faults.ts";
import { checkDescriptions } from "#pipeline/core/release-files.ts";
import type { ReleaseOnDisk, StoreCheck } from "#pipeline/core/release-store.ts";
import { textOf } from "#pipeline/core/text-of.ts";
import { parseVersion } from "#pipeline/core/version-number.ts";
import { hashFile } from "./hash-file.ts";
import {
  filesBelow,
  fingerprintOf,
  listReleases,
  readSums,
  releaseFolder,
  SIGNATURE,
  SUMS,
  TOMBSTONE,
} from "./release-folders.ts";
import { changelogOf, readJson, releaseOnDisk } from "./release-on-disk.ts";
import type { VerifiedList } from "./verified-list.ts";

interface Verification {
  /** Older releases that need not be read again; `null` to read every file. */
  readonly known: VerifiedList | null;
  /** The only release whose files are all read; of the others, only the manifest. Without it, all are. */
  readonly only?: string | undefined;
  /** ISO day. */
  readonly today: string;
}

/**
 * Verifies that every release is the one that was published: each file by SHA256SUMS, what its files say about it by each
 * other, and all releases by catalog.json and by the chain in which each names the one before it. Files of editions may be
 * absent, but not altered.
 *
 * The newest release is read whole, and so is an older one that is not in the list of verified releases.
 */
export async function verifyReleases(dist: string, { known, only, today }: Verification): Promise<StoreCheck> {
  const releases: ReleaseOnDisk[] = [];
  const issues: Issue[] = [];
  const faulty = new Set<string>();
  for (const version of await listReleases(dist)) {
    // Between two releases, so that signals arrive.
    await setImmediate();
    const fingerprint = fingerprintOf(releaseFolder(dist, version));
    const facts = releases.length === 0 ? null : (known?.factsOf(version, fingerprint) ?? null);
    if (facts !== null) {
      releases.push({ ...facts, changelog: () => changelogOf(dist, version) });
      continue;
    }
    const release = releaseOnDisk(dist, version);
    const found = only === undefined || only === version ? verifyFiles(dist, release) : verifyManifest(dist, release);
    releases.push(release);
    issues.push(...found);
    if (found.length === 0) known?.add(fingerprint, release);
    else faulty.add(version);
  }
  const faults = checkChain({ releases, catalog: readCatalog(dist), today }).filter(
    ({ version, why }) => !faulty.has(version) || why === "other-sums",
  );
  const all = [...chainIssues(dist, faults), ...issues];
  // What is known may itself be wrong, so it is never the reason for an error.
  if (all.length > 0 && known !== null) return verifyReleases(dist, { known: null, today });
  return { issues: all, releases, isOverviewKept: known?.isOverviewKept(releases) === true };
}

/** Reads only the manifest of a release, because it names the release before it. */
function verifyManifest(dist: string, { version, withdrawn }: ReleaseOnDisk): Issue[] {
  if (withdrawn !== null) return [];
  const hash = hashFile(join(releaseFolder(dist, version), "manifest.json"));
  return readSums(dist, version).get("manifest.json") === (hash ?? "")
    ? []
    : [altered(dist, version, "manifest.json", "changed")];
}

/** Reads every file of a release. Of a withdrawn one there is only the tombstone, until whatever else is left is removed. */
function verifyFiles(dist: string, { version, withdrawn }: ReleaseOnDisk): Issue[] {
  const folder = releaseFolder(dist, version);
  const issue = (path: string, why: FileFault) => altered(dist, version, path, why);
  if (!lstatSync(folder).isDirectory()) return [issue("", "not-a-file")];
  const present = filesBelow(folder);
  const odd = present.filter(({ isRegular }) => !isRegular).map(({ path }) => issue(path, "not-a-file"));
  if (odd.length > 0 || withdrawn !== null) return odd;
  const paths = new Set(present.map(({ path }) => path));
  if (paths.has(TOMBSTONE)) return [issue(TOMBSTONE, "bad-tombstone")];
  if (!paths.has(SUMS)) return [issue(SUMS, "no-sums")];
  const sums = readSums(dist, version);
  const files = [...sums].flatMap(([path, sum]): Issue[] => {
    if (!paths.has(path)) return isEditionFile(path) ? [] : [issue(path, "missing")];
    return hashFile(join(folder, path)) === sum ? [] : [issue(path, "changed")];
  });
  const unlisted = [...paths].filter((path) => path !== SUMS && path !== SIGNATURE && !sums.has(path));
  const all = [...files, ...unlisted.map((path) => issue(path, "unlisted"))];
  if (all.length > 0) return all;
  const read = (path: string) => readJson(join(folder, path));
  const descriptions = { manifest: read("manifest.json"), descriptor: read("datapackage.json") };
  return checkDescriptions(version, descriptions, sums).map(({ path, why }) => issue(path, why));
}

type Why = Extract<Issue, { code: "publish/altered-release" }>["why"];

const altered = (dist: string, version: string, path: string, why: Why): Issue => ({
  code: "publish/altered-release",
  at: { file: join(releaseFolder(dist, version), path), line: null, column: null },
  version,
  why,
});

/** Which file to look at. */
const FILE_OF: Readonly<Record<ChainFault, string>> = {
  gone: "",
  "other-sums": SUMS,
  "other-than-named": SUMS,
  "other-entry": "manifest.json",
  uncatalogued: "",
  "no-catalog": "",
  "no-predecessor": "manifest.json",
  "other-first-release": SUMS,
  "before-predecessor": "manifest.json",
  "in-the-future": "manifest.json",
};

/** Without a catalog, one issue says so for all releases. */
function chainIssues(dist: string, faults: ReturnType<typeof checkChain>): Issue[] {
  const [uncatalogued] = faults.filter(({ why }) => why === "no-catalog");
  const rest = faults.filter(({ why }) => why !== "no-catalog");
  const others = rest.map(({ version, why }) => altered(dist, version, FILE_OF[why], why));
  if (uncatalogued === undefined) return others;
  const at = { file: join(dist, "catalog.json"), line: null, column: null };
  const { version, why } = uncatalogued;
  return [{ code: "publish/altered-release", at, version, why }, ...others];
}

/** The entries of catalog.json, newest first; `null` if it does not exist or cannot be read. */
function readCatalog(dist: string): CatalogEntry[] | null {
  const catalog = readJson(join(dist, "catalog.json"));
  if (!isRecord(catalog) || !Array.isArray(catalog.releases)) return null;
  const entries = catalog.releases.filter(isRecord).flatMap(({ version, date, sha256sums, withdrawn }) => {
    if (typeof version !== "string" || typeof sha256sums !== "string" || parseVersion(version) === null) return [];
    return [{ version, date: textOf(date), sha256sums, isWithdrawn: withdrawn !== undefined }];
  });
  return entries.length === catalog.releases.length ? entries : null;
}
