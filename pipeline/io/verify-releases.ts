import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "#pipeline/core/is-record.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { byNewest, parseVersion } from "#pipeline/core/version-number.ts";
import { filesBelow, listReleases, readSums, releaseFolder, SUMS } from "./release-folders.ts";

type Alteration = Extract<Issue, { code: "publish/altered-release" }>["why"];

/**
 * Reports every file of a release that does not match its SHA256SUMS, and every SHA256SUMS that does not match
 * catalog.json. Published releases must not change or disappear.
 */
export async function verifyReleases(dist: string): Promise<Issue[]> {
  const [versions, catalogued] = await Promise.all([listReleases(dist), readCatalogue(dist)]);
  const gone = [...catalogued.keys()].filter((version) => !versions.includes(version)).sort(byNewest);
  const issues = await Promise.all(versions.map((version) => verifyRelease(dist, version, catalogued.get(version))));
  return [...gone.map((version) => altered({ dist, version, path: "", why: "gone" })), ...issues.flat()];
}

async function verifyRelease(dist: string, version: string, catalogued: string | undefined): Promise<Issue[]> {
  const folder = releaseFolder(dist, version);
  const present = new Set(await filesBelow(folder));
  const issue = (path: string, why: Alteration) => altered({ dist, version, path, why });
  if (!present.has(SUMS)) return [issue(SUMS, "no-sums")];
  if (catalogued !== undefined && catalogued !== hashOf(join(folder, SUMS))) return [issue(SUMS, "other-sums")];
  const sums = await readSums(dist, version);
  const issues = [...sums].flatMap(([path, sum]): Issue[] => {
    if (!present.has(path)) return [issue(path, "missing")];
    return hashOf(join(folder, path)) === sum ? [] : [issue(path, "changed")];
  });
  const unlisted = [...present].filter((path) => path !== SUMS && !sums.has(path));
  return [...issues, ...unlisted.map((path) => issue(path, "unlisted"))];
}

interface Altered {
  readonly dist: string;
  readonly version: string;
  /** Path of the file in its release; empty for the whole folder. */
  readonly path: string;
  readonly why: Alteration;
}

const altered = ({ dist, version, path, why }: Altered): Issue => ({
  code: "publish/altered-release",
  at: { file: join(releaseFolder(dist, version), path), line: null, column: null },
  version,
  why,
});

/** Reads synchronously: this is faster than many concurrent reads, and only one file is in memory at a time. */
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/**
 * The hash of each release's SHA256SUMS by version, as catalog.json recorded it at publication. Empty if catalog.json
 * is missing or damaged: the next run writes it again.
 */
async function readCatalogue(dist: string): Promise<Map<string, string>> {
  try {
    const catalogue: unknown = JSON.parse(await readFile(join(dist, "catalog.json"), "utf8"));
    const releases = isRecord(catalogue) && Array.isArray(catalogue.releases) ? catalogue.releases : [];
    return new Map(
      releases
        .filter(isRecord)
        .flatMap(({ version, sha256sums }): [string, string][] =>
          typeof version === "string" && typeof sha256sums === "string" && parseVersion(version) !== null
            ? [[version, sha256sums]]
            : [],
        ),
    );
  } catch {
    return new Map();
  }
}
