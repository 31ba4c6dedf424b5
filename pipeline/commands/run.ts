import { randomUUID } from "node:crypto";
import { NO_PROGRESS } from "#pipeline/core/progress.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { ANOTHER_RUN, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { formatFault } from "#pipeline/io/faults.ts";
import { hashInputs, hashPipeline, hasUnrecordedText } from "#pipeline/io/input-hashes.ts";
import { hasTraces } from "#pipeline/io/mend.ts";
import { terminalProgress } from "#pipeline/io/progress.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { listReleases, readSums } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { appendEvent } from "#pipeline/io/run-log.ts";
import { report } from "#pipeline/io/terminal.ts";
import { buildRunEvent } from "#pipeline/publish/run-event.ts";
import { findUpToDate, type RunInputs } from "#pipeline/publish/up-to-date.ts";
import { dayOfPublication } from "./day-of-publication.ts";
import { reportRun } from "./report-run.ts";
import { failed, type RunOptions, type RunResult, resultFor } from "./run-options.ts";

/**
 * Publishes raw/ as a release in dist/. The inputs are read once: the steps parse the bytes that were hashed. If the
 * hashes of all inputs match the last release, nothing is parsed: the steps and their packages are loaded only if there
 * is something to do.
 */
export async function run(options: RunOptions): Promise<number> {
  const { inputs, result } = await runSteps(options);
  if (!options.check && !options.preview) await log(options, inputs, result);
  await reportRun(options, result);
  return result.status === "nothing to do" && result.exitCode === 0 && options.exitCode
    ? NOTHING_TO_DO
    : result.exitCode;
}

/** The exit code of a run that had nothing to do, if the user wants to know. */
const NOTHING_TO_DO = 3;

async function runSteps(options: RunOptions): Promise<{ readonly inputs: RunInputs; readonly result: RunResult }> {
  if (options.check && options.preview) throw new UsageError("Choose one of --check and --preview.");
  const created = dayOfPublication(options.date);
  const { raw, staged, dist } = options;
  const isTrial = options.check || options.preview;
  const settled = isTrial ? 0 : await settleRaw(raw, report);
  if (settled !== 0) {
    const nothingRead = { inputs: [], pipeline: hashPipeline() };
    return { inputs: nothingRead, result: failed(`A change of ${raw} is unfinished.`, settled) };
  }
  const newest = await newestRelease(dist);
  const { input, inputs } = await readInputs(options);
  const needsSteps =
    options.preview || input.unread.length > 0 || hasUnrecordedText(input) || (await hasTraces(staged));
  const upToDate = needsSteps ? null : await findUpToDate(releaseStore(dist, staged), inputs);
  if (upToDate !== null) return { inputs, result: resultFor(upToDate) };
  const { publishChanges, tryChanges } = await import("./publish-changes.ts");
  const signKey = options.signKey ?? process.env.JNIM_DATA_SIGN_KEY;
  const progress = options.quiet ? NO_PROGRESS : terminalProgress();
  const changes = { ...options, created, input, inputs, progress, signKey: signKey === "" ? undefined : signKey };
  if (isTrial)
    return {
      inputs,
      result: await tryChanges(changes, (work, tell) => runAlone({ reads: raw, staged, report: tell }, work)),
    };
  const result = await publishChanges(changes, (work, tell) =>
    runAlone({ reads: raw, staged, dist, report: tell }, async (signal, assertHeld) => {
      // The inputs were read before the lock was taken, and the run that held it may have read newer ones.
      if ((await newestRelease(dist)) === newest) return work(signal, assertHeld);
      tell("Another run published a release in the meantime. Run the command again.");
      return ANOTHER_RUN;
    }),
  );
  return { inputs, result };
}

const newestRelease = async (dist: string) => (await listReleases(dist))[0];

/** Reads raw/ once: what the steps parse, and the hashes of the same bytes. */
async function readInputs({ raw, texts }: RunOptions) {
  const input = await readRawFolder(raw, textFolders(raw, texts));
  return { input, inputs: { inputs: hashInputs(input), pipeline: hashPipeline() } };
}

/**
 * Appends an OpenLineage event to the run log in staged/, with the hashes of the inputs and of the latest release's
 * files. The release stands whether or not the log can be written, so a failure to write it is only reported.
 */
async function log({ staged, dist }: RunOptions, { inputs, pipeline }: RunInputs, { version, failure }: RunResult) {
  const sums = version === null ? [] : readSums(dist, version);
  const outputs = [...sums].map(([path, sha256]) => ({ path, sha256 }));
  const time = new Date().toISOString();
  const event = buildRunEvent({ runId: randomUUID(), time, version, inputs, outputs, failure, pipeline });
  try {
    await appendEvent(staged, event);
  } catch (error) {
    const fault = formatFault(error);
    if (fault === null) throw error;
    report(`${fault} The run log in ${staged} lacks this run.`);
  }
}
