import type { Change } from "#pipeline/core/change.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Row } from "#pipeline/core/row.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { mendStore } from "#pipeline/io/mend-store.ts";
import { listReleases, readReleaseFiles, writeRelease } from "#pipeline/io/release-store.ts";
import { verifyReleases } from "#pipeline/io/verify-releases.ts";
import { makeOverview } from "#pipeline/releases/overview.ts";
import { factsOfLast, planFirstRelease, planNextRelease, type ReleasePlan } from "#pipeline/releases/plan.ts";
import { FIRST_VERSION } from "#pipeline/releases/version.ts";

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
  const altered = await verifyReleases(dist);
  if (altered.length > 0)
    return { version: latest ?? FIRST_VERSION, why: null, changes: [], changelog: "", issues: altered };
  if (latest === undefined) return planFirstRelease(created, rows);
  const last = await readReleaseFiles(dist, latest);
  const facts = factsOfLast(last);
  const rebuilt = await build(facts);
  const plan = planNextRelease({
    last,
    rebuilt: new Map(rebuilt.map(({ path, bytes }) => [path, bytes])),
    created,
    decisions,
    retiredPath,
  });
  if (plan.why !== null && plan.issues.length === 0 && created < facts.created) {
    throw new UsageError(
      `${created} lies before ${facts.created}, when ${latest} was published. Name a later day with --date.`,
    );
  }
  return plan;
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
