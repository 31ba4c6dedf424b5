import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { signWith } from "#pipeline/io/signature.ts";
import type { StagedResults } from "#pipeline/io/staged-folder.ts";
import { report } from "#pipeline/io/terminal.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";
import { publishRecords, withPublishedDrafts } from "#pipeline/run.ts";
import type { RunOptions } from "./run-options.ts";
import { formatCounts, inResults, printIssues, resolveInput } from "./validate.ts";

/** What a run is about to publish, or only to plan. */
export interface Changes extends RunOptions {
  readonly created: string;
  readonly input: RawInput;
  /** The hashes of the same input. */
  readonly inputs: RunInputs;
  readonly progress: Progress;
}

export interface Held {
  readonly store: ReleaseStore;
  readonly signal: AbortSignal;
  readonly assertHeld: AssertHeld;
}

interface Planning extends Held {
  /** Whether to plan the release without publishing it. */
  readonly isTrial: boolean;
  /** Called once a release is in its place. */
  readonly onPublished?: (plan: ReleasePlan) => void;
}

/** The plan is `null` if the data have errors. */
interface Planned {
  readonly plan: ReleasePlan | null;
  readonly issues: readonly Issue[];
  /** Those of them that concern the release, and not a draft. */
  readonly ofRelease: readonly Issue[];
  /** Of countries and regions, as raw/ has them. */
  readonly outlines: Outlines;
}

/**
 * Runs the four steps, and replaces the results in staged/ at the end. Errors, and issues that prevent a release, are
 * printed and are among the results.
 */
export const planChanges = (changes: Changes, planning: Planning): Promise<Planned> =>
  inResults({ staged: changes.staged, assertHeld: planning.assertHeld }, async (results) => {
    const planned = await planRelease(changes, planning, results);
    results.write(issuesFile(planned.issues));
    await results.commit(nameOf(changes));
    return planned;
  });

const nameOf = ({ check, preview }: Changes) => (preview ? "run --preview" : check ? "run --check" : "run");

async function planRelease(
  { staged, created, input, inputs, signKey, quiet, preview, progress }: Changes,
  { store, signal, isTrial, onPublished }: Planning,
  results: StagedResults,
): Promise<Planned> {
  const outcome = await withPublishedDrafts(resolveInput(input, results, progress), store);
  progress.end();
  // A preview shows the errors itself.
  const shown = (issues: readonly Issue[]) => issues.filter((issue) => !(isWarning(issue) ? quiet : preview));
  printIssues(shown(outcome.issues), staged);
  for (const line of quiet ? [] : formatCounts(outcome)) report(line);
  const { resolution, publishable, outlines } = outcome;
  if (hasErrors(publishable.issues))
    return { plan: null, issues: outcome.issues, ofRelease: publishable.issues, outlines };
  const records = recordFiles(results.open);
  // Records of drafts, which no release has, are written apart, unless they have errors.
  const drafted = resolution === publishable.resolution || hasErrors(outcome.issues) ? null : resolution;
  const plan = await publishRecords(outcome, {
    store: isTrial ? { ...store, begin: beginElsewhere } : store,
    created,
    inputs,
    sign: signKey === undefined ? undefined : (content) => signWith(signKey, content),
    observe: drafted === null ? records.add : () => undefined,
    isTrial,
    onPublished,
    pause: pauseFor(signal),
    progress,
  });
  for (const entry of drafted?.entries() ?? []) records.add(entry);
  records.close();
  progress.end();
  printIssues(shown(plan.issues), staged);
  const withPlan = (issues: readonly Issue[]) => [...issues, ...plan.issues];
  return { plan, issues: withPlan(outcome.issues), ofRelease: withPlan(publishable.issues), outlines };
}
