import { hasErrors } from "#pipeline/core/issue.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import { writeComparison } from "#pipeline/publish/plan/changelog.ts";
import { type Comparison, compareReleases, STAGED } from "#pipeline/publish/plan/comparison.ts";
import { compareRecords, resolveRaw } from "#pipeline/run.ts";
import { findVersion } from "./find-version.ts";

export interface DiffOptions {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly dist: string;
  readonly json: boolean;
}

/** Prints what changed between two releases, or between a release and what raw/ gives now. */
export async function diff(options: DiffOptions): Promise<number> {
  if (options.from === STAGED)
    throw new UsageError(`${STAGED} is what raw/ gives now, so it comes second: diff latest ${STAGED}`);
  const comparison = options.to === STAGED ? await compareRaw(options) : await compareVersions(options);
  if (comparison === null) return 1;
  if (options.json) printJson(comparison);
  else print(writeComparison(comparison).trimEnd());
  return 0;
}

/** Reads both releases from their published files only. */
async function compareVersions({ from, to, dist }: DiffOptions): Promise<Comparison> {
  const store = releaseStore(dist);
  const older = await store.open(await findVersion(store, from));
  return compareReleases(older, await store.open(await findVersion(store, to)));
}

/** Runs the steps from raw/ without writing anything that stays. Returns `null` if the data have errors. */
async function compareRaw({ from, raw, texts, dist }: DiffOptions): Promise<Comparison | null> {
  const store = releaseStore(dist);
  const [older, last] = [await findVersion(store, from), await findVersion(store, "latest")];
  const outcome = resolveRaw(await readRawFolder(raw, textFolders(raw, texts)));
  if (hasErrors(outcome.publishable.issues)) {
    report(`${raw} has errors. To see them, run: npm run pipeline -- validate`);
    return null;
  }
  return compareRecords(outcome, {
    begin: beginElsewhere,
    from: await store.open(older),
    last: await store.open(last),
    pause: pauseFor(null),
  });
}
