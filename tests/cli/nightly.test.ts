import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acquireLock } from "#pipeline/io/lock.ts";
import { listTree } from "#tests/crash/tree.ts";

const PROJECT = join(import.meta.dirname, "../..");

/** What a fresh clone holds after `npm ci`, with little data: neither staged/ nor dist/. */
const clone = mkdtempSync(join(tmpdir(), "jnim-clone-"));
beforeAll(() => {
  for (const path of ["pipeline", "schemas", "deploy", "package.json", "package-lock.json"]) {
    cpSync(join(PROJECT, path), join(clone, path), { recursive: true });
  }
  mkdirSync(join(clone, "node_modules"));
  for (const name of readdirSync(join(PROJECT, "node_modules")).filter((name) => name !== ".cache")) {
    symlinkSync(join(PROJECT, "node_modules", name), join(clone, "node_modules", name));
  }
});
beforeEach(() => {
  for (const made of ["staged", "dist", "raw"]) rmSync(join(clone, made), { recursive: true, force: true });
  cpSync(join(PROJECT, "tests/golden/all-well/raw"), join(clone, "raw"), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** The command of the cron line that deploy/README.md prints, for the clone. */
function cronCommand(): string {
  const lines = readFileSync(join(PROJECT, "deploy/README.md"), "utf8").split("\n");
  const commands = lines.flatMap((line) => /^\d+ \d+ \* \* \*\s+(.*)$/u.exec(line)?.[1] ?? []);
  expect(commands).toHaveLength(1);
  expect(commands[0]).toContain("/srv/jnim-data");
  return (commands[0] ?? "").replaceAll("/srv/jnim-data", clone);
}

/** Runs a command as cron does, from another folder. */
function cron(command: string, environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", command], {
    cwd: "/",
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SOURCE_DATE_EPOCH: "1793491200", ...environment },
  });
  return { status, stdout, stderr };
}

const skipped = (count: number) =>
  `Skipped, because another run holds the lock: ${count} in a row, of which 2 are allowed.`;

describe("the cron line of deploy/README.md", () => {
  it("publishes from a fresh clone, and is silent when there is nothing to do", () => {
    expect(cron(cronCommand())).toMatchObject({ status: 0, stdout: "" });
    expect(existsSync(join(clone, "dist/releases/1.0.0"))).toBe(true);
    expect(cron(cronCommand())).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(clone, "staged/runs.ndjson"), "utf8").trimEnd().split("\n")).toHaveLength(2);
  });

  it("hands on that the data have errors", () => {
    rmSync(join(clone, "raw/coded/sources.csv"));
    expect(cron(cronCommand())).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("sources.csv"),
    });
  });

  it("prints a note each time that another run holds the lock, and fails the third time in a row", async () => {
    mkdirSync(join(clone, "dist"));
    const lock = await acquireLock(join(clone, "dist"));
    if ("heldBy" in lock) throw new Error("The lock of a new folder is held.");
    expect(cron(cronCommand())).toMatchObject({ status: 0, stderr: expect.stringContaining(skipped(1)) });
    expect(cron(cronCommand())).toMatchObject({ status: 0, stderr: expect.stringContaining(skipped(2)) });
    for (const count of [3, 4]) {
      expect(cron(cronCommand())).toMatchObject({ status: 75, stderr: expect.stringContaining(skipped(count)) });
    }
    await lock.release();
    expect(cron(cronCommand()).status).toBe(0);
    expect(existsSync(join(clone, "staged/skipped-runs"))).toBe(false);
  });

  it("stops by SIGTERM as the run does, and waits until the run has removed its files", () => {
    const command = `${clone}/deploy/nightly.sh & script=$!
      until [ -e ${clone}/dist/.lock-1 ]; do sleep 0.02; done
      run=$(sed -n 2p ${clone}/dist/.lock-1)
      until grep -q ') T ' /proc/$run/stat; do sleep 0.02; done
      kill -TERM $script; sleep 0.1; kill -CONT $run; wait $script`;
    const preload = join(PROJECT, "tests/crash/count-operations.mjs");
    const suspended = { NODE_OPTIONS: `--import=${preload}`, CRASH_ROOT: join(clone, "dist"), SIGNAL_AT: "60:SIGSTOP" };
    expect(cron(command, suspended)).toMatchObject({
      status: 143,
      stdout: "",
      stderr: expect.stringContaining("Stopped by SIGTERM."),
    });
    expect(listTree(join(clone, "dist"))).toEqual(["releases/"]);
  });
});

describe("the unit of systemd", () => {
  const unit = readFileSync(join(PROJECT, "deploy/jnim-data.service"), "utf8");

  it("starts the same script, and does not take 75 for a success", () => {
    expect(unit).toContain("\nExecStart=/srv/jnim-data/deploy/nightly.sh\n");
    expect(/^SuccessExitStatus=(.*)$/mu.exec(unit)?.[1]).toBe("143");
  });
});
