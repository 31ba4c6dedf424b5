import { makeFolder } from "./durable-write.ts";
import { formatFault } from "./faults.ts";
import { acquireLock, formatHeld } from "./lock.ts";
import type { LockHolder } from "./lock-holder.ts";
import { listenForStop, Stop } from "./stop.ts";

const FAILED = 1;
const ANOTHER_RUN = 75;

interface Alone {
  readonly dist: string;
  /** Shows one line to the user. */
  readonly report: (line: string) => void;
}

/** Stops the work if the lock was lost. Call it just before each step that readers of the folder can see. */
export type AssertHeld = () => Promise<void>;

/**
 * Does work on dist/ that only one process may do at a time, and returns its exit code, or 75 if another run holds
 * the lock or has taken it over.
 *
 * SIGINT, SIGTERM and SIGHUP abort the work at its next step. The work then removes its unfinished files, and the exit
 * code is 130, 143 or 129. A system error, such as a full disk or a read-only folder, is reported in one line with
 * exit code 1.
 */
export async function runAlone(
  { dist, report }: Alone,
  work: (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>,
): Promise<number> {
  const { signal, stop, close } = listenForStop();
  try {
    await makeFolder(dist);
    const lock = await acquireLock(dist);
    if ("heldBy" in lock) {
      report(formatHeld(lock));
      return ANOTHER_RUN;
    }
    for (const holder of lock.tookOverFrom) report(formatTakenOver(holder));
    const assertHeld = async () => {
      if (await lock.isStillHeld()) return;
      const lost = new Stop(ANOTHER_RUN, formatLost(lock.path));
      stop(lost);
      throw lost;
    };
    try {
      return await work(signal, assertHeld);
    } catch (error) {
      // Whoever took the lock over may have removed what this run was working on.
      if (!signal.aborted) await assertHeld();
      throw error;
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (signal.aborted && signal.reason instanceof Stop) {
      report(`${signal.reason.why} ${STILL_COMPLETE}`);
      return signal.reason.exitCode;
    }
    const fault = formatFault(error);
    if (fault === null) throw error;
    report(`${fault} ${STILL_COMPLETE}`);
    return FAILED;
  } finally {
    close();
  }
}

const STILL_COMPLETE = "The release in dist/latest is still complete. Run the command again to continue.";

const formatLost = (path: string) =>
  `Stopped, because this run lost its lock: ${path} was deleted, or this run was silent for so long that another one took the lock over.`;

const formatTakenOver = ({ pid, since }: LockHolder) =>
  `The run that locked the folder at ${since} (process ${pid}) no longer runs, or was silent for too long, so this run took over its lock.`;
