import { setImmediate } from "node:timers/promises";
import type { Pause } from "#pipeline/core/release-store.ts";

/** Signals arrive between two turns of the event loop; where one came, the work stops. */
export const pauseFor =
  (signal: AbortSignal | null): Pause =>
  async () => {
    await setImmediate();
    signal?.throwIfAborted();
  };
