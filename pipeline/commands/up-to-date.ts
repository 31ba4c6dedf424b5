import { hasDeadLock } from "#pipeline/io/lock.ts";
import { inspectStore } from "#pipeline/io/mend-store.ts";
import { listReleases, readManifest } from "#pipeline/io/release-store.ts";
import { verifyReleases } from "#pipeline/io/verify-releases.ts";
import { makeOverview } from "#pipeline/releases/overview.ts";
import { isUnchanged, type RunInputs } from "#pipeline/releases/unchanged.ts";

/**
 * The version of the last release, where it was made from these inputs by this code and dist/ is in order;
 * otherwise `null`. Only hashes are compared, nothing is parsed or written, and no package is loaded: a scheduler asks
 * this every night.
 */
export async function findUpToDate(dist: string, inputs: RunInputs): Promise<string | null> {
  const [latest] = await listReleases(dist);
  if (latest === undefined || !isUnchanged(await readManifest(dist, latest), inputs)) return null;
  const [findings, issues, isLeftLocked] = await Promise.all([
    inspectStore(dist, makeOverview),
    verifyReleases(dist),
    hasDeadLock(dist),
  ]);
  return findings.length === 0 && issues.length === 0 && !isLeftLocked ? latest : null;
}
