import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { fingerprintOf } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { verifyReleases } from "#pipeline/io/verify-releases.ts";
import { repairStore } from "#pipeline/publish/repair.ts";
import { tombstoneOf } from "#pipeline/publish/withdrawal.ts";
import { aRelease, asFiles, aTable, aThing, linkTo, putRelease } from "#tests/builders/published-release.ts";

let dist: string;
let staged: string;
let last: { readonly version: string; readonly files: ReadonlyMap<string, Uint8Array> } | null;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "jnim-verify-"));
  [dist, staged] = [join(folder, "dist"), join(folder, "staged")];
  last = null;
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) await write(version);
});
afterEach(() => rmSync(join(dist, ".."), { recursive: true, force: true }));

const TODAY = "2026-11-24";

/** Publishes a release after the last one. */
async function write(version: string, created = "2026-11-24"): Promise<void> {
  const previous = last === null ? null : linkTo(last.version, last.files);
  const tables = { events: aTable([aThing("evt-001")]) };
  const others = { "data/events.json": "[]\n", "data/events.schema.json": "{}\n" };
  const files = aRelease({ version, created, previous, tables, files: others });
  await putRelease(releaseStore(dist), version, asFiles(files));
  await repairStore(releaseStore(dist));
  last = { version, files };
}
const at = (version: string, path = "") => join(dist, "releases", version, path);
const faultsIn = async (only?: string) =>
  (await verifyReleases(dist, { known: null, only, today: TODAY })).issues.map((issue) =>
    "why" in issue ? `${issue.at.file.slice(dist.length + 1)} ${issue.why}` : issue.code,
  );

/** Writes a file, and SHA256SUMS, manifest.json and catalog.json as they would be if it had been published like this. */
function forge(version: string, path: string, text: string): void {
  const swap = (file: string, was: string, now: string) =>
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(was, now));
  const hashOf = (file: string) => sha256Hex(readFileSync(file));
  const hashes = [hashOf(at(version, path)), hashOf(at(version, "manifest.json")), hashOf(at(version, "SHA256SUMS"))];
  const [file = "", manifest = "", sums = ""] = hashes;
  writeFileSync(at(version, path), text);
  for (const list of ["manifest.json", "SHA256SUMS"]) swap(at(version, list), file, sha256Hex(text));
  swap(at(version, "SHA256SUMS"), manifest, hashOf(at(version, "manifest.json")));
  swap(join(dist, "catalog.json"), sums, hashOf(at(version, "SHA256SUMS")));
}

