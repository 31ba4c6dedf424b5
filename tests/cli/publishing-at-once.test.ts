import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishOnce } from "#tests/crash/program.ts";
import { faultOfLatest, listTree } from "#tests/crash/tree.ts";

let folder: string;
let dist: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-once-"));
  dist = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("twenty processes that publish into one dist/ at once", () => {
  it("make one release: one publishes it, the others exit 75 or find it there", async () => {
    const ended = await Promise.all(Array.from({ length: 20 }, () => publishOnce(dist, 1)));
    expect(ended.filter(({ stdout }) => stdout === "published: 1.0.0\n")).toHaveLength(1);
    for (const { code, stdout, stderr } of ended) {
      if (code === 75)
        expect(stderr).toMatch(
          /is locked\. Another run has held the lock since \d{4}-\d{2}-\d{2}T.+Z: process \d+ on /u,
        );
      else
        expect({ code, stdout }).toEqual({
          code: 0,
          stdout: expect.stringMatching(/^(published|up to date|nothing changed since):? 1\.0\.0\n$/u),
        });
    }
    await expectAsIfAlone();
  });

  it("do so over the lock of a dead process as well", async () => {
    await publishOnce(dist, 1, { CRASH_AT: "20" });
    expect(readdirSync(dist)).toContain(".lock-1");
    const ended = await Promise.all(Array.from({ length: 20 }, () => publishOnce(dist, 1)));
    expect(ended.filter(({ stdout }) => stdout === "published: 1.0.0\n")).toHaveLength(1);
    expect(ended.map(({ code }) => code).filter((code) => code !== 0 && code !== 75)).toEqual([]);
    await expectAsIfAlone();
  });

  async function expectAsIfAlone(): Promise<void> {
    expect(faultOfLatest(dist)).toBeNull();
    const alone = join(folder, "alone");
    await publishOnce(alone, 1);
    expect(listTree(dist)).toEqual(listTree(alone));
  }
});
