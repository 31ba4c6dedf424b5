import { constants } from "node:os";
import { makeFolder } from "./durable-write.ts";
import { formatFault } from "./faults.ts";
import { acquireLock, formatHeld } from "./lock.ts";
import type { LockHolder } from "./lock-holder.ts";

const FAILED = 1;
/** The exit code of a run that another run prevents. */
export const ANOTHER_RUN = 75;
/** A shell adds this to the number of the signal that ended a program. */
const SIGNALLED = 128;

interface Alone {
  readonly dist: string;
  /** Shows one line to the user. */
  readonly report: (line: string) => void;
}

/**
 * Does work on dist/ that only one process may do at a time, and returns its exit code, or 75 if another run holds
 * the lock.
 *
 * SIGINT, SIGTERM and SIGHUP abort the work at its next step. The work then removes its unfinished files, and the exit
 * code is 130, 143 or 129. A system error, such as a full disk or a read-only folder, is reported in one line with
 * exit code 1.
 */
export async function runAlone(
  { dist, report }: Alone,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, stop } = listenForSignals();
  try {
    await makeFolder(dist);
    const lock = await acquireLock(dist);
    if ("heldBy" in lock) {
      report(formatHeld(lock));
      return ANOTHER_RUN;
    }
    for (const holder of lock.tookOverFrom) report(formatTakenOver(holder));
    try {
      return await work(signal);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (signal.aborted && isSignalName(signal.reason)) {
      report(`Stopped by ${signal.reason}. ${STILL_COMPLETE}`);
      return SIGNALLED + constants.signals[signal.reason];
    }
    const fault = formatFault(error);
    if (fault === null) throw error;
    report(`${fault} ${STILL_COMPLETE}`);
    return FAILED;
  } finally {
    stop();
  }
}

const STILL_COMPLETE = "The release in dist/latest is still complete. Run the command again to continue.";

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

const formatTakenOver = ({ pid, since }: LockHolder) =>
  `The run that locked the folder at ${since} (process ${pid}) no longer exists, so this run took over its lock.`;
