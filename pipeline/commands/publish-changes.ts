import { hasErrors } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { openText, writeStaged } from "#pipeline/io/staged-folder.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";
import { publishRecords } from "#pipeline/run.ts";
import type { RunOptions, RunResult } from "./run-options.ts";
import { formatCounts, printIssues, resolveInput } from "./validate.ts";

interface Changes extends RunOptions {
  readonly created: string;
  readonly input: RawInput;
  /** The hashes of the same input. */
  readonly inputs: RunInputs;
}

type Work = (signal: AbortSignal) => Promise<number>;

const failed = (failure: string): RunResult => ({ exitCode: 1, version: null, failure });

/** Resolves raw/ and publishes what changed. It holds the lock from the first step, because each step writes to staged/. */
export async function publishChanges(changes: Changes, alone: (work: Work) => Promise<number>): Promise<RunResult> {
  let result: RunResult = failed("The run was stopped, or another run holds the lock.");
  const exitCode = await alone(async (signal) => {
    for (const message of await repairStore(releaseStore(changes.dist))) console.error(message);
    result = await publishAlone(changes, signal);
    return result.exitCode;
  });
  return exitCode === result.exitCode ? result : { ...result, exitCode, version: null };
}

async function publishAlone(changes: Changes, signal: AbortSignal): Promise<RunResult> {
  const plan = await planChanges(changes, signal);
  if (plan === null) return failed("The data have errors; see issues.csv.");
  if (plan.issues.length > 0) return failed("The release cannot be published; see issues.csv.");
  console.log(
    plan.why === null
      ? `Nothing to publish: the data are the same as in ${plan.version}.`
      : `Published ${plan.version} (${plan.why}) as ${changes.dist}/releases/${plan.version}.`,
  );
  return { exitCode: 0, version: plan.version, failure: null };
}

/** Prints what would be published and why under that version. Returns 0 if the last release already has these data, else 1. */
export async function checkChanges(changes: Changes): Promise<number> {
  const plan = await planChanges(changes, null);
  if (plan === null || plan.issues.length > 0) return 1;
  const findings = await inspectStore(releaseStore(changes.dist));
  for (const { fault } of findings) console.error(`${fault}. To repair it, run: npm run pipeline`);
  if (plan.why === null) {
    console.log(`Nothing to publish: ${changes.dist}/latest (${plan.version}) already has these data.`);
    return findings.length === 0 ? 0 : 1;
  }
  const rows = plan.changes.filter(({ version }) => version === plan.version).length;
  console.log(
    `Would publish ${plan.version} (${plan.why}), ${plural(rows, "change")}. To publish it, run: npm run pipeline`,
  );
  return 1;
}

/**
 * Runs the four steps. With a signal that can stop them, they publish; with `null`, they only plan the release.
 * Returns `null` if the data have errors. Errors, and issues that prevent a release, are printed and written to staged/.
 */
async function planChanges(
  { staged, dist, created, input, inputs }: Changes,
  signal: AbortSignal | null,
): Promise<ReleasePlan | null> {
  const outcome = await resolveInput(input, staged);
  printIssues(outcome.issues, staged);
  console.error(formatCounts(outcome));
  if (hasErrors(outcome.issues)) return null;
  const records = recordFiles((path) => openText(staged, path));
  const store = releaseStore(dist);
  const plan = await publishRecords(outcome, {
    store: signal === null ? { ...store, begin: beginElsewhere } : store,
    created,
    inputs,
    observe: records.add,
    isTrial: signal === null,
    pause: pauseFor(signal),
  });
  records.close();
  if (plan.issues.length > 0) {
    printIssues(plan.issues, staged);
    writeStaged(staged, issuesFile([...outcome.issues, ...plan.issues]));
  }
  return plan;
}
