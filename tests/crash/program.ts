import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PROJECT = join(import.meta.dirname, "..", "..");
const COUNT_OPERATIONS = pathToFileURL(join(import.meta.dirname, "count-operations.mjs")).href;

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
  startProgram(["--import", "tsx", "tests/crash/publish-once.ts", "--dist", dist, "--data", String(data)], {
    cwd: PROJECT,
    root: dist,
    blow,
  });

type FolderOption = "raw" | "texts" | "staged" | "dist";

/**
 * Runs a command of the pipeline on the folders of the same name in a folder: those of them that the command takes. It is
 * started there, so that its messages do not depend on where the folder is. A blow hits operations on any of them.
 */
export const runPipeline = (
  folder: string,
  { words, takes }: { readonly words: readonly string[]; readonly takes: readonly FolderOption[] },
  blow: Blow = {},
) =>
  startProgram([join(PROJECT, "pipeline/start.mjs"), ...words, ...takes.flatMap((name) => [`--${name}`, name])], {
    cwd: folder,
    root: folder,
    blow,
  });

interface Start {
  readonly cwd: string;
  /** A blow hits operations below this folder. */
  readonly root: string;
  readonly blow: Blow;
}

function startProgram(program: readonly string[], { cwd, root, blow }: Start): Promise<Ended> {
  const preload = Object.keys(blow).length === 0 ? [] : ["--import", COUNT_OPERATIONS];
  const child = spawn(process.execPath, [...preload, ...program], {
    cwd,
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
