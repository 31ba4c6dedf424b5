import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { Usage } from "./usage.ts";

/** The folder for everything that is measured. bench.ts removes it at the end. */
export const scratch = mkdtempSync(join(tmpdir(), "jnim-bench-"));
export const PROJECT = join(import.meta.dirname, "..");

/** V8 collects no sooner than it must, so that a process shows how much it needs only where its heap is capped. */
export const CAPPED = ["--max-old-space-size=400", "--max-semi-space-size=32"];
/** For what holds everything: no more than Node gives it on a large machine. */
export const LARGE = ["--max-old-space-size=4000"];

/** The command line, as a user starts it. */
export function command(words: readonly string[], options: readonly string[] = []): Usage {
  const usage = join(scratch, "usage.json");
  const preload = ["--import", join(import.meta.dirname, "report-usage.mjs")];
  const child = spawnSync(process.execPath, [...options, ...preload, "pipeline/start.mjs", ...words], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: "", USAGE_FILE: usage },
  });
  if (child.status !== 0)
    throw new Error(`${words.join(" ")} ended with ${child.status ?? child.signal}.\n${child.stderr}`);
  return Usage.parse(JSON.parse(readFileSync(usage, "utf8")));
}

/** One part of the work, with options of Node's: what work.ts says at its end. */
export function part<T>(kind: string, places: readonly string[], options: readonly string[], Said: z.ZodType<T>): T {
  const words = [...options, "--import", "tsx", join(import.meta.dirname, "work.ts"), kind, ...places];
  const child = spawnSync(process.execPath, words, {
    cwd: PROJECT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`The ${kind} ended with ${child.status ?? child.signal}.`);
  return Said.parse(JSON.parse(child.stdout));
}
