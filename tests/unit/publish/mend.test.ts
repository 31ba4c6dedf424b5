import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { inspectStore, mendStore } from "#pipeline/publish/mend.ts";
import { aRelease, asFiles, putRelease } from "#tests/builders/published-release.ts";

let dist: string;
const inDist = (path: string) => join(dist, path);
const write = (version: string) => putRelease(releaseStore(dist), version, asFiles(aRelease({ version })));
const mend = () => mendStore(releaseStore(dist));

beforeEach(async () => {
  dist = mkdtempSync(join(tmpdir(), "jnim-mend-"));
  await write("1.0.0");
  await mend();
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const messages = async () =>
  (await inspectStore(releaseStore(dist))).map(({ fault, remedy }) =>
    `${fault}; ${remedy}.`.replaceAll(`${dist}/`, ""),
  );

describe("what a killed run left", () => {
  it("is nothing, where all is in order", async () => {
    expect(await messages()).toEqual([]);
    expect(readdirSync(dist).sort()).toEqual(["catalog.json", "feed.xml", "latest", "releases"]);
    expect(readlinkSync(inDist("latest"))).toBe("releases/1.0.0");
  });

  it.each([
    [
      "a half-written release",
      () => mkdirSync(inDist("releases/.tmp-1.1.0-4242/data"), { recursive: true }),
      ["releases/.tmp-1.1.0-4242 was left by a run that did not end; removed."],
    ],
    [
      "a half-written catalog",
      () => writeFileSync(inDist(".tmp-catalog.json-4242"), "{"),
      [".tmp-catalog.json-4242 was left by a run that did not end; removed."],
    ],
    [
      "a link that was not put in its place",
      () => symlinkSync("releases/1.1.0", inDist(".tmp-latest-4242")),
      [".tmp-latest-4242 was left by a run that did not end; removed."],
    ],
    [
      "a truncated catalog",
      () => writeFileSync(inDist("catalog.json"), "{"),
      ["catalog.json was not what the releases give; written again."],
    ],
    ["a missing catalog", () => unlinkSync(inDist("catalog.json")), ["catalog.json was missing; written again."]],
    [
      "a feed that is behind",
      () => writeFileSync(inDist("feed.xml"), "<feed/>"),
      ["feed.xml was not what the releases give; written again."],
    ],
    ["a missing link", () => unlinkSync(inDist("latest")), ["latest was missing; it points to releases/1.0.0 now."]],
    [
      "a link to nowhere",
      () => {
        unlinkSync(inDist("latest"));
        symlinkSync("releases/0.9.0", inDist("latest"));
      },
      ["latest pointed to releases/0.9.0; it points to releases/1.0.0 now."],
    ],
    [
      "a file in the place of the link, as git makes it where it may not make links",
      () => {
        unlinkSync(inDist("latest"));
        writeFileSync(inDist("latest"), "releases/1.0.0");
      },
      ["latest was no symbolic link; it points to releases/1.0.0 now."],
    ],
    [
      "a release that was renamed, and nothing after it",
      () => write("1.1.0"),
      [
        "catalog.json was not what the releases give; written again.",
        "feed.xml was not what the releases give; written again.",
        "latest pointed to releases/1.0.0; it points to releases/1.1.0 now.",
      ],
    ],
  ])("is told and mended: %s", async (_, leave, expected) => {
    await leave();
    expect(await messages()).toEqual(expected);
    expect((await mend()).map((message) => message.replaceAll(`${dist}/`, ""))).toEqual(expected);
    expect(await messages()).toEqual([]);
  });

  it("is only looked at, until it is mended", async () => {
    unlinkSync(inDist("catalog.json"));
    await messages();
    expect(existsSync(inDist("catalog.json"))).toBe(false);
  });

  it("is mended without a release too", async () => {
    rmSync(inDist("releases"), { recursive: true });
    unlinkSync(inDist("catalog.json"));
    expect(await messages()).toEqual(["latest pointed to releases/1.0.0, and there is no release; removed."]);
    await mend();
    expect(() => lstatSync(inDist("latest"))).toThrow();
  });

  it("gives the same bytes as if nothing had happened", async () => {
    const before = readFileSync(inDist("catalog.json"));
    writeFileSync(inDist("catalog.json"), "");
    await mend();
    expect(readFileSync(inDist("catalog.json"))).toEqual(before);
  });
});
