import { randomUUID } from "node:crypto";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { hashInputs, hashPipeline, hasStrangeText } from "#pipeline/io/input-hashes.ts";
import { textsFolder } from "#pipeline/io/raw-folder.ts";
import { readSums } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { appendEvent } from "#pipeline/io/run-log.ts";
import { buildRunEvent } from "#pipeline/publish/run-event.ts";
import { findUpToDate } from "#pipeline/publish/up-to-date.ts";
import type { RunOptions, RunResult } from "./run-options.ts";

/**
 * raw/ → dist/. With nothing changed since the last release, hashes tell it and nothing is parsed: the steps, and
 * the packages that they need, are loaded only where there is something to do.
 */
export async function run(options: RunOptions): Promise<number> {
  const created = dayOfPublication(options.date);
  const inputs = { inputs: hashInputs(options.raw), pipeline: hashPipeline() };
  const isStrange = hasStrangeText(options.raw, textsFolder(options.raw, options.texts));
  const upToDate = isStrange ? null : await findUpToDate(releaseStore(options.dist), inputs);
  if (upToDate !== null) {
    console.log(`Nothing to publish: ${options.dist}/latest is ${upToDate}, made from these inputs.`);
    if (!options.check) await log(options, inputs, { exitCode: 0, version: upToDate, failure: null });
    return 0;
  }
  const { publishChanges, checkChanges } = await import("./publish-changes.ts");
  if (options.check) return checkChanges({ ...options, created, inputs });
  const result = await publishChanges({ ...options, created, inputs }, (work) =>
    runAlone({ dist: options.dist, tell: console.error }, work),
  );
  await log(options, inputs, result);
  return result.exitCode;
}

type Inputs = { readonly inputs: ReturnType<typeof hashInputs>; readonly pipeline: string };

/** Leaves an OpenLineage event of the run in staged/, with the hashes of what went in and of what stands now. */
async function log({ staged, dist }: RunOptions, { inputs, pipeline }: Inputs, { version, failure }: RunResult) {
  const sums = version === null ? [] : await readSums(dist, version);
  const outputs = [...sums].map(([path, sha256]) => ({ path, sha256 }));
  const time = new Date().toISOString();
  await appendEvent(staged, buildRunEvent({ runId: randomUUID(), time, version, inputs, outputs, failure, pipeline }));
}

/** `--date`, else SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else today, as an ISO day in UTC. */
function dayOfPublication(asked: string | undefined): string {
  if (asked !== undefined) {
    const date = parsePartialDate(asked);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(asked) || typeof date === "string") {
      throw new UsageError(`--date "${asked}" is no day. Write YYYY-MM-DD.`);
    }
    return asked;
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  // Eleven digits reach beyond the year 5000; more reach beyond the days that a Date can count.
  if (epoch !== undefined && !/^\d{1,11}$/u.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is no number of seconds since 1970.`);
  const now = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return now.toISOString().slice(0, 10);
}
