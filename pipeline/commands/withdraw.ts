import { formatIssue } from "#pipeline/core/format-issue.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { repairStore } from "#pipeline/publish/repair.ts";
import { tombstoneOf } from "#pipeline/publish/withdrawal.ts";
import { dayOfPublication } from "./day-of-publication.ts";

export interface WithdrawOptions {
  readonly release: string;
  readonly reason: string;
  readonly dist: string;
}

/**
 * Replaces the files of a release by a tombstone, because they endanger a person. The hash of the release stays, so that
 * the chain of releases holds; the catalog, the feed and `latest` follow. It cannot be undone here.
 */
export function withdraw({ release, reason, dist }: WithdrawOptions): Promise<number> {
  if (reason.trim() === "") throw new UsageError("Say in --reason why the release is withdrawn.");
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(reason))
    throw new UsageError("The text of --reason has a line break or another character that does not show. Remove it.");
  return runAlone({ dist, report }, async (signal, assertHeld) => {
    const store = fencedStore(releaseStore(dist), assertHeld);
    for (const message of await repairStore(store)) report(message);
    return withdrawAlone(store, { version: release, reason: asSentence(reason), signal });
  });
}

interface Withdrawing {
  readonly version: string;
  readonly reason: string;
  readonly signal: AbortSignal;
}

async function withdrawAlone(store: ReleaseStore, { version, reason, signal }: Withdrawing): Promise<number> {
  const { issues, releases } = await store.check();
  for (const issue of issues) report(formatIssue(issue));
  if (issues.length > 0) return 1;
  const release = releases.find((found) => found.version === version);
  if (release?.withdrawn != null) {
    print(`${version} was already withdrawn on ${release.withdrawn.date}.`);
    return 0;
  }
  if (release === undefined)
    throw new UsageError(`There is no release ${version}. To see them, run: npm run pipeline -- releases`);
  const tombstone = tombstoneOf({ release, files: await store.open(version), reason, date: dayOfPublication() });
  const [newest, ...older] = await store.versions();
  const [latest] = newest === version ? older : [newest];
  await pauseFor(signal)();
  // First, so that readers of `latest` do not see a release that is half gone.
  if (newest === version) await store.replaceLatest(latest ?? null);
  await store.withdraw(version, tombstone);
  await repairStore(store);
  print(`Withdrew ${version}. ${latest === undefined ? "No release is left." : `The latest release is ${latest}.`}`);
  if (latest !== undefined && (await store.absentFiles(latest)).length > 0)
    report(
      `${store.folder}/latest lacks editions of ${latest}. To make them, run: npm run pipeline -- editions ${latest}`,
    );
  report(
    "Copies outside this folder are still there: follow deploy/WITHDRAWAL.md. Correct raw/ before the next run, and look for the same words in the other releases.",
  );
  return 0;
}

/** Readers see the reason before other sentences. */
const asSentence = (reason: string) => reason.trim().replace(/[^.!?…]$/u, "$&.");
