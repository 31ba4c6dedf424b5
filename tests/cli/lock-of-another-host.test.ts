import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, publishOnce } from "#tests/crash/program.ts";
import { faultOfLatest, listTree } from "#tests/crash/tree.ts";

const PROJECT = join(import.meta.dirname, "../..");

let folder: string;
let dist: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-hosts-"));
  dist = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Dates the last sign of life of a lock back by an hour. */
const silence = (name: string) => {
  const seen = Date.now() / 1000 - 3600;
  utimesSync(join(dist, name), seen, seen);
};

async function expectAsIfAlone(): Promise<void> {
  expect(faultOfLatest(dist)).toBeNull();
  const alone = join(folder, "alone");
  await publishOnce(alone, 1);
  expect(listTree(dist)).toEqual(listTree(alone));
}

describe("a lock of a container that is gone", () => {
  beforeEach(async () => {
    await publishOnce(dist, 1, { CRASH_AT: "20" });
    const lock = join(dist, ".lock-1");
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/^.*\n/u, "gone-container\n"));
  });

  it("keeps a run waiting while its holder may be alive", async () => {
    const ended = await publishOnce(dist, 1);
    expect(ended).toMatchObject({ code: 75, stdout: "" });
    expect(ended.stderr).toContain(" on gone-container, last seen alive ");
  });

  it("is taken over after a long silence: twenty processes at once make one release", async () => {
    silence(".lock-1");
    const ended = await Promise.all(Array.from({ length: 20 }, () => publishOnce(dist, 1)));
    expect(ended.filter(({ stdout }) => stdout === "published: 1.0.0\n")).toHaveLength(1);
    expect(ended.map(({ code }) => code).filter((code) => code !== 0 && code !== 75)).toEqual([]);
    await expectAsIfAlone();
  }, 300_000);
});

const canRename = spawnSync("unshare", ["--uts", "hostname", "another-host"]).status === 0;

/** Publishes on a machine of another name, which is suspended before its 40th file operation. */
function publishOnSuspendedHost(): { pid: number; ended: Promise<Ended> } {
  const node = [process.execPath, "--import", "./tests/crash/count-operations.mjs", "--import", "tsx"];
  const program = [...node, "tests/crash/publish-once.ts", "--dist", dist, "--data", "1"];
  const child = spawn("unshare", ["--uts", "sh", "-c", 'hostname another-host && exec "$@"', "sh", ...program], {
    cwd: PROJECT,
    env: { ...process.env, CRASH_ROOT: dist, SIGNAL_AT: "40:SIGSTOP" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      output[name] += chunk;
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  });
  return { pid: child.pid ?? 0, ended };
}

const isSuspended = (pid: number) => /^\d+ \(.*\) T /u.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

describe.skipIf(!canRename)("a run on a suspended machine (skipped where a host cannot be given a name)", () => {
  it("publishes nothing when it wakes up after another host took its lock over", async () => {
    const suspended = publishOnSuspendedHost();
    try {
      while (!isSuspended(suspended.pid)) await setTimeout(20);
      expect(readdirSync(dist)).toContain(".lock-1");
      expect((await publishOnce(dist, 1)).code).toBe(75);
      silence(".lock-1");
      expect(await publishOnce(dist, 1)).toMatchObject({
        code: 0,
        stdout: "published: 1.0.0\n",
        stderr: expect.stringContaining("took over its lock"),
      });
    } finally {
      process.kill(suspended.pid, "SIGCONT");
    }
    const ended = await suspended.ended;
    expect(ended).toMatchObject({ code: 75, stdout: "" });
    expect(ended.stderr).toContain("lost its lock");
    await expectAsIfAlone();
  });
});
