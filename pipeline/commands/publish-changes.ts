import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { allowedSigner, SIGNERS, signWith } from "#pipeline/io/signature.ts";
import type { StagedResults } from "#pipeline/io/staged-folder.ts";
import { report } from "#pipeline/io/terminal.ts";
import { beginElsewhere } from "#pipeline/io/workspace.ts";
import { formatRemade } from "#pipeline/publish/editions/format-remade.ts";
import { remakeEditions } from "#pipeline/publish/editions/remake.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { previewOf } from "#pipeline/publish/plan/preview.ts";
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";
import { publishRecords } from "#pipeline/run.ts";
import { failed, nothingToDo, type RunOptions, type RunResult } from "./run-options.ts";
import { formatCounts, inResults, printIssues, resolveInput } from "./validate.ts";

interface Changes extends RunOptions {
  readonly created: string;
  readonly input: RawInput;
  /** The hashes of the same input. */
  readonly inputs: RunInputs;
  readonly progress: Progress;
}

type Work = (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>;
type Alone = (work: Work) => Promise<number>;

/** Resolves raw/ and publishes what changed. It holds the lock from the first step, because each step writes to staged/. */
export const publishChanges = (changes: Changes, alone: Alone): Promise<RunResult> =>
  resultOf(alone, async (signal, assertHeld) => {
    const store = fencedStore(releaseStore(changes.dist, changes.staged), assertHeld);
    for (const message of await repairStore(store)) report(message);
    if (changes.signKey !== undefined) await allowSigner(store, changes.signKey);
    return publishAlone(changes, { store, signal, assertHeld });
  });

/** The result of work that is done under the lock, or of the lock if that prevented or ended it. */
async function resultOf(
  alone: Alone,
  work: (signal: AbortSignal, assertHeld: AssertHeld) => Promise<RunResult>,
): Promise<RunResult> {
  let result = failed("The run was stopped, or another run holds the lock.");
  const exitCode = await alone(async (signal, assertHeld) => {
    result = await work(signal, assertHeld);
    return result.exitCode;
  });
  return exitCode === result.exitCode ? result : { ...result, status: "failed", exitCode, version: null };
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
  const { plan, issues } = await planChanges(changes, { ...held, isTrial: false });
  if (plan === null || plan.issues.length > 0) return refused(plan, issues);
  await makeAbsentEditions(changes, held, plan.version);
  if (plan.why === null) return nothingToDo(plan.version, issues);
  return { ...nothingToDo(plan.version, issues), status: "published", why: plan.why, nChanges: countChanges(plan) };
}

const refused = (plan: ReleasePlan | null, issues: readonly Issue[]) =>
  failed(`The ${plan === null ? "data have errors" : "release cannot be published"}; see issues.csv.`, 1, issues);

/** A fresh clone lacks the editions that Git does not keep. */
async function makeAbsentEditions({ dist, input, progress }: Changes, { store, signal }: Held, version: string) {
  if ((await store.absentFiles(version)).length === 0) return;
  progress.begin("editions");
  const outlines = readOutlines(input.outlines).units;
  const remade = await remakeEditions({ store, version, outlines, pause: pauseFor(signal), progress });
  await repairStore(store);
  progress.found(plural(remade.made.length, "absent file"));
  progress.end();
  for (const line of formatRemade(version, `${dist}/latest`, remade)) report(line);
}

const countChanges = ({ changes, version }: ReleasePlan) => changes.filter((row) => row.version === version).length;

/**
 * Plans what would be published and why under that version, and publishes nothing. The exit code of a preview is 0 unless
 * something prevents the release; that of a check is 0 only if the last release already has these data.
 */
export const tryChanges = (changes: Changes, alone: Alone): Promise<RunResult> =>
  resultOf(alone, async (signal, assertHeld) => {
    const store = releaseStore(changes.dist, changes.staged);
    const { plan, issues } = await planChanges(changes, { store, signal, assertHeld, isTrial: true });
    const preview = changes.preview ? previewOf(plan, issues) : null;
    if (plan === null || plan.issues.length > 0) return { ...refused(plan, issues), preview };
    const findings = changes.preview ? [] : await inspectStore(store, await store.check());
    for (const { fault } of findings) report(`${fault}. To repair it, run: npm run pipeline`);
    const result = { ...nothingToDo(plan.version, issues), preview };
    if (plan.why === null) return { ...result, exitCode: findings.length === 0 ? 0 : 1 };
    const exitCode = changes.preview ? 0 : 1;
    return { ...result, exitCode, status: "would publish", why: plan.why, nChanges: countChanges(plan) };
  });

interface Held {
  readonly store: ReleaseStore;
  readonly signal: AbortSignal;
  readonly assertHeld: AssertHeld;
}

interface Planning extends Held {
  /** Whether to plan the release without publishing it. */
  readonly isTrial: boolean;
}

/** The plan is `null` if the data have errors. */
interface Planned {
  readonly plan: ReleasePlan | null;
  readonly issues: readonly Issue[];
}

/**
 * Runs the four steps, and replaces the results in staged/ at the end. Errors, and issues that prevent a release, are
 * printed and are among the results.
 */
const planChanges = (changes: Changes, planning: Planning): Promise<Planned> =>
  inResults({ staged: changes.staged, assertHeld: planning.assertHeld }, async (results) => {
    const planned = await planRelease(changes, planning, results);
    results.write(issuesFile(planned.issues));
    await results.commit(nameOf(changes));
    return planned;
  });

const nameOf = ({ check, preview }: Changes) => (preview ? "run --preview" : check ? "run --check" : "run");

async function planRelease(
  { staged, created, input, inputs, signKey, quiet, progress }: Changes,
  { store, signal, isTrial }: Planning,
  results: StagedResults,
): Promise<Planned> {
  const outcome = resolveInput(input, results, progress);
  progress.end();
  const shown = (issues: readonly Issue[]) => (quiet ? issues.filter((issue) => !isWarning(issue)) : issues);
  printIssues(shown(outcome.issues), staged);
  if (!quiet) report(formatCounts(outcome));
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
    progress,
  });
  records.close();
  progress.end();
  printIssues(shown(plan.issues), staged);
  return { plan, issues: [...outcome.issues, ...plan.issues] };
}
