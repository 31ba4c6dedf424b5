import { randomUUID } from "node:crypto";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { ANOTHER_RUN, runAlone } from "#pipeline/io/alone.ts";
import { formatFault } from "#pipeline/io/faults.ts";
import { hashInputs, hashPipeline, hasUnrecordedText } from "#pipeline/io/input-hashes.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { listReleases, readSums } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { appendEvent } from "#pipeline/io/run-log.ts";
import { buildRunEvent } from "#pipeline/publish/run-event.ts";
import { findUpToDate, type RunInputs } from "#pipeline/publish/up-to-date.ts";
import type { RunOptions, RunResult } from "./run-options.ts";

/**
 * Publishes raw/ as a release in dist/. The inputs are read once: the steps parse the bytes that were hashed. If the hashes of all inputs match the last release, nothing is parsed: the
 * steps and their packages are loaded only if there is something to do.
 */
export async function run(options: RunOptions): Promise<number> {
  const created = dayOfPublication(options.date);
  const newest = await newestRelease(options.dist);
  const { input, inputs } = readInputs(options);
  const needsSteps = input.unread.length > 0 || hasUnrecordedText(input);
  const upToDate = needsSteps ? null : await findUpToDate(releaseStore(options.dist), inputs);
  if (upToDate !== null) {
    console.log(`Nothing to publish: ${options.dist}/latest (${upToDate}) was made from these inputs.`);
    if (!options.check) await log(options, inputs, { exitCode: 0, version: upToDate, failure: null });
    return 0;
  }
  const { publishChanges, checkChanges } = await import("./publish-changes.ts");
  if (options.check) return checkChanges({ ...options, created, input, inputs });
  const result = await publishChanges({ ...options, created, input, inputs }, (work) =>
    runAlone({ dist: options.dist, report: console.error }, async (signal) => {
      // The inputs were read before the lock was taken, and that run may have read newer ones.
      if ((await newestRelease(options.dist)) === newest) return work(signal);
      console.error("Another run published a release in the meantime. Run the command again.");
      return ANOTHER_RUN;
    }),
  );
  await log(options, inputs, result);
  return result.exitCode;
}

const newestRelease = async (dist: string) => (await listReleases(dist))[0];

/** Reads raw/ once: what the steps parse, and the hashes of the same bytes. */
function readInputs({ raw, texts }: RunOptions) {
  const input = readRawFolder(raw, textsFolder(raw, texts));
  return { input, inputs: { inputs: hashInputs(input), pipeline: hashPipeline() } };
}

/**
 * Appends an OpenLineage event to the run log in staged/, with the hashes of the inputs and of the latest release's
 * files. The release stands whether or not the log can be written, so a failure to write it is only reported.
 */
async function log({ staged, dist }: RunOptions, { inputs, pipeline }: RunInputs, { version, failure }: RunResult) {
  const sums = version === null ? [] : await readSums(dist, version);
  const outputs = [...sums].map(([path, sha256]) => ({ path, sha256 }));
  const time = new Date().toISOString();
  const event = buildRunEvent({ runId: randomUUID(), time, version, inputs, outputs, failure, pipeline });
  try {
    await appendEvent(staged, event);
  } catch (error) {
    const fault = formatFault(error);
    if (fault === null) throw error;
    console.error(`${fault} The run log in ${staged} lacks this run.`);
  }
}

/** The ISO day, in UTC, of `--date`, else of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else today. */
function dayOfPublication(asked: string | undefined): string {
  if (asked !== undefined) {
    const date = parsePartialDate(asked);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(asked) || typeof date === "string") {
      throw new UsageError(`--date "${asked}" is not a valid day. Write it as YYYY-MM-DD.`);
    }
    return asked;
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  // Eleven digits reach beyond the year 5000. With more, a Date could be out of range.
  if (epoch !== undefined && !/^\d{1,11}$/u.test(epoch))
    throw new UsageError(
      `SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds since 1970. Correct it, or unset it.`,
    );
  const now = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return now.toISOString().slice(0, 10);
}
