import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the program prints. */
  readonly log: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** Resolves with its exit code when it ends. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();
/** How long a program may take to stop before it is killed, in milliseconds. */
const GRACE = 5000;

/** Starts a program in a group of its own and with low priority. Nothing that it starts outlives this process. */
export function start(command: string, words: readonly string[], { cwd, env = {}, log }: ProgramOptions): Program {
  const output = openSync(log, "a");
  const child = spawn("nice", ["-n", "10", command, ...words], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["pipe", output, output],
    detached: true,
  });
  closeSync(output);
  running.add(child);
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const stop = async () => {
    signalGroup(child, "SIGTERM");
    const kill = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE);
    await ended;
    clearTimeout(kill);
  };
  return { child, ended, stop };
}

/** Runs a program to its end, and kills it if it takes longer. */
export async function runProgram(
  [command, ...words]: readonly [string, ...string[]],
  options: ProgramOptions,
  seconds: number,
): Promise<number | null> {
  const { child, ended } = start(command, words, options);
  const kill = setTimeout(() => signalGroup(child, "SIGKILL"), seconds * 1000);
  const code = await ended;
  clearTimeout(kill);
  return code;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Ends what still runs when this process does, whatever the reason. */
export function endProgramsAtExit(): void {
  process.on("exit", () => {
    for (const child of running) signalGroup(child, "SIGKILL");
  });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)
    process.on(signal, () => process.exit(code));
}

/** Waits until a log has these words. The program's end, or a longer wait, throws with the end of its log. */
export async function waitForWords({ ended }: Program, log: string, words: string, seconds: number): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (let waited = 0; waited < seconds * 4; waited += 1) {
    if (readFileSync(log, "utf8").includes(words)) return;
    if (isOver) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`It did not start within ${seconds} s: ${lastLines(log)}`);
}

/** The end of a log, on one line. */
export const lastLines = (log: string) =>
  readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ").replace(/\s+/gu, " ").slice(-600);

/** Asks a program that answers each line with one line, after these words, in its log. */
export function runLines(program: Program, log: string, words: string) {
  let asked = 0;
  return {
    write: (line: string) => {
      asked += 1;
      program.child.stdin?.write(`${line}\n`);
    },
    next: async (seconds: number): Promise<string> => {
      for (let waited = 0; waited < seconds * 10; waited += 1) {
        const lines = readFileSync(log, "utf8").split("\n");
        // The last one may not be whole yet.
        const answers = lines.slice(0, -1).flatMap((line) => line.split(words).slice(1));
        const answer = answers[asked - 1];
        if (answer !== undefined) return answer;
        if (program.child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`There was no answer within ${seconds} s: ${lastLines(log)}`);
    },
  };
}
