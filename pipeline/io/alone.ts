import { makeFolder } from "./durable-write.ts";
import { formatFault, isUnsettled } from "./faults.ts";
import { findHeld } from "./lock.ts";
import { formatHeldFolder, lockFolders } from "./lock-folders.ts";
import type { LockHolder } from "./lock-holder.ts";
import { mendRaw, mendStaged, needsMending } from "./mend.ts";
import { listenForStop, Stop } from "./stop.ts";

const FAILED = 1;
/** The exit code of a run that another run prevents. */
export const ANOTHER_RUN = 75;

interface Alone {
  /** The folders that the work writes to. */
  readonly raw?: string;
  /** A folder of texts outside raw/. */
  readonly texts?: string | undefined;
  readonly staged?: string;
  readonly dist?: string;
  /** The folder in which the work replaces a whole folder. */
  readonly around?: string;
  /** raw/, where the work only reads it. */
  readonly reads?: string;
  /** Shows one line to the user. */
  readonly report: (line: string) => void;
}

/** Stops the work if the lock was lost. Call it just before each step that readers of the folder can see. */
export type AssertHeld = () => Promise<void>;

/**
 * Does work that only one process may do at a time on the folders that it writes to, and returns its exit code, or 75
 * if another process has locked one of the folders, or raw/, or has taken a lock over. Before the work, it finishes or
 * undoes what an interrupted command left in raw/, texts/ and staged/; elsewhere, the work itself does so.
 *
 * SIGINT, SIGTERM and SIGHUP abort the work at its next step. The work then removes its unfinished files, and the exit
 * code is 130, 143 or 129. A system error, such as a full disk or a read-only folder, is reported in one line with
 * exit code 1.
 */
export async function runAlone(
  { raw, texts, staged, dist, around, reads, report }: Alone,
  work: (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>,
): Promise<number> {
  const { signal, stop, close } = listenForStop();
  try {
    const held = reads === undefined ? null : await findHeld(reads);
    if (held !== null) {
      report(formatHeldFolder({ ...held, folder: reads ?? "" }));
      return ANOTHER_RUN;
    }
    for (const made of [staged, dist, around]) if (made !== undefined) await makeFolder(made);
    const locks = await lockFolders([raw, texts, staged, dist, around]);
    if ("heldBy" in locks) {
      report(formatHeldFolder(locks));
      return ANOTHER_RUN;
    }
    for (const { holder, folder } of locks.tookOverFrom) report(formatTakenOver(folder, holder));
    const assertHeld = async () => {
      const path = await locks.findLost();
      if (path === null) return;
      const lost = new Stop(ANOTHER_RUN, formatLost(path));
      stop(lost);
      throw lost;
    };
    try {
      for (const folder of [raw, texts])
        for (const line of folder === undefined ? [] : await mendRaw(folder)) report(line);
      for (const line of staged === undefined ? [] : await mendStaged(staged)) report(line);
      return await work(signal, assertHeld);
    } catch (error) {
      // Whoever took the lock over may have removed what this run was working on.
      if (!signal.aborted) await assertHeld();
      throw error;
    } finally {
      await locks.release();
    }
  } catch (error) {
    const isOfDist = dist !== undefined;
    if (signal.aborted && signal.reason instanceof Stop) {
      report(`${signal.reason.why} ${isOfDist ? STILL_COMPLETE : AS_THEY_WERE}`);
      return signal.reason.exitCode;
    }
    const fault = formatFault(error);
    if (fault === null) throw error;
    report(isUnsettled(error) ? fault : `${fault} ${isOfDist ? STILL_COMPLETE : AS_THEY_WERE}`);
    return FAILED;
  } finally {
    close();
  }
}

/**
 * Finishes or undoes what an interrupted command left in raw/, and returns an exit code. It takes the lock only if there
 * is something to do, because a scheduled run may not be allowed to write to raw/.
 */
export const settleRaw = async (raw: string, report: Alone["report"]): Promise<number> =>
  (await needsMending(raw)) ? runAlone({ raw, report }, () => Promise.resolve(0)) : 0;

const STILL_COMPLETE = "Every release that readers can see is complete. When the cause is gone, run the command again.";
const AS_THEY_WERE = "The files are as they were. If some were replaced already, the next command finishes the change.";

const formatLost = (path: string) =>
  `Stopped, because this run lost its lock: ${path} was deleted, or this run was silent for so long that another one took the lock over.`;

const formatTakenOver = (folder: string, { pid, since }: LockHolder) =>
  `The run that locked ${folder} at ${since} (process ${pid}) no longer runs, or was silent for too long, so this run took over its lock.`;
