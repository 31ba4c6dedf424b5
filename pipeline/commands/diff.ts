import { nearestOf } from "#pipeline/core/nearest.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson } from "#pipeline/io/terminal.ts";
import { compareReleases } from "#pipeline/publish/plan/comparison.ts";

export interface DiffOptions {
  readonly from: string;
  readonly to: string;
  readonly dist: string;
  readonly json: boolean;
}

/** Prints what changed between two releases, which it reads from their published files only. */
export async function diff({ from, to, dist, json }: DiffOptions): Promise<number> {
  const store = releaseStore(dist);
  const versions = await store.versions();
  const [older, newer] = [await store.open(findVersion(from, versions)), await store.open(findVersion(to, versions))];
  const { comparison, text } = compareReleases(older, newer);
  if (json) printJson(comparison);
  else print(text);
  return 0;
}

function findVersion(asked: string, versions: readonly string[]): string {
  const [latest] = versions;
  if (latest === undefined) throw new UsageError("There is no release yet. To publish one, run: npm run pipeline");
  if (asked === "latest") return latest;
  if (versions.includes(asked)) return asked;
  const nearest = nearestOf(asked, versions);
  const meant = nearest === null ? `The releases are ${versions.join(", ")}.` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no release ${asked}. ${meant}`);
}
