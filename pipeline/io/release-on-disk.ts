import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { hashOfInputs } from "#pipeline/core/inputs-hash.ts";
import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import type { ReleaseLink, ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { textOf } from "#pipeline/core/text-of.ts";
import { hashFile } from "./hash-file.ts";
import { readRegular } from "./regular-file.ts";
import { parseSums, releaseFolder, SUMS, TOMBSTONE } from "./release-folders.ts";

/** What a release says about itself: in its manifest, or in its tombstone if it was withdrawn. It loads no package. */
export function releaseOnDisk(dist: string, version: string): ReleaseOnDisk {
  const tombstone = describeTombstone(dist, version);
  if (tombstone !== null) return tombstone;
  const folder = releaseFolder(dist, version);
  const manifest = readJson(join(folder, "manifest.json"));
  const { created, previous }: Record<string, unknown> = isRecord(manifest) ? manifest : {};
  return {
    version,
    created: textOf(created),
    sumsHash: hashFile(join(folder, SUMS)) ?? "",
    previous: linkOf(previous),
    withdrawn: null,
    changelog: () => changelogOf(dist, version),
  };
}

/**
 * What the tombstone of a withdrawn release says; `null` if there is none, or if it does not prove what it says: the
 * manifest in it must have the hash in the SHA256SUMS in it.
 */
export function describeTombstone(dist: string, version: string): ReleaseOnDisk | null {
  const tombstone = readJson(join(releaseFolder(dist, version), TOMBSTONE));
  if (!isRecord(tombstone)) return null;
  const { withdrawn: date, reason, sums, manifest: text } = tombstone;
  if (![date, reason, sums, text].every((value) => typeof value === "string" && value !== "")) return null;
  const manifest = parseJson(textOf(text));
  if (!isRecord(manifest) || manifest.version !== version) return null;
  if (parseSums(textOf(sums)).get("manifest.json") !== sha256Hex(textOf(text))) return null;
  const inputs = Array.isArray(manifest.inputs) ? manifest.inputs.filter(isRecord) : [];
  return {
    version,
    created: textOf(manifest.created),
    sumsHash: sha256Hex(textOf(sums)),
    previous: linkOf(manifest.previous),
    withdrawn: {
      date: textOf(date),
      reason: textOf(reason),
      inputs: hashOfInputs(inputs.map(({ path, sha256 }) => ({ path: textOf(path), sha256: textOf(sha256) }))),
    },
    changelog: () => "",
  };
}

/** The CHANGELOG.md of a release; empty if it has none. */
export const changelogOf = (dist: string, version: string) =>
  textIn(join(releaseFolder(dist, version), "CHANGELOG.md")) ?? "";

/** A link as a manifest, a tombstone or the list of verified releases has it; `undefined` for anything else. */
function linkOf(value: unknown): ReleaseLink | null | undefined {
  if (value === null) return null;
  if (!isRecord(value)) return undefined;
  const { version, sha256sums } = value;
  return typeof version === "string" && typeof sha256sums === "string" ? { version, sha256sums } : undefined;
}

/** A parsed JSON file; `undefined` if it does not exist or cannot be parsed. */
export const readJson = (path: string): unknown => parseJson(textIn(path) ?? "");

function textIn(path: string): string | null {
  try {
    return readRegular(path)?.toString("utf8") ?? null;
  } catch {
    return null;
  }
}
