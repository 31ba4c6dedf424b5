import type { FileHandle } from "node:fs/promises";

/** How often a holder shows that it is alive, in milliseconds. */
export const BEAT = 30_000;

/**
 * How long the holder of a lock on another host may be silent before its lock is taken over, in milliseconds: thirty
 * beats, because a run works for seconds, or on a slow disk for minutes, without giving its timers a turn.
 */
export const SILENCE_LIMIT = 15 * 60_000;

export interface Heartbeat {
  /** Shows now that the holder is alive. */
  readonly beat: () => Promise<void>;
  /** Ends the beats and closes the file. */
  readonly stop: () => Promise<void>;
}

/**
 * Renews the modification time of an open file by writing its content again, so that the time is that of the file
 * system's own clock. (`utimes` would set the time of this host, which other hosts need not share.) The open file stays
 * the same one, even if another process has put another file in its place.
 */
export function startHeartbeat(file: FileHandle, content: Uint8Array): Heartbeat {
  let last: Promise<void> = Promise.resolve();
  const beat = () => {
    last = last.then(() => writeAgain(file, content));
    return last;
  };
  const timer = setInterval(beat, BEAT).unref();
  return {
    beat,
    stop: async () => {
      clearInterval(timer);
      await last;
      await file.close();
    },
  };
}

/** A beat that fails is a missed beat: the next one may succeed, and if none does, the lock is lost and that is noticed. */
async function writeAgain(file: FileHandle, content: Uint8Array): Promise<void> {
  try {
    await file.write(content, 0, content.length, 0);
    await file.sync();
  } catch {}
}
