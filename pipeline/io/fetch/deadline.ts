import { performance } from "node:perf_hooks";

/** A time limit that does not run while something else is waited for. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly pausedDuring: (work: () => Promise<void>) => Promise<void>;
  readonly close: () => void;
}

export function startDeadline(ms: number): Deadline {
  const controller = new AbortController();
  let left = ms;
  let timer = setTimeout(abort, left);
  let started = performance.now();
  function abort(): void {
    controller.abort();
  }
  return {
    signal: controller.signal,
    pausedDuring: async (work) => {
      clearTimeout(timer);
      left -= performance.now() - started;
      await work();
      started = performance.now();
      timer = setTimeout(abort, Math.max(0, left));
    },
    close: () => clearTimeout(timer),
  };
}
