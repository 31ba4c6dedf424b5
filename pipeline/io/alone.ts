import { constants } from "node:os";
import { makeFolder } from "./durable-write.ts";
import { formatFault } from "./faults.ts";
import { acquireLock, formatHeld } from "./lock.ts";
import type { LockHolder } from "./lock-holder.ts";

const FAILED = 1;
const ANOTHER_RUN = 75;
/** What a shell makes of a program that a signal ended. */
const SIGNALLED = 128;

interface Alone {
  readonly dist: string;
  /** Takes one line for the user. */
  readonly tell: (line: string) => void;
}

/**
 * Does work on dist/ that only one process may do at a time, and gives its exit code; 75 where another run is at it.
 *
 * SIGINT, SIGTERM and SIGHUP abort the work at its next step: it takes away what it left half done, and the exit code is 130,
 * 143 or 129. A fault of the system (a full disk, a folder that takes no writing) is told in one line, exit code 1.
 */
export async function runAlone({ dist, tell }: Alone, work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const { signal, stop } = listenForSignals();
  try {
    await makeFolder(dist);
    const lock = await acquireLock(dist);
    if ("heldBy" in lock) {
      tell(formatHeld(lock));
      return ANOTHER_RUN;
    }
    for (const holder of lock.tookOverFrom) tell(formatTakenOver(holder));
    try {
      return await work(signal);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (signal.aborted && isSignalName(signal.reason)) {
      tell(`Stopped by ${signal.reason}. ${NOTHING_HALF}`);
      return SIGNALLED + constants.signals[signal.reason];
    }
    const fault = formatFault(error);
    if (fault === null) throw error;
    tell(`${fault} ${NOTHING_HALF}`);
    return FAILED;
  } finally {
    stop();
  }
}

const NOTHING_HALF = "What dist/latest names is whole, and the next run goes on from there.";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type SignalName = (typeof SIGNALS)[number];

const isSignalName = (value: unknown): value is SignalName => SIGNALS.some((name) => name === value);

function listenForSignals(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = (name: NodeJS.Signals) => controller.abort(name);
  // Once: whoever asks a second time is not kept waiting.
  for (const name of SIGNALS) process.once(name, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of SIGNALS) process.off(name, abort);
    },
  };
}

const formatTakenOver = ({ pid, since }: LockHolder) =>
  `The run that took the lock at ${since} (process ${pid}) is dead; its lock was taken over.`;
