import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { firstReleases } from "#schemas/first-releases.ts";
import { publishOnce } from "#tests/crash/program.ts";

const PROJECT = join(import.meta.dirname, "../..");
const RAW = join(PROJECT, "tests/golden/all-well/raw");
const folder = mkdtempSync(join(tmpdir(), "jnim-verify-"));
const [untouched, dist] = [join(folder, "untouched"), join(folder, "dist")];

beforeAll(async () => {
  await publishOnce(untouched, 1);
  await publishOnce(untouched, 2);
});
beforeEach(() => {
  rmSync(dist, { recursive: true, force: true });
  cpSync(untouched, dist, { recursive: true, verbatimSymlinks: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What these tests publish is no release of the dataset. */
const OTHER_START = `that these are the releases of jnim-data: those start with 1.0.0, whose SHA256SUMS has the hash ${firstReleases["1.0.0"]}.`;

const sumsHash = (version: string) => sha256Hex(readFileSync(join(dist, "releases", version, "SHA256SUMS")));

function pipeline(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["pipeline/start.mjs", ...words], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: "" },
  });
  return { status, stdout, stderr };
}

describe("verify", () => {
  it("reads the latest release, and says what that proves and what it does not", () => {
    expect(pipeline("verify", "--dist", dist)).toEqual({
      status: 0,
      stdout: [
        "1.1.0    2026-11-24  all files read; follows 1.0.0",
        "1.0.0    2026-11-24  files not read",
        "Proven: every file of 1.1.0 that is here has the hash in its SHA256SUMS.",
        "Proven: every release is the one that catalog.json names, and that the next release names if it names one.",
        "Not proven: the files of the other releases were not read. To read them: verify all.",
        `Not proven: ${OTHER_START}`,
        `Not proven: that 1.1.0 itself is what was published. Whoever can change its files can change catalog.json too: compare ${sumsHash("1.1.0")}, the hash of its SHA256SUMS, with a copy from elsewhere.`,
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  it("reads all releases, or the one that is named", () => {
    writeFileSync(join(dist, "releases/1.0.0/data/events.csv"), "x");
    expect(pipeline("verify", "--dist", dist).status).toBe(0);
    for (const asked of ["all", "1.0.0"]) {
      const { status, stderr } = pipeline("verify", asked, "--dist", dist);
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: `${dist}/releases/1.0.0/data/events.csv  publish/altered-release  The file differs from the one that was published in 1.0.0. Published releases must not change: restore this one, for example with git checkout.\n`,
      });
    }
  });

  it("does so for programs", () => {
    const { status, stdout } = pipeline("verify", "all", "--json", "--dist", dist);
    expect({ status, found: JSON.parse(stdout) }).toMatchObject({
      status: 0,
      found: {
        releases: [
          { version: "1.1.0", previous: "1.0.0", isRead: true, signature: "none", sha256sums: sumsHash("1.1.0") },
          { version: "1.0.0", previous: null, isRead: true, withdrawn: null },
        ],
        issues: [],
        proven: [expect.any(String), expect.any(String)],
        notProven: [OTHER_START, expect.stringContaining(sumsHash("1.1.0"))],
      },
    });
  });

  it("says so where there is no release, and rejects one that is not there", () => {
    expect(pipeline("verify", "--dist", join(folder, "nowhere"))).toMatchObject({
      status: 0,
      stdout: "There is no release yet.\n",
    });
    expect(pipeline("verify", "1.0.1", "--dist", dist)).toMatchObject({
      status: 2,
      stderr: "There is no release 1.0.1. Did you mean 1.0.0?\n",
    });
  });
});

describe("a folder that is not in the chain", () => {
  it("is not compared with releases", () => {
    cpSync(join(dist, "releases/1.1.0"), join(dist, "releases/1.1.1"), { recursive: true });
    expect(pipeline("diff", "1.1.0", "1.1.1", "--dist", dist)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^1\.1\.1 is not in catalog\.json\. .* verify all\n$/u),
    });
  });
});

describe("latest", () => {
  it("is verified too", () => {
    rmSync(join(dist, "latest"), { recursive: true });
    symlinkSync("/tmp", join(dist, "latest"));
    expect(pipeline("verify", "--dist", dist)).toMatchObject({
      status: 1,
      stderr: `${dist}/latest was a link to /tmp. To repair it, run: npm run pipeline\n`,
    });
  });
});

describe("withdraw", () => {
  it("leaves a tombstone with the hash of the release; catalog, feed, latest and the chain follow", () => {
    const hash = sumsHash("1.1.0");
    const { status, stdout, stderr } = pipeline("withdraw", "1.1.0", "--reason", "It named a person.", "--dist", dist);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "Withdrew 1.1.0. The latest release is 1.0.0.\n" });
    expect(stderr).toContain("deploy/WITHDRAWAL.md");
    expect(existsSync(join(PROJECT, "deploy/WITHDRAWAL.md"))).toBe(true);
    const tombstone = JSON.parse(readFileSync(join(dist, "releases/1.1.0/withdrawn.json"), "utf8"));
    expect(tombstone).toMatchObject({ version: "1.1.0", reason: "It named a person.", sha256sums: hash });
    expect(readFileSync(join(dist, "latest/manifest.json"), "utf8")).toContain('"version": "1.0.0"');
    expect(pipeline("verify", "all", "--dist", dist)).toMatchObject({ status: 0, stderr: "" });
    expect(pipeline("releases", "--dist", dist).stdout).toMatch(
      /^1\.1\.0 .* withdrawn on .*: It named a person\.\n1\.0\.0 /u,
    );
    for (const words of [
      ["diff", "1.0.0", "1.1.0"],
      ["explain", "jnim-data@1.1.0#evt-001"],
    ])
      expect(pipeline(...words, "--dist", dist)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^1\.1\.0 was withdrawn on \d{4}-\d\d-\d\d: It named a person\. /u),
      });
  });

  it("is followed by a release with a new number, which names the withdrawn one as its predecessor", async () => {
    const hash = sumsHash("1.1.0");
    pipeline("withdraw", "1.1.0", "--reason", "It named a person.", "--dist", dist);
    expect((await publishOnce(dist, 3)).stdout).toBe("published: 1.2.0\n");
    const manifest = JSON.parse(readFileSync(join(dist, "releases/1.2.0/manifest.json"), "utf8"));
    expect(manifest.previous).toEqual({ version: "1.1.0", sha256sums: hash });
    expect(pipeline("verify", "all", "--dist", dist)).toMatchObject({ status: 0, stderr: "" });
  });

  it("keeps a scheduled run from publishing the same data again", async () => {
    pipeline("withdraw", "1.1.0", "--reason", "It named a person.", "--dist", dist);
    expect(await publishOnce(dist, 2)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("publish/withdrawn-inputs"),
    });
  });

  it("of all releases is followed by a MAJOR one that is compared with none", async () => {
    for (const version of ["1.0.0", "1.1.0"]) pipeline("withdraw", version, "--reason", "A name.", "--dist", dist);
    expect(existsSync(join(dist, "latest"))).toBe(false);
    expect((await publishOnce(dist, 3)).stdout).toBe("published: 2.0.0\n");
    expect(readFileSync(join(dist, "latest/CHANGELOG.md"), "utf8")).toContain("All earlier releases were withdrawn.");
    expect(pipeline("verify", "all", "--dist", dist).status).toBe(0);
  });

  it("does nothing twice, and nothing without a reason, to a release that is not there, or beside an altered one", () => {
    for (const reason of [" ", "a\nb", "a\u001b[31mb", "a\u202eb"])
      expect(pipeline("withdraw", "1.1.0", "--reason", reason, "--dist", dist).status).toBe(2);
    expect(pipeline("withdraw", "1.1.0", "--dist", dist).status).toBe(2);
    expect(pipeline("withdraw", "7.0.0", "--reason", "A name.", "--dist", dist).status).toBe(2);
    pipeline("withdraw", "1.0.0", "--reason", "A name.", "--dist", dist);
    expect(pipeline("withdraw", "1.0.0", "--reason", "B name.", "--dist", dist)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^1\.0\.0 was already withdrawn on /u),
    });
    writeFileSync(join(dist, "releases/1.1.0/data/events.csv"), "x");
    expect(pipeline("withdraw", "1.1.0", "--reason", "A name.", "--dist", dist).status).toBe(1);
    expect(existsSync(join(dist, "releases/1.1.0/data/events.csv"))).toBe(true);
  });
});

