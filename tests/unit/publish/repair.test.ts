import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
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

const removeLatest = () => rmSync(inDist("latest"), { recursive: true });
const latestVersion = (): string => JSON.parse(readFileSync(inDist("latest/manifest.json"), "utf8")).version;

const messages = async () =>
  (await inspectStore(releaseStore(dist), await releaseStore(dist).check())).map(({ fault, remedy }) =>
    `${fault}; ${remedy}.`.replaceAll(`${dist}/`, ""),
  );

describe("what a killed run left", () => {
  it("is nothing if everything is in order", async () => {
    expect(await messages()).toEqual([]);
    expect(readdirSync(dist).sort()).toEqual(["catalog.json", "feed.xml", "latest", "releases"]);
    expect(latestVersion()).toBe("1.0.0");
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
      "a copy that was not put in its place",
      () => mkdirSync(inDist(".tmp-latest-4242/data"), { recursive: true }),
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
    ["no latest", () => removeLatest(), ["latest was missing; copied again from releases/1.0.0."]],
    [
      "a link, as it was until 2.0.1",
      () => {
        removeLatest();
        symlinkSync("releases/1.0.0", inDist("latest"));
      },
      ["latest was a link to releases/1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "a file in its place, as git makes it of a link where it may not make links",
      () => {
        removeLatest();
        writeFileSync(inDist("latest"), "releases/1.0.0");
      },
      ["latest was not a folder; copied again from releases/1.0.0."],
    ],
    [
      "an empty folder in its place",
      () => {
        removeLatest();
        mkdirSync(inDist("latest/data"), { recursive: true });
      },
      ["latest was not a copy of 1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "a file of it that was changed",
      () => writeFileSync(inDist("latest/datapackage.json"), "another"),
      ["latest differed from 1.0.0 in datapackage.json; copied again from releases/1.0.0."],
    ],
    [
      "a file too few",
      () => unlinkSync(inDist("latest/datapackage.json")),
      ["latest lacked datapackage.json of 1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "a file too many",
      () => writeFileSync(inDist("latest/notes.txt"), "mine"),
      ["latest held notes.txt, which is not a file of 1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "the same file as in the release",
      () => {
        unlinkSync(inDist("latest/datapackage.json"));
        linkSync(inDist("releases/1.0.0/datapackage.json"), inDist("latest/datapackage.json"));
      },
      ["latest held datapackage.json itself of 1.0.0, and no copy of it; copied again from releases/1.0.0."],
    ],
    [
      "a read-only folder with a name that is not UTF-8",
      () => {
        const place = Buffer.concat([Buffer.from(inDist("latest/a")), Buffer.from([0xff])]);
        mkdirSync(place);
        chmodSync(place, 0o500);
        chmodSync(inDist("latest"), 0o500);
      },
      ["latest held a\uFFFD, which is not a file of 1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "a link among its files",
      () => {
        unlinkSync(inDist("latest/datapackage.json"));
        symlinkSync("../releases/1.0.0/datapackage.json", inDist("latest/datapackage.json"));
      },
      ["latest held datapackage.json, which is not a file of 1.0.0; copied again from releases/1.0.0."],
    ],
    [
      "a release that was renamed, and nothing after it",
      () => write("1.1.0"),
      [
        "catalog.json was out of date; written again.",
        "feed.xml was out of date; written again.",
        "latest was not a copy of 1.1.0; copied again from releases/1.1.0.",
      ],
    ],
  ])("is reported and repaired: %s", async (_, leave, expected) => {
    await leave();
    expect(await messages()).toEqual(expected);
    expect((await repair()).map((message) => message.replaceAll(`${dist}/`, ""))).toEqual(expected);
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
    expect(await messages()).toEqual(["latest was there, but there is no release; removed."]);
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
