import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson } from "#pipeline/io/terminal.ts";
import { compareReleases } from "#pipeline/publish/plan/comparison.ts";
import { findVersion } from "./find-version.ts";

export interface DiffOptions {
  readonly from: string;
  readonly to: string;
  readonly dist: string;
  readonly json: boolean;
}

/** Prints what changed between two releases, which it reads from their published files only. */
export async function diff({ from, to, dist, json }: DiffOptions): Promise<number> {
  const store = releaseStore(dist);
  const older = await store.open(await findVersion(store, from));
  const newer = await store.open(await findVersion(store, to));
  const { comparison, text } = compareReleases(older, newer);
  if (json) printJson(comparison);
  else print(text);
  return 0;
}
