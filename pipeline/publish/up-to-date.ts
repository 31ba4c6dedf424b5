import { isRecord } from "#pipeline/core/is-record.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { inspectStore } from "./mend.ts";

/** What decides what a release says, as hashes. */
export interface RunInputs {
  /** Every file that people wrote, its path from the folder of the raw data. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** One SHA-256 over the code of the pipeline and of the schemas and over the versions of the packages. */
  readonly pipeline: string;
}

/** Whether a release was made from these inputs by this code, by its manifest.json. One that cannot be read was not. */
export function isUnchanged(manifest: unknown, { inputs, pipeline }: RunInputs): boolean {
  if (!isRecord(manifest) || !Array.isArray(manifest.inputs) || manifest.pipeline !== pipeline) return false;
  const published = new Map(manifest.inputs.filter(isRecord).map(({ path, sha256 }) => [path, sha256]));
  return published.size === inputs.length && inputs.every(({ path, sha256 }) => published.get(path) === sha256);
}

/**
 * The version of the last release, where it was made from these inputs by this code and everything is in order;
 * otherwise `null`. Only hashes are compared, nothing is parsed or written, and no package is loaded: a scheduler asks
 * this every night.
 */
export async function findUpToDate(store: ReleaseStore, inputs: RunInputs): Promise<string | null> {
  const [latest] = await store.versions();
  if (latest === undefined || !isUnchanged(await readManifest(store, latest), inputs)) return null;
  const [findings, issues, isLeftLocked] = await Promise.all([
    inspectStore(store),
    store.verify(),
    store.hasDeadLock(),
  ]);
  return findings.length === 0 && issues.length === 0 && !isLeftLocked ? latest : null;
}

/** The manifest.json of a release, or `undefined` where it cannot be read. */
async function readManifest(store: ReleaseStore, version: string): Promise<unknown> {
  try {
    const manifest: unknown = JSON.parse((await store.open(version)).text("manifest.json"));
    return manifest;
  } catch {
    return undefined;
  }
}
