import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

export interface Pool<T> {
  /** The module that each process runs. It sends a first message when it is ready, and then one for each run. */
  readonly program: string;
  readonly args: readonly string[];
  readonly processes: number;
  /** Seconds after which a run counts as hanging. */
  readonly patience: number;
  readonly read: (message: unknown) => T;
  /** What takes the place of an answer that does not come: the process hung, and was killed, or it ended by itself. */
  readonly lost: (run: number, why: Lost) => T;
  /** Called after each answer, with the number of answers. */
  readonly onAnswer?: (answered: number) => void;
}

export interface Lost {
  readonly isHang: boolean;
  /** `exit 1`, `SIGKILL`. */
  readonly end: string;
}

/** Hands the runs from 0 up to `count` to processes, one at a time to each. The answers are in the order of the runs. */
export async function playAll<T>(count: number, pool: Pool<T>): Promise<T[]> {
  const answers: T[] = [];
  let [next, answered] = [0, 0];
  const take = () => (next < count ? next++ : null);
  const keep = (run: number, answer: T) => {
    answers[run] = answer;
    answered += 1;
    pool.onAnswer?.(answered);
  };
  await Promise.all(Array.from({ length: pool.processes }, () => playUntilDone(pool, take, keep)));
  return answers;
}

/** Keeps one process busy, and starts another if it hangs or dies. */
async function playUntilDone<T>(
  pool: Pool<T>,
  take: () => number | null,
  keep: (run: number, answer: T) => void,
): Promise<void> {
  for (let run = take(); run !== null; ) {
    const child = fork(pool.program, pool.args, { execArgv: ["--import", "tsx"] });
    const ended = once(child, "exit");
    const first = await answerOf(child, null);
    if ("end" in first) throw new Error(`A process ended with ${first.end} before it was ready.`);
    for (let isAlive = true; isAlive && run !== null; run = take()) {
      child.send(run);
      const answer = await answerOf(child, pool.patience);
      isAlive = "message" in answer;
      keep(run, "message" in answer ? pool.read(answer.message) : pool.lost(run, answer));
    }
    if (child.connected) child.disconnect();
    await ended;
  }
}

/** The next message of a process. Without one, it is killed when the patience, in seconds, is over. */
function answerOf(child: ChildProcess, patience: number | null): Promise<{ readonly message: unknown } | Lost> {
  return new Promise((resolve) => {
    let isHang = false;
    const kill = () => {
      isHang = true;
      child.kill("SIGKILL");
    };
    const timer = patience === null ? undefined : setTimeout(kill, patience * 1000);
    const settle = (answer: { readonly message: unknown } | Lost) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      resolve(answer);
    };
    const onMessage = (message: unknown) => settle({ message });
    const onExit = (code: number | null, signal: string | null) => settle({ isHang, end: signal ?? `exit ${code}` });
    child.on("message", onMessage).on("exit", onExit);
  });
}