describe("what was published", () => {
  it("is as it was", async () => expect(await faultsIn()).toEqual([]));

  it.each<[string, () => void, readonly string[]]>([
    ["a changed byte", () => writeFileSync(at("1.0.0", "data/events.csv"), "x"), ["1.0.0/data/events.csv changed"]],
    ["a missing file", () => unlinkSync(at("1.1.0", "data/events.csv")), ["1.1.0/data/events.csv missing"]],
    [
      "an altered edition",
      () => writeFileSync(at("1.0.0", "data/events.json"), "x"),
      ["1.0.0/data/events.json changed"],
    ],
    ["an absent edition, which may be made again", () => unlinkSync(at("1.0.0", "data/events.json")), []],
    [
      "an absent schema, which is no edition",
      () => unlinkSync(at("1.0.0", "data/events.schema.json")),
      ["1.0.0/data/events.schema.json missing"],
    ],
    [
      "an edition that was never published",
      () => writeFileSync(at("1.0.0", "data/new.parquet"), ""),
      ["1.0.0/data/new.parquet unlisted"],
    ],
    ["an added file", () => writeFileSync(at("1.0.0", "data/new.csv"), ""), ["1.0.0/data/new.csv unlisted"]],
    ["a hidden file", () => writeFileSync(at("1.0.0", ".DS_Store"), ""), ["1.0.0/.DS_Store unlisted"]],
    [
      "no sums",
      () => unlinkSync(at("1.0.0", "SHA256SUMS")),
      ["1.0.0/SHA256SUMS other-sums", "1.0.0/SHA256SUMS no-sums"],
    ],
    ["a release whose folder is gone", () => rmSync(at("1.2.0"), { recursive: true }), ["1.2.0 gone"]],
    [
      "an older release whose folder is gone",
      () => rmSync(at("1.1.0"), { recursive: true }),
      ["1.2.0/manifest.json no-predecessor", "1.1.0 gone"],
    ],
    [
      "all releases gone",
      () => rmSync(join(dist, "releases"), { recursive: true }),
      ["1.2.0 gone", "1.1.0 gone", "1.0.0 gone"],
    ],
    ["an empty folder of a release", () => mkdirSync(at("1.3.0")), ["1.3.0/SHA256SUMS no-sums"]],
    [
      "a file that was replaced by a link to the same content elsewhere",
      () => {
        renameSync(at("1.0.0", "data/events.csv"), join(dist, "elsewhere.csv"));
        symlinkSync(join(dist, "elsewhere.csv"), at("1.0.0", "data/events.csv"));
      },
      ["1.0.0/data/events.csv not-a-file"],
    ],
    [
      "a folder that was replaced by a link",
      () => {
        renameSync(at("1.0.0"), join(dist, "elsewhere"));
        symlinkSync(join(dist, "elsewhere"), at("1.0.0"));
      },
      ["1.0.0 not-a-file"],
    ],
    ["a catalog that is gone", () => unlinkSync(join(dist, "catalog.json")), ["catalog.json no-catalog"]],
    [
      "a catalog that cannot be read",
      () => writeFileSync(join(dist, "catalog.json"), "{"),
      ["catalog.json no-catalog"],
    ],
  ])("is not: %s", async (_, alter, faults) => {
    alter();
    const expected = faults.map((fault) => (fault.startsWith("catalog") ? fault : `releases/${fault}`));
    expect(await faultsIn()).toEqual(expected);
    const before = [readOrNull("catalog.json"), readOrNull("feed.xml")];
    expect(await repairStore(releaseStore(dist))).toEqual([]);
    expect([readOrNull("catalog.json"), readOrNull("feed.xml")]).toEqual(before);
  });
});

const readOrNull = (path: string) => {
  try {
    return readFileSync(join(dist, path), "utf8");
  } catch {
    return null;
  }
};

