import { NO_PROGRESS, type Progress } from "#pipeline/core/progress.ts";
import { terminalLine } from "#pipeline/core/terminal-text.ts";

/** After this time, in milliseconds, a step also shows what it is at and for how long. */
const LONG = 2000;
const EVERY = 1000;
const STEP_WIDTH = 10;
const COUNTS_WIDTH = 44;
/** Goes to the start of the line, and clears it (ECMA-48: CR, EL). */
const CLEAR = "\r\u001B[2K";

interface TerminalStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

interface Step {
  readonly name: string;
  readonly since: number;
  doing: string;
  counts: string;
}

/** A line per step on a terminal, with counts and seconds. Elsewhere, as in cron, it shows nothing. */
export function terminalProgress(stream: TerminalStream = process.stderr): Progress {
  if (!stream.isTTY) return NO_PROGRESS;
  let step: Step | null = null;
  let timer: NodeJS.Timeout | null = null;
  const secondsOf = ({ since }: Step) => (performance.now() - since) / 1000;
  const line = (name: string, words: string) => terminalLine(`${name.padEnd(STEP_WIDTH)} ${words}`.trimEnd());
  const refresh = () => {
    if (step === null || secondsOf(step) * 1000 < LONG) return;
    stream.write(`${CLEAR}${line(step.name, `${step.doing} (${secondsOf(step).toFixed(0)} s) …`)}`);
  };
  const end = () => {
    if (timer !== null) clearInterval(timer);
    if (step !== null) {
      const seconds = `${secondsOf(step).toFixed(1)} s`;
      stream.write(`${CLEAR}${line(step.name, `${step.counts.padEnd(COUNTS_WIDTH)} ${seconds}`)}\n`);
    }
    [step, timer] = [null, null];
  };
  return {
    begin: (name) => {
      end();
      step = { name, since: performance.now(), doing: "", counts: "" };
      stream.write(line(name, "…"));
      timer = setInterval(refresh, EVERY).unref();
    },
    doing: (what) => {
      if (step !== null) step.doing = what;
      refresh();
    },
    found: (counts) => {
      if (step !== null) step.counts = counts;
    },
    end,
  };
}
