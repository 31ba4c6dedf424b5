import { mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  listReleases,
  readManifest,
  readReleaseFiles,
  verifyReleases,
  writeRelease,
} from "#pipeline/io/release-store.ts";
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
const codesOf = async () =>
  (await verifyReleases(dist)).map((issue) =>
    "why" in issue ? `${issue.at.file.slice(dist.length + 1)} ${issue.why}` : issue.code,
  );

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
    await expect(write("1.0.0")).rejects.toThrow("1.0.0 was published before.");
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
    expect(await codesOf()).toEqual([]);
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

describe("the sums of the releases", () => {
  beforeEach(async () => {
    await write("1.0.0");
    await write("1.1.0");
  });

  it("hold for what was published", async () => expect(await codesOf()).toEqual([]));

  it.each([
    [
      "a changed byte",
      () => writeFileSync(at("1.0.0", "data/events.csv"), "x"),
      ["releases/1.0.0/data/events.csv changed"],
    ],
    ["a missing file", () => unlinkSync(at("1.1.0", "data/events.csv")), ["releases/1.1.0/data/events.csv missing"]],
    ["an added file", () => writeFileSync(at("1.0.0", "data/new.csv"), ""), ["releases/1.0.0/data/new.csv unlisted"]],
    ["a hidden file", () => writeFileSync(at("1.0.0", ".DS_Store"), ""), ["releases/1.0.0/.DS_Store unlisted"]],
    ["no sums", () => unlinkSync(at("1.0.0", "SHA256SUMS")), ["releases/1.0.0/SHA256SUMS no-sums"]],
    [
      "sums cut off",
      () => writeFileSync(at("1.0.0", "SHA256SUMS"), ""),
      expect.arrayContaining(["releases/1.0.0/data/events.csv unlisted"]),
    ],
    [
      "an empty folder of a release",
      () => mkdirSync(join(dist, "releases", "1.2.0")),
      ["releases/1.2.0/SHA256SUMS no-sums"],
    ],
  ])("tell %s, and name the file", async (_, alter, issues) => {
    alter();
    expect(await codesOf()).toEqual(issues);
  });
});