describe("a forgery", () => {
  it("of one file with its sums is seen by the catalog", async () => {
    const catalog = readFileSync(join(dist, "catalog.json"));
    forge("1.1.0", "data/events.csv", "x");
    writeFileSync(join(dist, "catalog.json"), catalog);
    expect(await faultsIn()).toEqual(["releases/1.1.0/SHA256SUMS other-sums"]);
  });

  it.each(["1.0.0", "1.1.0"])(
    "of a file of %s with sums, manifest and catalog is seen by the next release",
    async (version) => {
      forge(version, "data/events.csv", "x");
      expect(await faultsIn()).toEqual([`releases/${version}/SHA256SUMS other-than-named`]);
      expect(await faultsIn("1.2.0")).toEqual([`releases/${version}/SHA256SUMS other-than-named`]);
    },
  );

  it("of the newest release, if it is consistent, can only be seen from outside", async () => {
    forge("1.2.0", "data/events.csv", "x");
    expect(await faultsIn()).toEqual([]);
  });

  it("that leaves out the manifest is seen by the manifest", async () => {
    const manifest = readFileSync(at("1.2.0", "manifest.json"));
    forge("1.2.0", "data/events.csv", "x");
    const forged = sha256Hex(readFileSync(at("1.2.0", "manifest.json")));
    writeFileSync(at("1.2.0", "manifest.json"), manifest);
    const sums = readFileSync(at("1.2.0", "SHA256SUMS"), "utf8");
    const was = sha256Hex(sums);
    writeFileSync(at("1.2.0", "SHA256SUMS"), sums.replace(forged, sha256Hex(manifest)));
    const catalog = readFileSync(join(dist, "catalog.json"), "utf8");
    const now = sha256Hex(readFileSync(at("1.2.0", "SHA256SUMS")));
    writeFileSync(join(dist, "catalog.json"), catalog.replace(was, now));
    expect(await faultsIn()).toEqual(["releases/1.2.0/manifest.json other-manifest"]);
  });

  it.each(["1.0.1", "1.3.0", "0.9.0"])("by a copy of a release as %s is refused", async (version) => {
    cpSync(at("1.2.0"), at(version), { recursive: true });
    expect(await faultsIn()).toEqual([`releases/${version}/manifest.json other-version`]);
  });

  it.each([
    ["1.0.1", null],
    ["1.3.0", null],
    ["1.3.0", { version: "1.2.0", sha256sums: "0".repeat(64) }],
    ["1.4.0", { version: "1.3.0", sha256sums: "0".repeat(64) }],
  ])("by a release %s that nobody published, after %j, is refused", async (version, previous) => {
    await putRelease(releaseStore(dist), version, asFiles(aRelease({ version, previous })));
    const fault = previous?.version === "1.2.0" ? "1.2.0/SHA256SUMS other-than-named" : `${version} uncatalogued`;
    expect(await faultsIn()).toEqual([`releases/${fault}`]);
  });

  it("by releases that name no predecessor is refused, unless they are the first ones of this dataset", async () => {
    const text = JSON.stringify({ version: "1.0.0", created: "2026-11-24", inputs: [], outputs: [] });
    rmSync(dist, { recursive: true });
    const files = new Map([...aRelease(), ["manifest.json", new TextEncoder().encode(text)] as const]);
    await putRelease(releaseStore(dist), "1.0.0", asFiles(files));
    expect(await faultsIn()).not.toEqual([]);
  });
});

describe("the days of the releases", () => {
  it("do not run backwards", async () => {
    await write("1.3.0", "2026-11-23");
    expect(await faultsIn()).toEqual(["releases/1.3.0/manifest.json before-predecessor"]);
  });

  it("are not in the future; tomorrow has begun somewhere", async () => {
    await write("1.3.0", "2026-11-25");
    expect(await faultsIn()).toEqual([]);
    await putRelease(
      releaseStore(dist),
      "1.4.0",
      asFiles(
        aRelease({ version: "1.4.0", created: "2026-11-26", previous: linkTo("1.3.0", last?.files ?? new Map()) }),
      ),
    );
    expect(await faultsIn()).toEqual(["releases/1.4.0/manifest.json in-the-future"]);
  });
});

describe("a run that was killed before it updated the catalog", () => {
  it("leaves the newest release, which is taken in", async () => {
    const catalog = readFileSync(join(dist, "catalog.json"));
    await write("1.3.0");
    writeFileSync(join(dist, "catalog.json"), catalog);
    expect(await faultsIn()).toEqual([]);
    expect(await repairStore(releaseStore(dist))).toHaveLength(1);
  });

  it("leaves the first release, which is taken in", async () => {
    rmSync(dist, { recursive: true });
    last = null;
    await write("1.0.0");
    unlinkSync(join(dist, "catalog.json"));
    expect(await faultsIn()).toEqual([]);
  });
});

