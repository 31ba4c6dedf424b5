import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { verifyReleases } from "#pipeline/io/verify-releases.ts";
import { repairStore } from "#pipeline/publish/repair.ts";
import { aRelease, asFiles, aTable, aThing, putRelease } from "#tests/builders/published-release.ts";

let dist: string;
beforeEach(async () => {
  dist = mkdtempSync(join(tmpdir(), "jnim-verify-"));
  await write("1.0.0");
  await write("1.1.0");
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const write = (version: string) =>
  putRelease(
    releaseStore(dist),
    version,
    asFiles(aRelease({ version, tables: { events: aTable([aThing("evt-001")]) } })),
  );
const repair = () => repairStore(releaseStore(dist));
const at = (version: string, path: string) => join(dist, "releases", version, path);
const codesOf = async () =>
  (await verifyReleases(dist)).map((issue) =>
    "why" in issue ? `${issue.at.file.slice(dist.length + 1)} ${issue.why}` : issue.code,
  );

describe("the sums of the releases", () => {
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
  ])("report %s, and name the file", async (_, alter, issues) => {
    alter();
    expect(await codesOf()).toEqual(issues);
  });
});

describe("the catalog", () => {
  beforeEach(repair);

  const catalog = () => readFileSync(join(dist, "catalog.json"), "utf8");

  /** A changed file, and sums that were made to fit. */
  const alter = () => {
    const sums = readFileSync(at("1.0.0", "SHA256SUMS"), "utf8");
    const was = sha256Hex(readFileSync(at("1.0.0", "data/events.csv")));
    writeFileSync(at("1.0.0", "data/events.csv"), "x");
    writeFileSync(at("1.0.0", "SHA256SUMS"), sums.replace(was, sha256Hex("x")));
  };

  it.each([
    ["sums that were changed together with a file", alter, ["releases/1.0.0/SHA256SUMS other-sums"]],
    [
      "a release whose folder is gone, so that its version is not given to another",
      () => rmSync(at("1.1.0", ""), { recursive: true }),
      ["releases/1.1.0 gone"],
    ],
    [
      "all releases gone",
      () => rmSync(join(dist, "releases"), { recursive: true }),
      ["releases/1.1.0 gone", "releases/1.0.0 gone"],
    ],
  ])("reports %s, and changes nothing", async (_, spoil, issues) => {
    const before = catalog();
    spoil();
    expect(await codesOf()).toEqual(issues);
    expect(await repair()).toEqual([]);
    expect(catalog()).toBe(before);
  });

  it.each(["", "{", "null", "[]", '{"releases": [null, {"version": 1}, {"version": "latest", "sha256sums": ""}]}'])(
    "that is torn says nothing: %j",
    async (text) => {
      writeFileSync(join(dist, "catalog.json"), text);
      expect(await codesOf()).toEqual([]);
    },
  );

  it("may lack the newest release, because a run may have been killed before it updated the catalog", async () => {
    await write("1.2.0");
    expect(await codesOf()).toEqual([]);
  });
});
