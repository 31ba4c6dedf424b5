import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Blow, publishOnce, runPipeline } from "#tests/crash/program.ts";
import { faultOfLatest, listTree } from "#tests/crash/tree.ts";
import { BASE, writeRaw } from "#tests/golden/raw-files.ts";

/** What dist/ holds after the first release, and after the second, where nothing disturbed them. */
const undisturbed = mkdtempSync(join(tmpdir(), "jnim-undisturbed-"));
const [first, second] = [join(undisturbed, "first"), join(undisturbed, "second")];

/** The file operations of the second release, in their order: the first is number 1. */
let operations: readonly string[];
let folder: string;
let dist: string;

beforeAll(async () => {
  await publishOnce(first, 1);
  copy(first, second);
  const log = join(undisturbed, "operations.log");
  await publishOnce(second, 2, { CRASH_LOG: log });
  operations = readFileSync(log, "utf8").trimEnd().split("\n");
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-fault-"));
  dist = join(folder, "dist");
  copy(first, dist);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(undisturbed, { recursive: true, force: true }));

const copy = (from: string, to: string) => cpSync(from, to, { recursive: true, verbatimSymlinks: true });

/** The number of the first operation of the second release that is worded so. */
function numberOf(operation: RegExp): number {
  const found = operations.findIndex((line) => operation.test(line)) + 1;
  if (found === 0) throw new Error(`There is no operation ${operation}.`);
  return found;
}

/** Most of the release is written, and some is not. */
const IN_THE_MIDST = /writeSync .*\/data\/events\.json$/u;

/** dist/ is what it was before the run that failed, and the next run ends as if that had never been. */
async function expectUntouched(): Promise<void> {
  expect(listTree(dist)).toEqual(listTree(first));
  expect(faultOfLatest(dist)).toBeNull();
  expect((await publishOnce(dist, 2)).stdout).toBe("published: 1.1.0\n");
  expect(listTree(dist)).toEqual(listTree(second));
}

describe("a system error while a release is published", () => {
  it.each([
    ["ENOSPC", "The disk is full"],
    ["EROFS", "The file system is read-only"],
    ["EACCES", "Permission is denied"],
    ["EIO", "The disk reported an error"],
    ["EDQUOT", "The disk quota is used up"],
  ])(
    "%s is reported in one line with exit code 1; the last release is intact and nothing is left over",
    async (code, words) => {
      const ended = await publishOnce(dist, 2, { FAULT_AT: `${numberOf(IN_THE_MIDST)}:${code}` });
      expect(ended).toMatchObject({ code: 1, stdout: "" });
      expect(ended.stderr).toMatch(new RegExp(`^${words} at .+\\n$`, "u"));
      expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
      await expectUntouched();
    },
  );

  it("is reported if SQLite meets it, which does not say what it was", async () => {
    const ended = await publishOnce(dist, 2, { FAULT_AT: `${numberOf(/writeSync .*\.sqlite$/u)}:ENOSPC` });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^SQLite could not write its file: .+\n$/u);
    await expectUntouched();
  });

  it("is reported if not even the lock can be written", async () => {
    const ended = await publishOnce(dist, 2, { FAULT_AT: "1:EROFS" });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toContain("The file system is read-only");
    await expectUntouched();
  });

  it("leaves a whole release for a reader at every operation that it may hit", async () => {
    for (let at = 1; at <= operations.length; at += Math.floor(operations.length / 12)) {
      const hit = join(folder, "hit");
      copy(dist, hit);
      const ended = await publishOnce(hit, 2, { FAULT_AT: `${at}:ENOSPC` });
      expect({ at, code: ended.code, fault: faultOfLatest(hit) }).toEqual({
        at,
        code: ended.stdout === "" ? 1 : 0,
        fault: null,
      });
      expect(readdirSync(join(hit, "releases")).filter((name) => name.startsWith("."))).toEqual([]);
      rmSync(hit, { recursive: true });
    }
  });

  it("does not hide that the release was published, if it comes after that", async () => {
    const [once, again] = ["once", "again"].map((name) => join(folder, name));
    for (const home of [once, again]) writeRaw(BASE, join(home ?? "", "raw"));
    const run = (home = "", blow: Blow = {}) =>
      runPipeline(home, { words: ["run", "--json"], takes: ["raw", "staged", "dist"] }, blow);
    const log = join(folder, "operations.log");
    await run(once, { CRASH_LOG: log });
    const lines = readFileSync(log, "utf8").split("\n");
    const copies = lines.findIndex((line) => / copyFile /u.test(line)) + 1;
    const { code, stdout } = await run(again, { FAULT_AT: `${copies}:ENOSPC` });
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 1,
      status: "published",
      version: "1.0.0",
      failure: expect.stringMatching(/^The disk is full at .*\.tmp-latest-/u),
    });
    expect((await run(again)).code).toBe(0);
    expect(faultOfLatest(join(again ?? "", "dist"))).toBeNull();
  }, 60_000);

  it("does not matter to a run that has nothing to do", async () => {
    expect(await publishOnce(dist, 1, { FAULT_AT: "1:EROFS" })).toMatchObject({
      code: 0,
      stdout: "up to date: 1.0.0\n",
    });
  });
});

