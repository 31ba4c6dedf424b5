import { countOf } from "#pipeline/core/count-words.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { wordIssue } from "#pipeline/core/issue-words.ts";
import { inspectStore, mendStore } from "#pipeline/io/mend-store.ts";
import { inScratchFile } from "#pipeline/io/scratch-file.ts";
import { writeStaged } from "#pipeline/io/staged-folder.ts";
import { buildReleaseFiles } from "#pipeline/publish/release-files.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { issuesFile } from "#pipeline/publish/staged-files.ts";
import { validateOutput } from "#pipeline/publish/validate-output.ts";
import { makeOverview } from "#pipeline/releases/overview.ts";
import type { ReleasePlan } from "#pipeline/releases/plan.ts";
import type { RunInputs } from "#pipeline/releases/unchanged.ts";
import { type Publication, planPublication, publishPlan } from "./publication.ts";
import type { RunOptions, RunResult } from "./run-options.ts";
import { resolveFolder, wordCounts } from "./validate.ts";

interface Changes extends RunOptions {
  readonly created: string;
  readonly inputs: RunInputs;
}

type Work = (signal: AbortSignal) => Promise<number>;

const failed = (failure: string): RunResult => ({ exitCode: 1, version: null, failure });

/** Resolves raw/, and publishes what changed. From the first step on it is done alone: staged/ is written on the way. */
export async function publishChanges(changes: Changes, alone: (work: Work) => Promise<number>): Promise<RunResult> {
  let result: RunResult = failed("The run was stopped, or another one holds the lock.");
  const exitCode = await alone(async (signal) => {
    for (const message of await mendStore(changes.dist, makeOverview)) console.error(message);
    result = await publishAlone(changes, signal);
    return result.exitCode;
  });
  return exitCode === result.exitCode ? result : { ...result, exitCode, version: null };
}

async function publishAlone(changes: Changes, signal: AbortSignal): Promise<RunResult> {
  const prepared = await prepare(changes);
  if (prepared === null) return failed("The data have errors; see issues.csv.");
  const plan = await plannedWithoutIssues(changes, prepared);
  if (plan === null) return failed("The release can not be published; see issues.csv.");
  if (plan.why !== null) await publishPlan(prepared.publication, plan, signal);
  console.log(
    plan.why === null
      ? `Nothing to publish: the data are those of ${plan.version}.`
      : `Published ${plan.version} (${plan.why}) as ${changes.dist}/releases/${plan.version}.`,
  );
  return { exitCode: 0, version: plan.version, failure: null };
}

/** Says what would be published and why under that number; 0 where the last release is what these inputs give. */
export async function checkChanges(changes: Changes): Promise<number> {
  const prepared = await prepare(changes);
  const plan = prepared === null ? null : await plannedWithoutIssues(changes, prepared);
  if (plan === null) return 1;
  const faults = await inspectStore(changes.dist, makeOverview);
  for (const { fault } of faults) console.error(`${fault}. To mend it: npm run pipeline`);
  if (plan.why === null) {
    console.log(`Nothing to publish: ${changes.dist}/latest, ${plan.version}, is what these inputs give.`);
    return faults.length === 0 ? 0 : 1;
  }
  const rows = plan.changes.filter(({ version }) => version === plan.version).length;
  console.log(
    `Would publish ${plan.version} (${plan.why}), ${countOf(rows, "change")}. To publish it: npm run pipeline`,
  );
  return 1;
}

/** What is left of the first steps when publishing begins: the tables, in the publication, and what was told. */
interface Prepared {
  readonly issues: readonly Issue[];
  readonly publication: Publication;
}

/** The first three steps and the check of what would go out; `null` where the data have errors, which are told. */
async function prepare({ raw, staged, dist, texts, created, inputs }: Changes): Promise<Prepared | null> {
  const outcome = await resolveFolder({ raw, staged, texts });
  tell(outcome.issues);
  console.error(wordCounts(outcome));
  if (hasErrors(outcome.issues)) return null;
  const tables = sortTables(outcome.resolved.tables);
  const invalid = validateOutput(tables);
  if (invalid.length > 0) throw new Error(invalid.map(wordIssue).slice(0, 20).join("\n"));
  const publication: Publication = {
    dist,
    created,
    rows: new Map(tables.map(({ name, rows }) => [name, rows.length])),
    decisions: (outcome.staged.tables.get("decisions")?.rows ?? []).map(({ values }) => values),
    retiredPath: outcome.staged.tables.get("retired")?.path ?? "retired.csv",
    build: (facts) =>
      buildReleaseFiles({ ...facts, tables, inputs: inputs.inputs, pipelineVersion: inputs.pipeline, inScratchFile }),
  };
  return { issues: outcome.issues, publication };
}

/** What would be published, or `null` where something forbids it, which is told and left in staged/. */
async function plannedWithoutIssues(
  { staged }: Changes,
  { issues, publication }: Prepared,
): Promise<ReleasePlan | null> {
  const plan = await planPublication(publication);
  if (plan.issues.length === 0) return plan;
  tell(plan.issues);
  await writeStaged(staged, [issuesFile([...issues, ...plan.issues])]);
  return null;
}

/** Errors and warnings on stderr, a line each. */
function tell(issues: readonly Issue[]): void {
  for (const issue of issues) console.error(isWarning(issue) ? `warning: ${wordIssue(issue)}` : wordIssue(issue));
}