describe("the list of verified releases", () => {
  const store = () => releaseStore(dist, staged);
  const faults = async () =>
    (await store().check()).issues.map((issue) =>
      issue.code === "publish/altered-release" ? `${issue.version} ${issue.why}` : issue.code,
    );

  beforeEach(async () => {
    await repairStore(store());
  });

  it("spares the reading of older releases whose files are as they were", async () => {
    expect((await store().check()).isOverviewKept).toBe(true);
    const list = join(staged, "releases-verified.json");
    const fingerprint = fingerprintOf(at("1.0.0"));
    writeFileSync(at("1.0.0", "data/events.csv"), "x");
    writeFileSync(list, readFileSync(list, "utf8").replace(fingerprint, fingerprintOf(at("1.0.0"))));
    expect(await faults()).toEqual([]);
    expect(await faultsIn()).toEqual(["releases/1.0.0/data/events.csv changed"]);
  });

  it("is not the reason for an error where what it says does not fit", async () => {
    const list = join(staged, "releases-verified.json");
    const lie = readFileSync(list, "utf8").replaceAll('"created": "2026-11-24"', '"created": "2026-11-23"');
    writeFileSync(list, lie);
    expect(await faults()).toEqual([]);
  });

  it.each<[string, () => void]>([
    ["in content", () => writeFileSync(at("1.0.0", "data/events.csv"), "x")],
    [
      "in content, with size and time put back",
      () => {
        const file = at("1.0.0", "data/events.csv");
        const text = readFileSync(file, "utf8");
        writeFileSync(file, text.replace("evt-001", "evt-002"));
        utimesSync(file, 1_000_000, 1_000_000);
      },
    ],
  ])("does not hide a change %s", async (_, alter) => {
    alter();
    expect(await faults()).toEqual(["1.0.0 changed"]);
  });

  it("does not hide a release that was replaced by a link", async () => {
    renameSync(at("1.0.0"), join(dist, "elsewhere"));
    symlinkSync(join(dist, "elsewhere"), at("1.0.0"));
    expect(await faults()).toEqual(["1.0.0 not-a-file"]);
  });

  it.each(["", "{", "[]", '{"format": 1, "releases": {"1.0.0": 7}}', '{"format": 99}'])(
    "is made again where it is damaged: %j",
    async (text) => {
      writeFileSync(join(staged, "releases-verified.json"), text);
      expect(await faults()).toEqual([]);
      await repairStore(store());
      expect((await store().check()).isOverviewKept).toBe(true);
    },
  );

  it("is not believed about another folder", async () => {
    const other = join(dist, "..", "other");
    cpSync(dist, other, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(other, "releases", "1.0.0", "data", "events.csv"), "x");
    const { issues } = await releaseStore(other, staged).check();
    expect(issues).toHaveLength(1);
  });

  it("costs nothing where it cannot be written", async () => {
    rmSync(staged, { recursive: true });
    copyFileSync(join(dist, "catalog.json"), staged);
    await repairStore(store());
    expect(await faults()).toEqual([]);
  });
});

