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
import { inspectStore, repairStore } from "#pipeline/publish/repair.ts";
import { aRelease, asFiles, linkTo, putRelease } from "#tests/builders/published-release.ts";

let dist: string;
const inDist = (path: string) => join(dist, path);
const first = aRelease({ version: "1.0.0" });
const second = aRelease({ version: "1.1.0", previous: linkTo("1.0.0", first) });
const write = (version: "1.0.0" | "1.1.0") =>
  putRelease(releaseStore(dist), version, asFiles(version === "1.0.0" ? first : second));
const repair = () => repairStore(releaseStore(dist));

beforeEach(async () => {
  dist = mkdtempSync(join(tmpdir(), "jnim-repair-"));
  await write("1.0.0");
  await repair();
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const messages = async () =>
  (await inspectStore(releaseStore(dist), await releaseStore(dist).check())).map(({ fault, remedy }) =>
    `${fault}; ${remedy}.`.replaceAll(`${dist}/`, ""),
  );

describe("what a killed run left", () => {
  it("is nothing if everything is in order", async () => {
    expect(await messages()).toEqual([]);
    expect(readdirSync(dist).sort()).toEqual(["catalog.json", "feed.xml", "latest", "releases"]);
    expect(readlinkSync(inDist("latest"))).toBe("releases/1.0.0");
  });

  it.each([
    [
      "a half-written release",
      () => mkdirSync(inDist("releases/.tmp-1.1.0-4242/data"), { recursive: true }),
      ["releases/.tmp-1.1.0-4242 was left by an unfinished run; removed."],
    ],
    [
      "a half-written catalog",
      () => writeFileSync(inDist(".tmp-catalog.json-4242"), "{"),
      [".tmp-catalog.json-4242 was left by an unfinished run; removed."],
    ],
    [
      "a link that was not put in its place",
      () => symlinkSync("releases/1.1.0", inDist(".tmp-latest-4242")),
      [".tmp-latest-4242 was left by an unfinished run; removed."],
    ],
    [
      "a truncated catalog",
      () => writeFileSync(inDist("catalog.json"), "{"),
      ["catalog.json was out of date; written again."],
    ],
    ["a missing catalog", () => unlinkSync(inDist("catalog.json")), ["catalog.json was missing; written again."]],
    [
      "a feed that is behind",
      () => writeFileSync(inDist("feed.xml"), "<feed/>"),
      ["feed.xml was out of date; written again."],
    ],
    ["a missing link", () => unlinkSync(inDist("latest")), ["latest was missing; it now points to releases/1.0.0."]],
    [
      "a link to nowhere",
      () => {
        unlinkSync(inDist("latest"));
        symlinkSync("releases/0.9.0", inDist("latest"));
      },
      ["latest pointed to releases/0.9.0; it now points to releases/1.0.0."],
    ],
    [
      "a file in the place of the link, as git makes it where it may not make links",
      () => {
        unlinkSync(inDist("latest"));
        writeFileSync(inDist("latest"), "releases/1.0.0");
      },
      ["latest was not a symbolic link; it now points to releases/1.0.0."],
    ],
    [
      "a release that was renamed, and nothing after it",
      () => write("1.1.0"),
      [
        "catalog.json was out of date; written again.",
        "feed.xml was out of date; written again.",
        "latest pointed to releases/1.0.0; it now points to releases/1.1.0.",
      ],
    ],
  ])("is reported and repaired: %s", async (_, leave, expected) => {
    await leave();
    expect(await messages()).toEqual(expected);
    expect((await repair()).map((message) => message.replaceAll(`${dist}/`, ""))).toEqual(expected);
    expect(await messages()).toEqual([]);
  });

  it("is repaired where a folder is in the place of the link", async () => {
    unlinkSync(inDist("latest"));
    mkdirSync(inDist("latest/data"), { recursive: true });
    await repair();
    expect(readlinkSync(inDist("latest"))).toBe("releases/1.0.0");
    expect(await messages()).toEqual([]);
  });

  it("does not change until it is repaired", async () => {
    unlinkSync(inDist("catalog.json"));
    await messages();
    expect(existsSync(inDist("catalog.json"))).toBe(false);
  });

  it("is repaired even if there is no release", async () => {
    rmSync(inDist("releases"), { recursive: true });
    unlinkSync(inDist("catalog.json"));
    expect(await messages()).toEqual(["latest pointed to releases/1.0.0, but there is no release; removed."]);
    await repair();
    expect(() => lstatSync(inDist("latest"))).toThrow();
  });

  it("gives the same bytes as if nothing had happened", async () => {
    const before = readFileSync(inDist("catalog.json"));
    writeFileSync(inDist("catalog.json"), "");
    await repair();
    expect(readFileSync(inDist("catalog.json"))).toEqual(before);
  });
});