const canSign = spawnSync("ssh-keygen", ["-?"]).error === undefined;

describe.skipIf(!canSign)("a signed release (skipped without OpenSSH)", () => {
  const signed = join(folder, "signed");
  const [key, otherKey] = [join(folder, "key"), join(folder, "other-key")];
  const run = (...words: readonly string[]) =>
    pipeline(
      "run",
      "--raw",
      RAW,
      "--dist",
      signed,
      "--staged",
      join(folder, "staged"),
      "--date",
      "2026-11-24",
      ...words,
    );

  beforeAll(() => {
    for (const path of [key, otherKey])
      spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path]);
    expect(run("--sign-key", key)).toMatchObject({ status: 0 });
  });

  it("has a signature that OpenSSH checks with the command of its README, without this project", () => {
    const release = join(signed, "releases/1.0.0");
    const readme = readFileSync(join(release, "README.md"), "utf8");
    const [, command = ""] = /`(ssh-keygen -Y verify [^`]+)`/u.exec(readme) ?? [];
    copyFileSync(join(signed, "allowed_signers"), join(folder, "allowed_signers"));
    const check = () =>
      spawnSync("sh", ["-c", command.replace("-f allowed_signers", `-f ${join(folder, "allowed_signers")}`)], {
        cwd: release,
        encoding: "utf8",
      });
    expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Good "jnim-data" signature/u) });
  });

  it("is verified with the signers beside it, or better with those that the reader names", () => {
    expect(pipeline("verify", "--dist", signed)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/; signed\n[\s\S]*Not proven: who the signers are/u),
    });
    const signers = join(folder, "trusted");
    copyFileSync(join(signed, "allowed_signers"), signers);
    const { status, stdout } = pipeline("verify", "--signers", signers, "--dist", signed);
    expect(status).toBe(0);
    expect(stdout.match(/Not proven: .*/gu)).toEqual([`Not proven: ${OTHER_START}`]);
  });

  it("is not believed if another key signed it, and an unsigned one not if signers are named", () => {
    const signers = join(folder, "others");
    const [kind, value] = readFileSync(`${otherKey}.pub`, "utf8").split(" ");
    writeFileSync(signers, `jnim-data namespaces="jnim-data" ${kind} ${value}\n`);
    expect(pipeline("verify", "--signers", signers, "--dist", signed)).toMatchObject({
      status: 1,
      stderr: `The signature of 1.0.0 was not made by a signer in ${signers}.\n`,
    });
    expect(pipeline("verify", "--signers", signers, "--dist", dist)).toMatchObject({
      status: 1,
      stderr: "1.1.0 is not signed.\n",
    });
    expect(pipeline("verify", "--signers", join(folder, "none"), "--dist", dist).status).toBe(2);
  });

  it("vouches for the unsigned ones before it, but not for those after it", () => {
    const [chain, raw, signers] = [join(folder, "chain"), join(folder, "chain-raw"), join(folder, "chain-signers")];
    cpSync(RAW, raw, { recursive: true });
    const publish = (place: string | null, ...words: readonly string[]) => {
      const places = join(raw, "coded/places.csv");
      const [, first = ""] = readFileSync(places, "utf8").split("\n");
      if (place !== null) appendFileSync(places, `${first.replace(/^[^,]+/u, place)}\n`);
      const { status } = pipeline(
        "run",
        "--raw",
        raw,
        "--dist",
        chain,
        "--staged",
        join(folder, "chain-staged"),
        ...words,
      );
      expect(status).toBe(0);
    };
    publish(null);
    publish("one-place", "--sign-key", key);
    copyFileSync(join(chain, "allowed_signers"), signers);
    for (const asked of ["all", "1.0.0"])
      expect(pipeline("verify", asked, "--signers", signers, "--dist", chain)).toMatchObject({ status: 0, stderr: "" });
    publish("another-place");
    expect(pipeline("verify", "all", "--signers", signers, "--dist", chain)).toMatchObject({
      status: 1,
      stderr: "1.2.0 is not signed.\n",
    });
  });

  it("proves that a consistent forgery is none of ours", () => {
    const forged = join(folder, "forged");
    cpSync(signed, forged, { recursive: true, verbatimSymlinks: true });
    const sums = join(forged, "releases/1.0.0/SHA256SUMS");
    const was = sha256Hex(readFileSync(sums));
    writeFileSync(sums, `${readFileSync(sums, "utf8").split("\n").toSorted().join("\n").trimStart()}\n`);
    const catalog = join(forged, "catalog.json");
    writeFileSync(catalog, readFileSync(catalog, "utf8").replace(was, sha256Hex(readFileSync(sums))));
    expect(pipeline("verify", "--dist", forged).status).toBe(1);
  });

  it("is not made with a key that is missing, locked or none, and then nothing is published", () => {
    const locked = join(folder, "locked");
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "secret", "-C", "test", "-f", locked]);
    rmSync(`${locked}.pub`);
    for (const wrong of [join(folder, "missing"), locked, join(PROJECT, "package.json")]) {
      const other = join(folder, "unsigned");
      const words = ["run", "--raw", RAW, "--dist", other, "--staged", join(folder, "s"), "--sign-key", wrong];
      const { status, stderr } = pipeline(...words);
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(wrong) });
      expect(existsSync(join(other, "catalog.json"))).toBe(false);
    }
  });
});

describe("run --date", () => {
  it("refuses a day in the future", () => {
    const words = ["run", "--raw", RAW, "--dist", dist, "--staged", join(folder, "staged")];
    expect(pipeline(...words, "--date", "2126-01-01")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^2126-01-01 is later than tomorrow/u),
    });
  });
});
