import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listReleases, readManifest, readReleaseFiles, writeRelease } from "#pipeline/io/release-store.ts";
import { aRelease, asFiles, aTable, aThing } from "#tests/builders/published-release.ts";

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "jnim-store-"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const never = new AbortController().signal;
const release = (version: string) => aRelease({ version, tables: { events: aTable([aThing("evt-001")]) } });
const write = (version: string, signal = never) =>
  writeRelease(dist, { version, files: asFiles(release(version)) }, signal);
const at = (version: string, path: string) => join(dist, "releases", version, path);

describe("a release on disk", () => {
  it("is read as it was written", async () => {
    await write("1.0.0");
    const hex = (files: ReadonlyMap<string, Uint8Array>) =>
      [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("hex")]).sort();
    expect(hex(await readReleaseFiles(dist, "1.0.0"))).toEqual(hex(release("1.0.0")));
    expect(await readManifest(dist, "1.0.0")).toMatchObject({ version: "1.0.0", created: "2026-11-24" });
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
  });

  it("is listed by version, the newest first; other folders are none", async () => {
    for (const version of ["1.9.0", "1.10.0", "1.0.0"]) await write(version);
    for (const name of [".tmp-1.11.0-7", "1.0", "v2.0.0", "2.0.0-draft", "01.0.0"])
      mkdirSync(join(dist, "releases", name));
    expect(await listReleases(dist)).toEqual(["1.10.0", "1.9.0", "1.0.0"]);
  });

  it("is never written twice", async () => {
    await write("1.0.0");
    const before = await readReleaseFiles(dist, "1.0.0");
    await expect(write("1.0.0")).rejects.toThrow("1.0.0 was published before.");
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
    expect(await readReleaseFiles(dist, "1.0.0")).toEqual(before);
  });

  it("is not there at all where it was stopped on its way", async () => {
    const controller = new AbortController();
    controller.abort("SIGTERM");
    await expect(write("1.0.0", controller.signal)).rejects.toBe("SIGTERM");
    expect(readdirSync(join(dist, "releases"))).toEqual([]);
  });

  it("has no manifest where that can not be read", async () => {
    await write("1.0.0");
    writeFileSync(at("1.0.0", "manifest.json"), "{");
    expect(await readManifest(dist, "1.0.0")).toBeUndefined();
    expect(await readManifest(dist, "9.0.0")).toBeUndefined();
  });
});
