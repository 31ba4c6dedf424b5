import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPT = join(import.meta.dirname, "../../deploy/accept-dist.sh");

let folder: string;
/** The repository of the job that publishes, and the dist/ that the other job has made. */
let repository: string;
let made: string;

function run(command: string, words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}
const git = (...words: string[]) =>
  run("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...words], repository);

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Writes a release with one file of data, lists it in the catalog, and lets latest lead to it. */
function addRelease(dist: string, version: string): void {
  const release = join(dist, "releases", version);
  mkdirSync(join(release, "data"), { recursive: true });
  writeFileSync(join(release, "data/events.csv"), `version\n${version}\n`);
  writeFileSync(join(release, "SHA256SUMS"), `${hashOf(join(release, "data/events.csv"))}  data/events.csv\n`);
  appendFileSync(join(dist, "catalog.json"), `"${hashOf(join(release, "SHA256SUMS"))}"\n`);
  writeFileSync(join(dist, "feed.xml"), version);
  rmSync(join(dist, "latest"), { force: true });
  symlinkSync(`releases/${version}`, join(dist, "latest"));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-accept-"));
  repository = join(folder, "repository");
  made = join(folder, "made");
  mkdirSync(join(repository, "dist"), { recursive: true });
  addRelease(join(repository, "dist"), "1.0.0");
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Publish 1.0.0");
  cpSync(join(repository, "dist"), join(made, "dist"), { recursive: true, verbatimSymlinks: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function accept(...paths: readonly string[]) {
  run("tar", ["--create", "--file", "../dist.tar", "dist", ...paths], made);
  return run(SCRIPT, ["../dist.tar"], repository);
}

describe("a dist/ that another job has made", () => {
  it("is staged if it adds a release, whose version is printed", () => {
    addRelease(join(made, "dist"), "1.1.0");
    expect(accept()).toEqual({ status: 0, stdout: "1.1.0\n", stderr: "" });
    expect(git("diff", "--cached", "--name-status", "--no-renames").stdout.split("\n")).toEqual([
      "M\tdist/catalog.json",
      "M\tdist/feed.xml",
      "M\tdist/latest",
      "A\tdist/releases/1.1.0/SHA256SUMS",
      "A\tdist/releases/1.1.0/data/events.csv",
      "",
    ]);
  });

  it("is staged if only the files above the releases changed", () => {
    writeFileSync(join(made, "dist/feed.xml"), "repaired");
    expect(accept()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(git("diff", "--cached", "--name-only").stdout).toBe("dist/feed.xml\n");
  });

  /** What a job that runs the code of others could do, and what is said about it. */
  const ATTEMPTS: readonly (readonly [what: string, attempt: (dist: string) => void, words: string])[] = [
    [
      "changes an old release",
      (dist) => writeFileSync(join(dist, "releases/1.0.0/data/events.csv"), "x"),
      "differs from its SHA256SUMS",
    ],
    [
      "changes an old release with its sums and the catalog",
      (dist) => {
        rmSync(join(dist, "releases/1.0.0"), { recursive: true });
        addRelease(dist, "1.0.0");
        writeFileSync(join(dist, "releases/1.0.0/SHA256SUMS"), `${hashOf(join(dist, "feed.xml"))}  ../../feed.xml\n`);
        appendFileSync(join(dist, "catalog.json"), `"${hashOf(join(dist, "releases/1.0.0/SHA256SUMS"))}"\n`);
      },
      "M\tdist/releases/1.0.0/SHA256SUMS",
    ],
    [
      "deletes a file of an old release",
      (dist) => rmSync(join(dist, "releases/1.0.0/data"), { recursive: true }),
      "differs from its SHA256SUMS",
    ],
    [
      "deletes an old release",
      (dist) => rmSync(join(dist, "releases/1.0.0"), { recursive: true }),
      "D\tdist/releases/1.0.0/SHA256SUMS",
    ],
    [
      "adds a file to an old release",
      (dist) => {
        rmSync(join(dist, "releases/1.1.0"), { recursive: true });
        writeFileSync(join(dist, "releases/1.0.0/more.csv"), "x");
      },
      "dist/releases/1.0.0 was published before",
    ],
    ["adds two releases", (dist) => addRelease(dist, "1.2.0"), "more than one new release"],
    [
      "adds a file that the sums do not list",
      (dist) => writeFileSync(join(dist, "releases/1.1.0/more.csv"), "x"),
      "holds other files than its SHA256SUMS",
    ],
    [
      "leaves a release out of the catalog",
      (dist) => writeFileSync(join(dist, "catalog.json"), "{}"),
      "does not list dist/releases/1.0.0",
    ],
    ["adds a file elsewhere in dist/", (dist) => writeFileSync(join(dist, "index.html"), "x"), "A\tdist/index.html"],
    [
      "lets latest lead elsewhere",
      (dist) => {
        rmSync(join(dist, "latest"));
        symlinkSync("../../secrets", join(dist, "latest"));
      },
      "dist/latest leads out of",
    ],
    [
      "puts a link into a release",
      (dist) => symlinkSync("/etc/passwd", join(dist, "releases/1.1.0/more.csv")),
      "neither files nor folders",
    ],
    [
      "gives a file two names",
      (dist) => linkSync(join(dist, "feed.xml"), join(dist, "releases/1.1.0/more.csv")),
      "files with two names",
    ],
    ["hides a repository", (dist) => mkdirSync(join(dist, "releases/1.1.0/.git")), "hidden names"],
    [
      "uses a name that a shell could read",
      (dist) => writeFileSync(join(dist, "releases/1.1.0/$(id).csv"), "x"),
      "names with other characters",
    ],
  ];

  it.each(ATTEMPTS)("is refused if it %s", (_, attempt, words) => {
    addRelease(join(made, "dist"), "1.1.0");
    attempt(join(made, "dist"));
    const { status, stdout, stderr } = accept();
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("Refused: ");
    expect(stderr).toContain(words);
  });

  it("is refused if the archive holds more than dist/", () => {
    writeFileSync(join(made, "package.json"), "{}");
    expect(accept("package.json")).toMatchObject({ status: 1, stderr: expect.stringContaining("more than dist/") });
  });
});