const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

/** Runs a shell command in a mount namespace of its own, so that what it mounts is gone with it. */
const inOwnMounts = (script: string) =>
  execFileSync("unshare", ["--mount", "sh", "-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

describe.skipIf(!canMount)("a real file system (skipped where mounting is not allowed)", () => {
  const program = `node --import tsx ${join(import.meta.dirname, "../crash/publish-once.ts")}`;

  it("that is full stops a run with exit code 1 and keeps the last release", () => {
    const place = join(folder, "small");
    mkdirSync(place);
    const output = inOwnMounts(`
      mount -t tmpfs tmpfs ${place}
      cp -a ${dist}/. ${place}/
      mount -o remount,size=$(($(df -k --output=used ${place} | tail -n 1) + 60))k ${place}
      ${program} --dist ${place} --data 2 2>&1; echo "exit $?"
      (cd ${place}/latest && sha256sum -c --quiet SHA256SUMS && echo whole)
      ls -A ${place} ${place}/releases
    `);
    expect(output).toMatch(/^The disk is full.*\nexit 1\nwhole\n/u);
    expect(output).toMatch(/releases:\n1\.0\.0\n$/u);
    expect(output).not.toContain(".lock");
  });

  it("that is read-only stops a run with exit code 1 and keeps the last release", () => {
    const output = inOwnMounts(`
      mount --bind ${dist} ${dist}
      mount -o remount,bind,ro ${dist}
      ${program} --dist ${dist} --data 2 2>&1; echo "exit $?"
      ${program} --dist ${dist} --data 1 2>&1; echo "exit $?"
      (cd ${dist}/latest && sha256sum -c --quiet SHA256SUMS && echo whole)
    `);
    expect(output).toMatch(/^The file system is read-only.*\nexit 1\nup to date: 1\.0\.0\nexit 0\nwhole\n$/u);
  });
});

describe("a signal while a release is published", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("%s stops the run with exit code %i; what it had begun is taken away", async (signal, code) => {
    const ended = await publishOnce(dist, 2, { SIGNAL_AT: `${numberOf(IN_THE_MIDST)}:${signal}` });
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr).toMatch(new RegExp(`^Stopped by ${signal}\\.`, "u"));
    await expectUntouched();
  });

  it("after the release is in its place lets the run finish", async () => {
    const renamed = numberOf(/rename .*releases.*\.tmp-next/u);
    expect(await publishOnce(dist, 2, { SIGNAL_AT: `${renamed + 1}:SIGTERM` })).toMatchObject({
      code: 0,
      stdout: "published: 1.1.0\n",
    });
    expect(listTree(dist)).toEqual(listTree(second));
  });
});

describe("a release that is not what it was", () => {
  it("stops every run, and is named", async () => {
    const file = join(dist, "releases", "1.0.0", "data", "events.csv");
    writeFileSync(file, "x");
    for (const data of [1, 2]) {
      const ended = await publishOnce(dist, data);
      expect(ended).toMatchObject({ code: 1, stdout: "" });
      expect(ended.stderr).toContain("publish/altered-release");
      expect(ended.stderr).toContain(file);
    }
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
  });
});
