import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { allowedSigner, SIGNERS, signWith } from "#pipeline/io/signature.ts";
import type { StagedResults } from "#pipeline/io/staged-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import { releasePath } from "#pipeline/publish/overview/catalog.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { formatPreview, previewOf } from "#pipeline/publish/plan/preview.ts";
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";
import { publishRecords } from "#pipeline/run.ts";
import type { RunOptions, RunResult } from "./run-options.ts";
import { formatCounts, inResults, printIssues, resolveInput } from "./validate.ts";

interface Changes extends RunOptions {
  readonly created: string;
  readonly input: RawInput;
  /** The hashes of the same input. */
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
    result = await publishAlone(changes, { store, signal, assertHeld });
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

async function publishAlone(changes: Changes, held: Held): Promise<RunResult> {
  const { plan } = await planChanges(changes, { ...held, isTrial: false });
  if (plan === null) return failed("The data have errors; see issues.csv.");
  if (plan.issues.length > 0) return failed("The release cannot be published; see issues.csv.");
  print(
    plan.why === null
      ? `Nothing to publish: the data are the same as in ${plan.version}.`
      : `Published ${plan.version} (${plan.why}) as ${changes.dist}/${releasePath(plan.version)}.`,
  );
  return { exitCode: 0, version: plan.version, failure: null };
}

/** Prints what would be published and why under that version. Returns 0 if the last release already has these data, else 1. */
export async function checkChanges(changes: Changes, held: Omit<Held, "store">): Promise<number> {
  const store = releaseStore(changes.dist, changes.staged);
  const { plan } = await planChanges(changes, { ...held, store, isTrial: true });
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

/** Prints the change that would be published, for a reviewer. Returns 0 unless something prevents the release. */
export async function previewChanges(changes: Changes, held: Omit<Held, "store">): Promise<number> {
  const store = releaseStore(changes.dist, changes.staged);
  const { plan, issues } = await planChanges(changes, { ...held, store, isTrial: true });
  const preview = previewOf(plan, issues);
  if (changes.json) printJson(preview);
  else print(formatPreview(preview));
  return preview.is_publishable ? 0 : 1;
}

interface Held {
  readonly store: ReleaseStore;
  readonly signal: AbortSignal;
  readonly assertHeld: AssertHeld;
}

interface Planning extends Held {
  /** Whether to plan the release without publishing it. */
  readonly isTrial: boolean;
}

/**
 * Runs the four steps, and replaces the results in staged/ at the end. Returns `null` if the data have errors. Errors,
 * and issues that prevent a release, are printed and are among the results.
 */
const planChanges = (changes: Changes, planning: Planning): Promise<Planned> =>
  inResults({ staged: changes.staged, assertHeld: planning.assertHeld }, async (results) => {
    const planned = await planRelease(changes, planning, results);
    results.write(issuesFile(planned.issues));
    await results.commit(nameOf(changes));
    return planned;
  });

const nameOf = ({ check, preview }: Changes) => (preview ? "run --preview" : check ? "run --check" : "run");

interface Planned {
  readonly plan: ReleasePlan | null;
  readonly issues: readonly Issue[];
}

async function planRelease(
  { staged, created, input, inputs, signKey }: Changes,
  { store, signal, isTrial }: Planning,
  results: StagedResults,
): Promise<Planned> {
  const outcome = resolveInput(input, results);
  printIssues(outcome.issues, staged);
  report(formatCounts(outcome));
  if (hasErrors(outcome.issues)) return { plan: null, issues: outcome.issues };
  const records = recordFiles(results.open);
  const plan = await publishRecords(outcome, {
    store: isTrial ? { ...store, begin: beginElsewhere } : store,
    created,
    inputs,
    sign: signKey === undefined ? undefined : (content) => signWith(signKey, content),
    observe: records.add,
    isTrial,
    pause: pauseFor(signal),
  });
  records.close();
  printIssues(plan.issues, staged);
  return { plan, issues: [...outcome.issues, ...plan.issues] };
}
