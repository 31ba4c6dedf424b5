import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFile } from "#pipeline/core/release-store.ts";
import { filesBelow } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { aRelease, asFiles, aTable, aThing, putRelease } from "#tests/builders/published-release.ts";

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "jnim-store-"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const store = () => releaseStore(dist);
const release = (version: string) => aRelease({ version, tables: { events: aTable([aThing("evt-001")]) } });
const write = (version: string) => putRelease(store(), version, asFiles(release(version)));

/** The files of a release, by path, as a reader gives them. */
async function read(version: string): Promise<[string, string][]> {
  const reader = await store().open(version);
  return filesBelow(join(dist, "releases", version)).map(({ path }) => [
    path,
    Buffer.concat([...reader.chunks(path)]).toString("hex"),
  ]);
}

describe("a release on disk", () => {
  it("is read as it was written", async () => {
    await write("1.0.0");
    const hex = [...release("1.0.0")].map(([path, bytes]) => [path, Buffer.from(bytes).toString("hex")]);
    expect(await read("1.0.0")).toEqual(hex.sort());
    const reader = await store().open("1.0.0");
    expect(JSON.parse(reader.text("manifest.json"))).toMatchObject({ version: "1.0.0", created: "2026-11-24" });
    expect([reader.has("data/events.csv"), reader.has("data/other.csv")]).toEqual([true, false]);
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
  });

  it("is listed by version, the newest first; other folders are none", async () => {
    for (const version of ["1.9.0", "1.10.0", "1.0.0"]) await write(version);
    for (const name of [".tmp-1.11.0-7", "1.0", "v2.0.0", "2.0.0-draft", "01.0.0"])
      mkdirSync(join(dist, "releases", name));
    expect(await store().versions()).toEqual(["1.10.0", "1.9.0", "1.0.0"]);
  });

  it("is never written twice", async () => {
    await write("1.0.0");
    const before = await read("1.0.0");
    await expect(write("1.0.0")).rejects.toThrow("1.0.0 is already published.");
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
    expect(await read("1.0.0")).toEqual(before);
  });

  it("is not there at all where it was given up on its way", async () => {
    const workspace = await store().begin();
    writeFile(workspace, "data/events.csv", "record_id\n");
    expect(await store().versions()).toEqual([]);
    await workspace.discard();
    expect(readdirSync(join(dist, "releases"))).toEqual([]);
  });
});

describe("the releases of a folder", () => {
  it("are none if there is no folder", async () => {
    expect(await releaseStore(join(dist, "nowhere")).releases()).toEqual([]);
  });

  it("report their date, their sums and their changelog", async () => {
    await write("1.0.0");
    const found = await store().releases();
    expect(found).toMatchObject([
      { version: "1.0.0", created: "2026-11-24", sumsHash: expect.stringMatching(/^[0-9a-f]{64}$/u), withdrawn: null },
    ]);
    expect(found[0]?.changelog()).toContain("## 1.0.0");
  });
});
