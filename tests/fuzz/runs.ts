import { madeUpBase, todaysBase } from "./bases.ts";
import { releaseFolder } from "./release-folder.ts";
import { runOne } from "./run-one.ts";
import { runRelease } from "./run-release.ts";
import type { Finding } from "./verdict.ts";

/** One in so many runs damages today's raw/, which takes much longer, and one in so many a release. */
const TODAYS = 20;
const RELEASES = 50;

/** What a run damages, by its number. */
export const baseOfRun = (run: number): Finding["base"] =>
  run % RELEASES === 1 ? "release" : run % TODAYS === 0 ? "today's" : "made-up";

export interface Runs {
  readonly play: (run: number) => Promise<Finding>;
  readonly close: () => void;
}

/** Plays runs by their numbers. A run depends on its number and the seed alone, and not on those before it. */
export async function openRuns(seed: number): Promise<Runs> {
  const [madeUp, todays] = [await madeUpBase(), await todaysBase()];
  const folder = await releaseFolder(madeUp);
  return {
    play: (run) => {
      const base = baseOfRun(run);
      if (base === "release") return runRelease({ seed, run }, folder);
      return runOne({ seed, run, base: base === "made-up" ? madeUp : todays });
    },
    close: folder.remove,
  };
}
