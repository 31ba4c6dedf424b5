import { constants } from "node:os";

/** Why work was stopped from outside: the reason of an aborted signal. */
export class Stop {
  readonly exitCode: number;
  /** One sentence for the user. */
  readonly why: string;

  constructor(exitCode: number, why: string) {
    this.exitCode = exitCode;
    this.why = why;
  }
}

export interface StopListener {
  /** Its reason is a `Stop`. */
  readonly signal: AbortSignal;
  readonly stop: (reason: Stop) => void;
  readonly close: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A shell adds this to the number of the signal that ended a program. */
const exitCodeOf = (name: (typeof SIGNALS)[number]) => 128 + constants.signals[name];

/**
 * How long a second signal counts as the first one, in milliseconds. Ctrl+C sends one to this process and one to npm,
 * which hands it on. After that, a signal ends the process immediately.
 */
const ONE_SIGNAL = 1000;

/** How often to look for the parent, in milliseconds. */
const LOOK = 100;

/** Read when the process starts, because the parent may be gone soon after. */
const parent = process.ppid;

/**
 * Stops work at SIGINT, SIGTERM and SIGHUP. npm hands on the first two. It dies of the third, and of SIGKILL, without a
 * word: so a process that npm has started also stops, as by SIGHUP, when npm is gone.
 */
export function listenForStop(): StopListener {
  const controller = new AbortController();
  const stop = (reason: Stop) => controller.abort(reason);
  const ignoreSignals = () => {
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  const onSignal = (name: NodeJS.Signals) => {
    const known = SIGNALS.find((signal) => signal === name);
    if (known === undefined || controller.signal.aborted) return;
    stop(new Stop(exitCodeOf(known), `Stopped by ${known}.`));
    setTimeout(ignoreSignals, ONE_SIGNAL).unref();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const watch = watchNpm(() =>
    stop(new Stop(exitCodeOf("SIGHUP"), "Stopped, because npm, which started it, is gone.")),
  );
  return {
    signal: controller.signal,
    stop,
    close: () => {
      ignoreSignals();
      clearInterval(watch);
    },
  };
}

/** npm names the script in the environment. An orphan gets another parent. */
function watchNpm(onceGone: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onceGone();
  }, LOOK).unref();
  return watch;
}
