import type { Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { AssertHeld } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { allowedSigner, SIGNERS } from "#pipeline/io/signature.ts";
import { report } from "#pipeline/io/terminal.ts";
import { formatRemade } from "#pipeline/publish/editions/format-remade.ts";
import { remakeEditions } from "#pipeline/publish/editions/remake.ts";
import { correctedCodedCells } from "#pipeline/publish/plan/corrected-coded-cells.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { previewOf } from "#pipeline/publish/plan/preview.ts";
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { type Changes, type Held, planChanges } from "./plan-changes.ts";
import { failed, type RunResult, resultFor } from "./run-options.ts";

type Work = (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>;
/** Takes the result that stands whatever happens after it. */
type Reach = (result: RunResult) => void;
type Alone = (work: Work, tell: (line: string) => void) => Promise<number>;

/** Resolves raw/ and publishes what changed. It holds the lock from the first step, because each step writes to staged/. */
export const publishChanges = (changes: Changes, alone: Alone): Promise<RunResult> =>
  resultOf(alone, async (signal, assertHeld, reach) => {
    const store = fencedStore(releaseStore(changes.dist, changes.staged), assertHeld);
    for (const message of await repairStore(store)) report(message);
    if (changes.signKey !== undefined) await allowSigner(store, changes.signKey);
    return publishAlone(changes, { store, signal, assertHeld, reach });
  });

/**
 * The result of work that is done under the lock. If the lock or an error prevented or ended it, the result says so in
 * the last line that was shown to the user; a release that was published before that stays in it.
 */
async function resultOf(
  alone: Alone,
  work: (signal: AbortSignal, assertHeld: AssertHeld, reach: Reach) => Promise<RunResult>,
): Promise<RunResult> {
  let reached: RunResult | null = null;
  let last = "";
  const exitCode = await alone(
    async (signal, assertHeld) => {
      const result = await work(signal, assertHeld, (published) => {
        reached = published;
      });
      reached = result;
      return result.exitCode;
    },
    (line) => {
      last = line;
      report(line);
    },
  );
  const result: RunResult = reached ?? failed(last, exitCode);
  return result.exitCode === exitCode ? result : { ...result, exitCode, failure: last };
}

/** Lists the key among the allowed signers, before a release is signed with it. */
async function allowSigner(store: ReleaseStore, signKey: string): Promise<void> {
  const line = await allowedSigner(signKey);
  const found = Buffer.from((await store.read(SIGNERS)) ?? []).toString("utf8");
  if (found.split("\n").includes(line)) return;
  await store.replace(SIGNERS, Buffer.from(`${found}${line}\n`));
  report(`${store.folder}/${SIGNERS} now lists the key ${signKey}.`);
}

async function publishAlone(
  changes: Changes,
  { reach, ...held }: Held & { readonly reach: Reach },
): Promise<RunResult> {
  const onPublished = (published: ReleasePlan) => reach(resultOfPublished(published, []));
  const { plan, issues, outlines } = await planChanges(changes, { ...held, onPublished, isTrial: false });
  if (plan === null || plan.issues.length > 0) return refused(plan, issues);
  await makeAbsentEditions(changes, held, { version: plan.version, outlines });
  if (!changes.quiet) reportUnexplained(plan);
  return plan.why === null ? resultFor(plan.version, issues) : resultOfPublished(plan, issues);
}

const resultOfPublished = (plan: ReleasePlan, issues: readonly Issue[]): RunResult => ({
  ...resultFor(plan.version, issues),
  status: "published",
  why: plan.why,
  nChanges: countChanges(plan),
});

const refused = (plan: ReleasePlan | null, issues: readonly Issue[]) =>
  failed(`The ${plan === null ? "data have errors" : "release cannot be published"}; see issues.csv.`, 1, issues);

/** A fresh clone lacks the editions that Git does not keep. */
async function makeAbsentEditions(
  { dist, quiet, progress }: Changes,
  { store, signal }: Held,
  { version, outlines }: Pick<Parameters<typeof remakeEditions>[0], "version" | "outlines">,
) {
  if ((await store.absentFiles(version)).length === 0) return;
  progress.begin("editions");
  const remade = await remakeEditions({ store, version, outlines, pause: pauseFor(signal), progress });
  await repairStore(store);
  progress.found(plural(remade.made.length, "absent file"));
  progress.end();
  for (const line of quiet ? [] : formatRemade(version, `${dist}/latest`, remade)) report(line);
}

/** Says how many corrections have no reason. It does not keep them from being published: a reason can be given later. */
function reportUnexplained({ comparison, version }: ReleasePlan): void {
  const count = correctedCodedCells(comparison?.corrections_without_reason ?? []).length;
  if (comparison === null || count === 0) return;
  report(
    `${plural(count, "correction")} without a reason in corrections.csv. To see them, run: npm run pipeline -- diff ${comparison.from} ${version}`,
  );
}

const countChanges = ({ changes, version }: ReleasePlan) => changes.filter((row) => row.version === version).length;

/**
 * Plans what would be published and why under that version, and publishes nothing. The exit code of a preview is 0 unless
 * something prevents the release; that of a check is 0 only if the last release already has these data.
 */
export const tryChanges = (changes: Changes, alone: Alone): Promise<RunResult> =>
  resultOf(alone, async (signal, assertHeld) => {
    const store = releaseStore(changes.dist, changes.staged);
    const { plan, issues, ofRelease } = await planChanges(changes, { store, signal, assertHeld, isTrial: true });
    const preview = changes.preview ? previewOf(plan, ofRelease) : null;
    if (plan === null || plan.issues.length > 0) return { ...refused(plan, issues), preview };
    const findings = changes.preview ? [] : await inspectStore(store, await store.check());
    for (const { fault } of findings) report(`${fault}. To repair it, run: npm run pipeline`);
    const result = { ...resultFor(plan.version, issues), preview };
    if (plan.why === null) return { ...result, exitCode: findings.length === 0 ? 0 : 1 };
    const exitCode = changes.preview ? 0 : 1;
    return { ...result, exitCode, status: "would publish", why: plan.why, nChanges: countChanges(plan) };
  });
