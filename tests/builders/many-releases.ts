import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { makeOverview } from "#pipeline/publish/overview/overview.ts";

/**
 * Makes releases 2.0.0, 3.0.0 … up to a number, each a copy of 1.0.0 under its own version that follows the one before it.
 * Files that are alike are links to the same file on the disk.
 */
export async function makeReleases(dist: string, number: number): Promise<void> {
  for (let major = 2; major <= number; major += 1) {
    const folder = join(dist, "releases", `${major}.0.0`);
    if (readdirSync(join(dist, "releases")).includes(`${major}.0.0`)) continue;
    copyRelease(join(dist, "releases", `${major - 1}.0.0`), folder, [`${major - 1}.0.0`, `${major}.0.0`]);
  }
  const store = releaseStore(dist);
  for (const { path, bytes } of makeOverview(await store.releases())) await store.replace(path, bytes);
  await store.replaceLatest(`${number}.0.0`);
}

/** Files that name the version, or the hash of one that does. */
const OWN = ["datapackage.json", "manifest.json", "SHA256SUMS"];

function copyRelease(from: string, to: string, [was, now]: readonly [string, string]): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())) {
    const place = join(to, join(entry.parentPath, entry.name).slice(from.length + 1));
    mkdirSync(dirname(place), { recursive: true });
    if (!OWN.includes(entry.name)) linkSync(join(entry.parentPath, entry.name), place);
  }
  const [descriptor = "", manifest = "", sums = ""] = OWN.map((name) => readFileSync(join(from, name), "utf8"));
  const newDescriptor = descriptor.replace(`"version": "${was}"`, `"version": "${now}"`);
  const previous = JSON.stringify({ version: was, sha256sums: sha256Hex(sums) });
  const newManifest = manifest
    .replace(`"version": "${was}"`, `"version": "${now}"`)
    .replace(/"previous": (null|\{[^}]*\})/u, `"previous": ${previous}`)
    .replace(sha256Hex(descriptor), sha256Hex(newDescriptor));
  const newSums = sums
    .replace(sha256Hex(descriptor), sha256Hex(newDescriptor))
    .replace(sha256Hex(manifest), sha256Hex(newManifest));
  [newDescriptor, newManifest, newSums].forEach((text, at) => {
    writeFileSync(join(to, OWN[at] ?? ""), text);
  });
}
