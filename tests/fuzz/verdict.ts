import { z } from "zod";
import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import type { Outcome } from "#pipeline/run.ts";
import { effectNames } from "./effects.ts";

export const VERDICTS = [
  /** The data have errors: nothing is published. */
  "refused",
  /** The data have no errors, but the comparison with the last release stops it. */
  "stopped",
  /** Published with a warning that the undamaged data do not have. */
  "warned",
  /** Published and nothing says so, and the data are the same. */
  "harmless",
  /** Published and nothing says so, and the data differ. */
  "passed",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Something that must never happen. */
const Fault = z.strictObject({
  kind: z.enum(["exception", "hang", "broken promise", "unseen damage"]),
  text: z.string(),
});
export type Fault = z.infer<typeof Fault>;

/** What became of one mutated input. */
export const Finding = z.strictObject({
  run: z.int(),
  base: z.enum(["made-up", "today's", "release"]),
  /** The kinds of damage, and in words where it was done. */
  done: z.array(z.strictObject({ name: z.string(), words: z.string() })),
  /** `null` if nothing came of it. */
  verdict: z.enum(VERDICTS).nullable(),
  /** If damage passed: what is different. */
  effects: z.array(z.enum(effectNames)),
  faults: z.array(Fault),
});
export type Finding = z.infer<typeof Finding>;

/** What the pipeline made of a mutated input. */
export interface Trial {
  readonly outcome: Outcome;
  /** `null` if the data have errors. */
  readonly plan: ReleasePlan | null;
  /** Whether the data files would be the same as in the release of the base. */
  readonly isSame: boolean;
  /** Issues that a command for documents reports and `run` does not. */
  readonly ofDocuments: readonly Issue[];
}