describe("a withdrawn release", () => {
  const withdraw = async (version: string) => {
    const store = releaseStore(dist);
    const release = (await store.releases()).find((found) => found.version === version);
    if (release === undefined) throw new Error(`There is no ${version}.`);
    const tombstone = tombstoneOf({ release, files: await store.open(version), reason: "A name.", date: TODAY });
    await store.withdraw(version, tombstone);
    return tombstone;
  };

  it.each(["1.0.0", "1.1.0", "1.2.0"])("keeps its place in the chain: %s", async (version) => {
    await withdraw(version);
    expect(await faultsIn()).toEqual([]);
    await repairStore(releaseStore(dist));
    expect(await faultsIn()).toEqual([]);
    const catalog = JSON.parse(readFileSync(join(dist, "catalog.json"), "utf8"));
    expect(catalog.latest).toBe(version === "1.2.0" ? "1.1.0" : "1.2.0");
    await write("1.3.0");
    expect(await faultsIn()).toEqual([]);
  });

  it("whose tombstone is not of that release is an altered release", async () => {
    const tombstone = await withdraw("1.1.0");
    writeFileSync(at("1.0.0", "withdrawn.json"), tombstone);
    expect(await faultsIn()).toContain("releases/1.0.0/withdrawn.json bad-tombstone");
  });

  it("cannot name another release as the one before it", async () => {
    await withdraw("1.1.0");
    await repairStore(releaseStore(dist));
    forge("1.0.0", "data/events.csv", "x");
    const tombstone = JSON.parse(readFileSync(at("1.1.0", "withdrawn.json"), "utf8"));
    const manifest = JSON.parse(tombstone.manifest);
    const previous = { version: "1.0.0", sha256sums: sha256Hex(readFileSync(at("1.0.0", "SHA256SUMS"))) };
    const forged = { ...tombstone, previous, manifest: JSON.stringify({ ...manifest, previous }) };
    writeFileSync(at("1.1.0", "withdrawn.json"), JSON.stringify(forged));
    expect(await faultsIn()).toContain("releases/1.1.0/withdrawn.json bad-tombstone");
    writeFileSync(at("1.1.0", "withdrawn.json"), JSON.stringify({ ...tombstone, previous }));
    expect(await faultsIn()).toContain("releases/1.0.0/SHA256SUMS other-than-named");
  });

  it.each(["{}", "", "[]"])("with a damaged tombstone is an altered release: %j", async (text) => {
    await withdraw("1.1.0");
    writeFileSync(at("1.1.0", "withdrawn.json"), text);
    expect(await faultsIn()).toContain("releases/1.1.0/withdrawn.json bad-tombstone");
  });

  it("that comes back is an altered release", async () => {
    cpSync(at("1.1.0"), join(dist, "copy"), { recursive: true });
    await withdraw("1.1.0");
    await repairStore(releaseStore(dist));
    rmSync(at("1.1.0"), { recursive: true });
    cpSync(join(dist, "copy"), at("1.1.0"), { recursive: true });
    expect(await faultsIn()).toEqual(["releases/1.1.0/manifest.json other-entry"]);
  });

  it("whose withdrawal was not finished is finished by the next writer", async () => {
    cpSync(at("1.1.0"), join(dist, "copy"), { recursive: true });
    const tombstone = await withdraw("1.1.0");
    rmSync(at("1.1.0"), { recursive: true });
    cpSync(join(dist, "copy"), at("1.1.0"), { recursive: true });
    writeFileSync(at("1.1.0", "withdrawn.json"), tombstone);
    rmSync(join(dist, "copy"), { recursive: true });
    expect(await faultsIn()).toEqual([]);
    expect(await repairStore(releaseStore(dist))).toContain("the withdrawal of 1.1.0 was not finished; finished.");
    expect(await releaseStore(dist).halfWithdrawn()).toEqual([]);
    expect(await faultsIn()).toEqual([]);
  });
});

describe("a release that is not read whole", () => {
  it("has the manifest that its sums list, because it names the release before it", async () => {
    expect(await faultsIn("1.0.0")).toEqual([]);
    writeFileSync(at("1.2.0", "manifest.json"), readFileSync(at("1.2.0", "manifest.json"), "utf8").replace("{", "{ "));
    expect(await faultsIn("1.0.0")).toEqual(["releases/1.2.0/manifest.json changed"]);
  });
});

describe("something else in the place of a file", () => {
  it.each(["SHA256SUMS", "SHA256SUMS.sig", "manifest.json", "data/events.csv"])("is reported: %s", async (path) => {
    for (const make of [
      (place: string) => spawnSync("mkfifo", [place]),
      (place: string) => symlinkSync("/dev/zero", place),
    ]) {
      rmSync(at("1.2.0", path), { force: true });
      make(at("1.2.0", path));
      expect(await faultsIn()).toContain(`releases/1.2.0/${path} not-a-file`);
    }
  });

  it("is not waited for where the catalog belongs", async () => {
    rmSync(join(dist, "catalog.json"));
    spawnSync("mkfifo", [join(dist, "catalog.json")]);
    expect(await faultsIn()).toContain("catalog.json no-catalog");
  });
});
