import { constants } from "node:os";
import { makeFolder } from "./durable-write.ts";
import { formatFault, isUnsettled } from "./faults.ts";
import { findHeld } from "./lock.ts";
import { formatHeldFolder, lockFolders } from "./lock-folders.ts";
import type { LockHolder } from "./lock-holder.ts";
import { mendRaw, mendStaged, needsMending } from "./mend.ts";

const FAILED = 1;
const ANOTHER_RUN = 75;
/** A shell adds this to the number of the signal that ended a program. */
const SIGNALLED = 128;

interface Alone {
  /** The folders that the work writes to. */
  readonly raw?: string;
  readonly staged?: string;
  readonly dist?: string;
  /** raw/, where the work only reads it. */
  readonly reads?: string;
  /** Shows one line to the user. */
  readonly report: (line: string) => void;
}

/**
 * Does work that only one process may do at a time on the folders that it writes to, and returns its exit code, or 75
 * if another process has locked one of the folders, or raw/. Before the work, it finishes or undoes what an interrupted
 * command left in raw/ and staged/; for dist/, the work itself does so.
 *
 * SIGINT, SIGTERM and SIGHUP abort the work at its next step. The work then removes its unfinished files, and the exit
 * code is 130, 143 or 129. A system error, such as a full disk or a read-only folder, is reported in one line with
 * exit code 1.
 */
export async function runAlone(
  { raw, staged, dist, reads, report }: Alone,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, stop } = listenForSignals();
  try {
    const held = reads === undefined ? null : await findHeld(reads);
    if (held !== null) {
      report(formatHeldFolder({ ...held, folder: reads ?? "" }));
      return ANOTHER_RUN;
    }
    for (const made of [staged, dist]) if (made !== undefined) await makeFolder(made);
    const locks = await lockFolders([raw, staged, dist]);
    if ("heldBy" in locks) {
      report(formatHeldFolder(locks));
      return ANOTHER_RUN;
    }
    for (const { holder, folder } of locks.tookOverFrom) report(formatTakenOver(folder, holder));
    try {
      for (const line of raw === undefined ? [] : await mendRaw(raw)) report(line);
      if (staged !== undefined) await mendStaged(staged);
      return await work(signal);
    } finally {
      await locks.release();
    }
  } catch (error) {
    const isOfDist = dist !== undefined;
    if (signal.aborted && isSignalName(signal.reason)) {
      report(`Stopped by ${signal.reason}. ${isOfDist ? STILL_COMPLETE : AS_THEY_WERE}`);
      return SIGNALLED + constants.signals[signal.reason];
    }
    const fault = formatFault(error);
    if (fault === null) throw error;
    report(isUnsettled(error) ? fault : `${fault} ${isOfDist ? STILL_COMPLETE : AS_THEY_WERE}`);
    return FAILED;
  } finally {
    stop();
  }
}

/**
 * Finishes or undoes what an interrupted command left in raw/, and returns an exit code. It takes the lock only if there
 * is something to do, because a scheduled run may not be allowed to write to raw/.
 */
export const settleRaw = async (raw: string, report: Alone["report"]): Promise<number> =>
  (await needsMending(raw)) ? runAlone({ raw, report }, () => Promise.resolve(0)) : 0;

const STILL_COMPLETE = "The release in dist/latest is still complete. Run the command again to continue.";
const AS_THEY_WERE = "The files are as they were. If some were replaced already, the next command finishes the change.";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type SignalName = (typeof SIGNALS)[number];

const isSignalName = (value: unknown): value is SignalName => SIGNALS.some((name) => name === value);

function listenForSignals(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = (name: NodeJS.Signals) => controller.abort(name);
  // Once, so that a second signal ends the process immediately.
  for (const name of SIGNALS) process.once(name, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of SIGNALS) process.off(name, abort);
    },
  };
}

const formatTakenOver = (folder: string, { pid, since }: LockHolder) =>
  `The run that locked ${folder} at ${since} (process ${pid}) no longer exists, so this run took over its lock.`;
