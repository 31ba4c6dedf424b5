import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listTree } from "#tests/crash/tree.ts";

const PROJECT = join(import.meta.dirname, "../..");
const RAW = join(PROJECT, "tests/golden/all-well/raw");

let folder: string;
let dist: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-npm-"));
  dist = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run pipeline`, of which the run suspends itself before its 60th file operation, while it writes a release. */
function startNpm() {
  const words = ["--raw", RAW, "--staged", join(folder, "staged"), "--dist", dist, "--date", "2026-11-24"];
  const child = spawn("npm", ["run", "--silent", "pipeline", "--", "run", ...words], {
    cwd: PROJECT,
    env: {
      ...process.env,
      DOCUMENTS_DIR: "",
      NODE_OPTIONS: `--import=${join(PROJECT, "tests/crash/count-operations.mjs")}`,
      CRASH_ROOT: dist,
      SIGNAL_AT: "60:SIGSTOP",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      output[name] += chunk;
    });
  }
  const npmEnded = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("exit", (code, signal) => resolve({ code, signal }));
  });
  /** Both are gone, because both hold the pipes. */
  const allEnded = new Promise<typeof output>((resolve) => {
    child.on("close", () => resolve(output));
  });
  return { child, npmEnded, allEnded };
}

/** The process id of the run, which its lock names, once it is suspended. */
async function pidOfSuspendedRun(): Promise<number> {
  const lock = join(dist, ".lock-1");
  while (!existsSync(lock)) await setTimeout(20);
  const pid = Number(readFileSync(lock, "utf8").split("\n")[1]);
  while (!/^\d+ \(.*\) T /u.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await setTimeout(20);
  return pid;
}

describe.skipIf(process.platform !== "linux")(
  "npm run pipeline, if npm gets a signal (skipped where there is no /proc)",
  () => {
    it.each([
      ["SIGTERM", { code: 143, signal: null }, "Stopped by SIGTERM."],
      ["SIGINT", { code: 130, signal: null }, "Stopped by SIGINT."],
      // npm does not hand these on, and dies of them at once: a shell shows 129 and 137.
      ["SIGHUP", { code: null, signal: "SIGHUP" }, "Stopped, because npm, which started it, is gone."],
      ["SIGKILL", { code: null, signal: "SIGKILL" }, "Stopped, because npm, which started it, is gone."],
    ] as const)("%s ends the run: nothing is published, and nothing is left over", async (name, expected, message) => {
      const { child, npmEnded, allEnded } = startNpm();
      const run = await pidOfSuspendedRun();
      try {
        child.kill(name);
        if (expected.signal !== null) await npmEnded;
      } finally {
        process.kill(run, "SIGCONT");
      }
      const { stdout, stderr } = await allEnded;
      expect(await npmEnded).toEqual(expected);
      expect(stderr).toContain(message);
      expect(stdout).toBe("");
      expect(listTree(dist)).toEqual(["releases/"]);
    });
  },
);
