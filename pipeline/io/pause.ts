import { setImmediate } from "node:timers/promises";
import type { Pause } from "#pipeline/core/release-store.ts";

/** Gives the event loop a turn, in which signals arrive, and throws if the signal was aborted. */
export const pauseFor =
  (signal: AbortSignal | null): Pause =>
  async () => {
    await setImmediate();
    signal?.throwIfAborted();
  };
