import { spawn } from "node:child_process";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "..", "..");

/** 2026-11-25: so that a call after midnight does not write another day. */
const SOURCE_DATE_EPOCH = "1795564800";

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

type FolderOption = "raw" | "texts" | "staged" | "dist";

/**
 * Runs a command of the pipeline on the folders of the same name in a folder: those of them that the command takes. A
 * blow hits operations on any of them.
 */
export const runPipeline = (
  folder: string,
  { words, takes }: { readonly words: readonly string[]; readonly takes: readonly FolderOption[] },
  blow: Blow = {},
) =>
  startProgram(
    ["pipeline/start.mjs", ...words, ...takes.flatMap((name) => [`--${name}`, join(folder, name)])],
    folder,
    blow,
  );

function startProgram(program: readonly string[], root: string, blow: Blow): Promise<Ended> {
  const preload = Object.keys(blow).length === 0 ? [] : ["--import", "./tests/crash/count-operations.mjs"];
  const child = spawn(process.execPath, [...preload, ...program], {
    cwd: PROJECT,
    env: { ...process.env, DOCUMENTS_DIR: "", SOURCE_DATE_EPOCH, CRASH_ROOT: root, ...blow },
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
