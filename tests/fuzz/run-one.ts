import { hasErrors } from "#pipeline/core/issue.ts";
import type { Base } from "./bases.ts";
import { cannotBeSeen, type Effect } from "./effects.ts";
import { findEffects } from "./find-effects.ts";
import { mutate } from "./mutations/mutate.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { brokenPromises } from "./promises.ts";
import { askQuestion } from "./questions.ts";
import { randomOf } from "./random.ts";
import { STEPS, type Steps, tryInput } from "./trial.ts";
import type { Fault, Finding, Trial, Verdict } from "./verdict.ts";

export interface ToRun {
  readonly seed: number;
  readonly run: number;
  readonly base: Base;
  /** The pipeline and the mutations; tests plant others. */
  readonly steps?: Steps;
  readonly kinds?: readonly Mutation[];
}

/** How often a release of made-up data is made whole, with every edition. */
const WHOLE = 0.01;
/** How often the texts of the documents are at hand. */
const AT_HAND = 0.5;

/** Mutates an input, tries it, and judges what came of it. Everything that it throws is a bug of the fuzz run itself. */
export async function runOne({ seed, run, base, steps = STEPS, kinds }: ToRun): Promise<Finding> {
  const random = randomOf(`${seed}/${run}`);
  const given = random.chance(AT_HAND) ? base.raw : { ...base.raw, texts: [] };
  const isWhole = base.name === "made-up" && random.chance(WHOLE);
  const { raw, done } = mutate(given, random, kinds);
  const about = { run, base: base.name, done };
  try {
    const trial = await tryInput({ raw, base, steps, isWhole });
    askQuestion(raw, trial.outcome, { base, random });
    const promises = brokenPromises(raw, trial, base).map((text): Fault => ({ kind: "broken promise", text }));
    const verdict = verdictOf(trial, base);
    const effects = verdict === "passed" ? findEffects(trial, base) : [];
    return { ...about, verdict, effects, faults: [...promises, ...unseenDamage(effects)] };
  } catch (error) {
    return { ...about, verdict: null, effects: [], faults: [exceptionOf(error)] };
  }
}

export const exceptionOf = (error: unknown): Fault => ({
  kind: "exception",
  text: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

function verdictOf({ outcome, plan, isSame, ofDocuments }: Trial, base: Base): Verdict {
  if (plan === null) return "refused";
  if (hasErrors(plan.issues)) return "stopped";
  const known = new Set(base.outcome.issues.map(({ code }) => code));
  const isNew = [...outcome.issues, ...plan.issues, ...ofDocuments].some(({ code }) => !known.has(code));
  if (isNew) return "warned";
  return isSame ? "harmless" : "passed";
}

export const unseenDamage = (effects: readonly Effect[]): Fault[] =>
  effects.filter((effect) => !cannotBeSeen(effect)).map((text) => ({ kind: "unseen damage", text }));
