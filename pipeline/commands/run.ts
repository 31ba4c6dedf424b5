import { randomUUID } from "node:crypto";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { isInTheFuture } from "#pipeline/core/release-chain.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { hashInputs, hashPipeline, hasUnrecordedText } from "#pipeline/io/input-hashes.ts";
import { hasTraces } from "#pipeline/io/mend.ts";
import { textsFolder } from "#pipeline/io/raw-folder.ts";
import { readSums } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { appendEvent } from "#pipeline/io/run-log.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { buildRunEvent } from "#pipeline/publish/run-event.ts";
import { findUpToDate } from "#pipeline/publish/up-to-date.ts";
import type { RunOptions, RunResult } from "./run-options.ts";

/**
 * Publishes raw/ as a release in dist/. If the hashes of all inputs match the last release, nothing is parsed: the
 * steps and their packages are loaded only if there is something to do.
 */
export async function run(options: RunOptions): Promise<number> {
  const created = dayOfPublication(options.date);
  const { raw, staged, dist } = options;
  const settled = options.check ? 0 : await settleRaw(raw, report);
  const inputs = { inputs: hashInputs(raw), pipeline: hashPipeline() };
  if (settled !== 0) {
    await log(options, inputs, { exitCode: settled, version: null, failure: `A change of ${raw} is unfinished.` });
    return settled;
  }
  const mustRun = hasUnrecordedText(raw, textsFolder(raw, options.texts)) || (await hasTraces(staged));
  const upToDate = mustRun ? null : await findUpToDate(releaseStore(dist, staged), inputs);
  if (upToDate !== null) {
    print(`Nothing to publish: ${options.dist}/latest (${upToDate}) was made from these inputs.`);
    if (!options.check) await log(options, inputs, { exitCode: 0, version: upToDate, failure: null });
    return 0;
  }
  const { publishChanges, checkChanges } = await import("./publish-changes.ts");
  const signKey = options.signKey ?? process.env.JNIM_DATA_SIGN_KEY;
  const changes = { ...options, created, inputs, signKey: signKey === "" ? undefined : signKey };
  if (options.check) return runAlone({ reads: raw, staged, report }, (signal) => checkChanges(changes, signal));
  const result = await publishChanges(changes, (work) => runAlone({ reads: raw, staged, dist, report }, work));
  await log(options, inputs, result);
  return result.exitCode;
}

type Inputs = { readonly inputs: ReturnType<typeof hashInputs>; readonly pipeline: string };

/** Appends an OpenLineage event to the run log in staged/, with the hashes of the inputs and of the latest release's files. */
async function log({ staged, dist }: RunOptions, { inputs, pipeline }: Inputs, { version, failure }: RunResult) {
  const sums = version === null ? [] : readSums(dist, version);
  const outputs = [...sums].map(([path, sha256]) => ({ path, sha256 }));
  const time = new Date().toISOString();
  await appendEvent(staged, buildRunEvent({ runId: randomUUID(), time, version, inputs, outputs, failure, pipeline }));
}

/**
 * The ISO day, in UTC, of `--date`, else of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else today.
 * Throws a UsageError for a day in the future.
 */
function dayOfPublication(asked: string | undefined): string {
  const today = isoDay(new Date());
  const day = asked === undefined ? dayOfEpoch(process.env.SOURCE_DATE_EPOCH) : checkedDay(asked);
  if (day === null) return today;
  if (isInTheFuture(day, today))
    throw new UsageError(`${day} is in the future, and a release cannot be dated ahead. Choose a day up to ${today}.`);
  return day;
}

function checkedDay(asked: string): string {
  const date = parsePartialDate(asked);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(asked) && typeof date !== "string") return asked;
  throw new UsageError(`--date "${asked}" is not a valid day. Write it as YYYY-MM-DD.`);
}

function dayOfEpoch(epoch: string | undefined): string | null {
  if (epoch === undefined) return null;
  // Eleven digits reach beyond the year 5000. With more, a Date could be out of range.
  if (/^\d{1,11}$/u.test(epoch)) return isoDay(new Date(Number(epoch) * 1000));
  throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds since 1970. Correct it, or unset it.`);
}

const isoDay = (time: Date) => time.toISOString().slice(0, "2026-01-01".length);
