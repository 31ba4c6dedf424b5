import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Lost, playAll } from "./pool.ts";
import { writeReport } from "./report.ts";
import { baseOfRun, openRuns } from "./runs.ts";
import { Finding } from "./verdict.ts";

/**
 * Runs the pipeline on damaged inputs: `npm run fuzz -- --runs 5000`. The seed decides the damage, and with the same
 * code and data the same seed finds the same. `--only K` replays one run. Exit 1 if there is an exception, a hang, a
 * broken promise, or damage that passed although a guard should see it.
 */
const RUNS = 5000;
const SEED = 20170302;
const AT_ONCE = 2;
/** Seconds for a run that takes less than one: a slow machine is not a hang. */
const PATIENCE = 120;

const { values } = parseArgs({
  options: { runs: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});

/** A whole number that was given on the command line, or the usual one. */
function numberOf(name: keyof typeof values, usual: number): number {
  const text = values[name];
  if (text === undefined) return usual;
  if (!/^\d{1,9}$/u.test(text)) throw new Error(`--${name} ${text} is not a whole number.`);
  return Number(text);
}

async function replayOne(seed: number, run: number): Promise<Finding[]> {
  const runs = await openRuns(seed);
  try {
    const finding = await runs.play(run);
    console.log(JSON.stringify(finding, null, 2).replaceAll("\\n", "\n"));
    return [finding];
  } finally {
    runs.close();
  }
}

async function playMany(seed: number, count: number): Promise<Finding[]> {
  const lost = (run: number, { isHang, end }: Lost): Finding => ({
    run,
    base: baseOfRun(run),
    done: [],
    verdict: null,
    effects: [],
    faults: [
      isHang
        ? { kind: "hang", text: `No answer after ${PATIENCE} seconds.` }
        : { kind: "exception", text: `The process ended with ${end}.` },
    ],
  });
  const findings = await playAll(count, {
    program: join(import.meta.dirname, "work.ts"),
    args: [String(seed)],
    processes: Math.min(AT_ONCE, count),
    patience: PATIENCE,
    read: (message) => Finding.parse(message),
    lost,
    onAnswer: (answered) => {
      if (process.stderr.isTTY && answered % 100 === 0) process.stderr.write(`\r${answered} of ${count}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\r");
  for (const line of writeReport(findings, seed)) console.log(line);
  return findings;
}

const seed = numberOf("seed", SEED);
const findings =
  values.only === undefined ? await playMany(seed, numberOf("runs", RUNS)) : await replayOne(seed, numberOf("only", 0));
process.exitCode = findings.some(({ faults }) => faults.length > 0) ? 1 : 0;
