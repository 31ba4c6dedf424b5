import { hasErrors } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { allowedSigner, SIGNERS, signWith } from "#pipeline/io/signature.ts";
import { openText, writeStaged } from "#pipeline/io/staged-folder.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";
import { publishRecords } from "#pipeline/run.ts";
import type { RunOptions, RunResult } from "./run-options.ts";
import { formatCounts, printIssues, resolveFolder } from "./validate.ts";

interface Changes extends RunOptions {
  readonly created: string;
  readonly inputs: RunInputs;
}

type Work = (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>;

const failed = (failure: string): RunResult => ({ exitCode: 1, version: null, failure });

/** Resolves raw/ and publishes what changed. It holds the lock from the first step, because each step writes to staged/. */
export async function publishChanges(changes: Changes, alone: (work: Work) => Promise<number>): Promise<RunResult> {
  let result: RunResult = failed("The run was stopped, or another run holds the lock.");
  const exitCode = await alone(async (signal, assertHeld) => {
    const store = fencedStore(releaseStore(changes.dist, changes.staged), assertHeld);
    for (const message of await repairStore(store)) report(message);
    if (changes.signKey !== undefined) await allowSigner(store, changes.signKey);
    result = await publishAlone(changes, store, signal);
    return result.exitCode;
  });
  return exitCode === result.exitCode ? result : { ...result, exitCode, version: null };
}

/** Lists the key among the allowed signers, before a release is signed with it. */
async function allowSigner(store: ReleaseStore, signKey: string): Promise<void> {
  const line = await allowedSigner(signKey);
  const found = Buffer.from((await store.read(SIGNERS)) ?? []).toString("utf8");
  if (found.split("\n").includes(line)) return;
  await store.replace(SIGNERS, Buffer.from(`${found}${line}\n`));
  report(`${store.folder}/${SIGNERS} now lists the key ${signKey}.`);
}

async function publishAlone(changes: Changes, store: ReleaseStore, signal: AbortSignal): Promise<RunResult> {
  const plan = await planChanges(changes, store, signal);
  if (plan === null) return failed("The data have errors; see issues.csv.");
  if (plan.issues.length > 0) return failed("The release cannot be published; see issues.csv.");
  print(
    plan.why === null
      ? `Nothing to publish: the data are the same as in ${plan.version}.`
      : `Published ${plan.version} (${plan.why}) as ${changes.dist}/releases/${plan.version}.`,
  );
  return { exitCode: 0, version: plan.version, failure: null };
}

/** Prints what would be published and why under that version. Returns 0 if the last release already has these data, else 1. */
export async function checkChanges(changes: Changes): Promise<number> {
  const store = releaseStore(changes.dist, changes.staged);
  const plan = await planChanges(changes, store, null);
  if (plan === null || plan.issues.length > 0) return 1;
  const findings = await inspectStore(store, await store.check());
  for (const { fault } of findings) report(`${fault}. To repair it, run: npm run pipeline`);
  if (plan.why === null) {
    print(`Nothing to publish: ${changes.dist}/latest (${plan.version}) already has these data.`);
    return findings.length === 0 ? 0 : 1;
  }
  const rows = plan.changes.filter(({ version }) => version === plan.version).length;
  print(`Would publish ${plan.version} (${plan.why}), ${plural(rows, "change")}. To publish it, run: npm run pipeline`);
  return 1;
}

/**
 * Runs the four steps. With a signal that can stop them, they publish; with `null`, they only plan the release.
 * Returns `null` if the data have errors. Errors, and issues that prevent a release, are printed and written to staged/.
 */
async function planChanges(
  { raw, staged, texts, created, inputs, signKey }: Changes,
  store: ReleaseStore,
  signal: AbortSignal | null,
): Promise<ReleasePlan | null> {
  const outcome = await resolveFolder({ raw, staged, texts });
  printIssues(outcome.issues);
  report(formatCounts(outcome));
  if (hasErrors(outcome.issues)) return null;
  const records = recordFiles((path) => openText(staged, path));
  const plan = await publishRecords(outcome, {
    store: signal === null ? { ...store, begin: beginElsewhere } : store,
    created,
    inputs,
    sign: signKey === undefined ? undefined : (content) => signWith(signKey, content),
    observe: records.add,
    isTrial: signal === null,
    pause: pauseFor(signal),
  });
  records.close();
  if (plan.issues.length > 0) {
    printIssues(plan.issues);
    writeStaged(staged, issuesFile([...outcome.issues, ...plan.issues]));
  }
  return plan;
}
