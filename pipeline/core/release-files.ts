import { isRecord } from "#pipeline/core/is-record.ts";
import { dayOf } from "#pipeline/core/iso-day.ts";
import type { FileFault } from "#pipeline/core/release-faults.ts";
import { textOf } from "#pipeline/core/text-of.ts";

export interface FaultyFile {
  /** Path in the release. */
  readonly path: string;
  readonly why: FileFault;
}

/** What the files of a release say about it, as parsed JSON; `undefined` if a file cannot be read. */
export interface Descriptions {
  readonly manifest: unknown;
  readonly descriptor: unknown;
}

/**
 * Compares what the files of a release say about it: the name of its folder, the version and day in its manifest and its
 * descriptor, and the hashes in its manifest and in SHA256SUMS.
 */
export function checkDescriptions(
  version: string,
  { manifest, descriptor }: Descriptions,
  sums: ReadonlyMap<string, string>,
): FaultyFile[] {
  if (!isRecord(manifest)) return [{ path: "manifest.json", why: "unreadable" }];
  if (!isRecord(descriptor)) return [{ path: "datapackage.json", why: "unreadable" }];
  if (manifest.version !== version) return [{ path: "manifest.json", why: "other-version" }];
  const day = dayOf(textOf(descriptor.created));
  if (descriptor.version !== version || day !== manifest.created)
    return [{ path: "datapackage.json", why: "other-version" }];
  const outputs = Array.isArray(manifest.outputs) ? manifest.outputs.filter(isRecord) : [];
  const listed = new Map(outputs.map(({ path, sha256 }) => [textOf(path), textOf(sha256)]));
  const others = [...sums].filter(([path]) => path !== "manifest.json");
  const isSame = listed.size === others.length && others.every(([path, sum]) => listed.get(path) === sum);
  return isSame ? [] : [{ path: "manifest.json", why: "other-manifest" }];
}
