import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFile } from "#pipeline/core/release-store.ts";
import { type AssertHeld, runAlone } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";

let folder: string;
let dist: string;
let reported: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-alone-"));
  dist = join(folder, "dist");
  reported = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const alone = (work: (signal: AbortSignal, assertHeld: AssertHeld) => Promise<number>) =>
  runAlone({ dist, report: (line) => reported.push(line) }, work);
const storeOf = (assertHeld: AssertHeld) => fencedStore(releaseStore(dist), assertHeld);

/** What another run does to the lock of a run that was silent for too long. */
const LOSSES: readonly (readonly [how: string, lose: () => void])[] = [
  ["was deleted", () => rmSync(join(dist, ".lock-1"))],
  [
    "was taken over",
    () => {
      writeFileSync(join(dist, ".lock-2"), "another-machine\n1\n\n2026-11-24T01:02:03.004Z\n");
      rmSync(join(dist, ".lock-1"));
    },
  ],
];

describe.each(LOSSES)("a run whose lock %s", (_, lose) => {
  it("publishes no release", async () => {
    const exitCode = await alone(async (_signal, assertHeld) => {
      const workspace = await storeOf(assertHeld).begin();
      writeFile(workspace, "README.md", "x");
      lose();
      await workspace.commit("1.0.0");
      return 0;
    });
    expect(exitCode).toBe(75);
    expect(existsSync(join(dist, "releases", "1.0.0"))).toBe(false);
    expect(reported).toEqual([
      expect.stringMatching(/^Stopped, because this run lost its lock: .*\.lock-1 was deleted/u),
    ]);
  });

  it.each([
    [
      "a file above the releases",
      (assertHeld: AssertHeld) => storeOf(assertHeld).replace("catalog.json", new Uint8Array()),
    ],
    ["latest", (assertHeld: AssertHeld) => storeOf(assertHeld).replaceLatest("1.0.0")],
  ])("does not replace %s", async (_what, replace) => {
    const exitCode = await alone(async (_signal, assertHeld) => {
      lose();
      await replace(assertHeld);
      return 0;
    });
    expect(exitCode).toBe(75);
    expect(readdirSync(dist).filter((name) => !name.startsWith(".lock-"))).toEqual([]);
  });

  it("says so too if it fails because the other run removed its files", async () => {
    const exitCode = await alone(() => {
      lose();
      return Promise.reject(new Error("A file is gone."));
    });
    expect(exitCode).toBe(75);
  });

  it("leaves the lock of the other run alone", async () => {
    await alone(async () => {
      lose();
      return 0;
    });
    expect(readdirSync(dist)).toEqual(existsSync(join(dist, ".lock-2")) ? [".lock-2"] : []);
  });
});

describe("a run that still holds its lock", () => {
  it("publishes", async () => {
    const exitCode = await alone(async (_signal, assertHeld) => {
      const workspace = await storeOf(assertHeld).begin();
      writeFile(workspace, "README.md", "x");
      await workspace.commit("1.0.0");
      return 0;
    });
    expect(exitCode).toBe(0);
    expect(readdirSync(dist)).toEqual(["releases"]);
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
  });

  it("hands on an error of its own work", async () => {
    await expect(alone(() => Promise.reject(new Error("A bug.")))).rejects.toThrow("A bug.");
    expect(readdirSync(dist)).toEqual([]);
  });
});
