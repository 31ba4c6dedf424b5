import type { Change } from "#pipeline/core/change.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Row } from "#pipeline/core/row.ts";
import { mendStore } from "#pipeline/io/mend-store.ts";
import { listReleases, readReleaseFiles, verifyReleases, writeRelease } from "#pipeline/io/release-store.ts";
import { makeOverview } from "#pipeline/releases/overview.ts";
import { factsOfLast, planFirstRelease, planNextRelease, type ReleasePlan } from "#pipeline/releases/plan.ts";

/** What is to be published, apart from its version. */
export interface Publication {
  readonly dist: string;
  /** ISO day of publication. */
  readonly created: string;
  /** Rows of each table. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows of decisions.csv. */
  readonly decisions: readonly Row[];
  /** Where a tombstone is written. */
  readonly retiredPath: string;
  /** Makes the files of a release. */
  readonly build: (facts: ReleaseWords) => Promise<readonly OutputFile[]>;
}

export interface ReleaseWords {
  readonly version: string;
  readonly created: string;
  readonly changes: readonly Change[];
  readonly changelog: string;
}

/** What would be published, and under which version. Its issues come first: with any of them, nothing is. */
export async function planPublication({
  dist,
  created,
  rows,
  decisions,
  retiredPath,
  build,
}: Publication): Promise<ReleasePlan> {
  const [latest] = await listReleases(dist);
  if (latest === undefined) return planFirstRelease(created, rows);
  const altered = await verifyReleases(dist);
  if (altered.length > 0) return { version: latest, why: null, changes: [], changelog: "", issues: altered };
  const last = await readReleaseFiles(dist, latest);
  const rebuilt = await build(factsOfLast(last));
  return planNextRelease({
    last,
    rebuilt: new Map(rebuilt.map(({ path, bytes }) => [path, bytes])),
    created,
    decisions,
    retiredPath,
  });
}

/** Publishes what was planned: the release, then catalog and feed, then the link. Only the lock's holder may. */
export async function publishPlan(
  { dist, created, build }: Publication,
  plan: ReleasePlan,
  signal: AbortSignal,
): Promise<void> {
  const { version, changes, changelog } = plan;
  await writeRelease(dist, { version, files: await build({ version, created, changes, changelog }) }, signal);
  await mendStore(dist, makeOverview);
}
