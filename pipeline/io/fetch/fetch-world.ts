import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type Resolve, resolveBySystem } from "./checked-lookup.ts";
import { type Request, request } from "./request.ts";

/** What fetching needs of the world. */
export interface FetchWorld {
  readonly request: Request;
  readonly resolve: Resolve;
  /** Milliseconds since some moment. */
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export const theWorld: FetchWorld = {
  request,
  resolve: resolveBySystem,
  clock: () => performance.now(),
  wait: (ms) => sleep(ms),
};
