import { isRecord } from "#pipeline/core/is-record.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { inspectStore } from "./repair.ts";

/** The hashes of everything that determines the content of a release. */
export interface RunInputs {
  /** Every file in raw/ that determines the content, with its path relative to raw/. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** One SHA-256 over the code of pipeline/ and schemas/ and the versions of the packages. */
  readonly pipeline: string;
}

/** Whether manifest.json says that the release was made from these inputs by this code; false if it cannot be read. */
export function isUnchanged(manifest: unknown, { inputs, pipeline }: RunInputs): boolean {
  if (!isRecord(manifest) || !Array.isArray(manifest.inputs) || manifest.pipeline !== pipeline) return false;
  const published = new Map(manifest.inputs.filter(isRecord).map(({ path, sha256 }) => [path, sha256]));
  return published.size === inputs.length && inputs.every(({ path, sha256 }) => published.get(path) === sha256);
}

/**
 * The version of the last release if it was made from these inputs by this code, has all its editions, and no release
 * needs a repair; otherwise `null`. This compares only hashes and loads no package, so that a scheduled run with nothing to do is fast.
 */
export async function findUpToDate(store: ReleaseStore, inputs: RunInputs): Promise<string | null> {
  const [latest] = await store.versions();
  if (latest === undefined || !isUnchanged(await readManifest(store, latest), inputs)) return null;
  if ((await store.absentFiles(latest)).length > 0) return null;
  const check = await store.check();
  if (check.issues.length > 0 || (await store.hasDeadLock())) return null;
  if ((await inspectStore(store, check)).length > 0) return null;
  if (!check.isOverviewKept) await store.keep();
  return latest;
}

/** The manifest.json of a release, or `undefined` if it cannot be read. */
async function readManifest(store: ReleaseStore, version: string): Promise<unknown> {
  try {
    const manifest: unknown = JSON.parse((await store.open(version)).text("manifest.json"));
    return manifest;
  } catch {
    return undefined;
  }
}
