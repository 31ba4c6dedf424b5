import { spawn } from "node:child_process";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "..", "..");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is done to a process from outside: see count-operations.mjs. */
export type Blow = Partial<Record<"CRASH_AT" | "CRASH_LOG" | "FAULT_AT" | "SIGNAL_AT", string>>;

/** Publishes made-up data into a folder, in a process of its own that a blow may hit. */
export const publishOnce = (dist: string, data: number, blow: Blow = {}) =>
  startProgram(["--import", "tsx", "tests/crash/publish-once.ts", "--dist", dist, "--data", String(data)], dist, blow);

/** Runs the pipeline itself. */
export const runPipeline = (raw: string, dist: string, blow: Blow = {}) =>
  startProgram(
    ["pipeline/start.mjs", "run", "--raw", raw, "--dist", dist, "--staged", `${dist}-staged`, "--date", "2026-11-24"],
    dist,
    blow,
  );

function startProgram(program: readonly string[], dist: string, blow: Blow): Promise<Ended> {
  const preload = Object.keys(blow).length === 0 ? [] : ["--import", "./tests/crash/count-operations.mjs"];
  const child = spawn(process.execPath, [...preload, ...program], {
    cwd: PROJECT,
    env: { ...process.env, DOCUMENTS_DIR: "", CRASH_ROOT: dist, ...blow },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  });
}
