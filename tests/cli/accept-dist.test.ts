import { appendFileSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addRelease, catalogue, hashOf, type Jobs, twoJobs } from "#tests/builders/handed-over.ts";

let jobs: Jobs;
beforeEach(() => {
  jobs = twoJobs();
});
afterEach(() => rmSync(jobs.folder, { recursive: true, force: true }));

describe("a dist/ that another job has made", () => {
  it("is staged without its editions if it adds a release, whose version is printed", () => {
    addRelease(jobs.dist, "1.1.0");
    expect(jobs.accept()).toEqual({ status: 0, stdout: "1.1.0\n", stderr: "" });
    expect(jobs.git("diff", "--cached", "--name-status", "--no-renames").stdout.split("\n")).toEqual([
      "M\tdist/catalog.json",
      "M\tdist/feed.xml",
      "M\tdist/latest/CHANGELOG.md",
      "M\tdist/latest/CITATION.cff",
      "M\tdist/latest/SHA256SUMS",
      "M\tdist/latest/data/events.csv",
      "M\tdist/latest/data/events.json",
      "A\tdist/releases/1.1.0/CHANGELOG.md",
      "A\tdist/releases/1.1.0/CITATION.cff",
      "A\tdist/releases/1.1.0/SHA256SUMS",
      "A\tdist/releases/1.1.0/data/events.csv",
      "A\tdist/releases/1.1.0/data/events.schema.json",
      "",
    ]);
  });

  it("is staged if only the files above the releases changed, and names no release that lacks its editions", () => {
    writeFileSync(join(jobs.dist, "feed.xml"), "repaired");
    expect(jobs.accept()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(jobs.git("diff", "--cached", "--name-only").stdout).toBe("dist/feed.xml\n");
  });

  it("names the newest release if its editions were made again, so that they can be handed out", () => {
    writeFileSync(join(jobs.dist, "releases/1.0.0/data/events.json"), '["1.0.0"]\n');
    writeFileSync(join(jobs.dist, "releases/1.0.0/jnim-data-1.0.0.zip"), "zip of 1.0.0");
    expect(jobs.accept()).toEqual({ status: 0, stdout: "1.0.0\n", stderr: "" });
    expect(jobs.git("diff", "--cached", "--name-only").stdout).toBe("");
  });

  it("is refused if there is a latest although the catalog names no latest release", () => {
    writeFileSync(
      join(jobs.dist, "catalog.json"),
      readFileSync(join(jobs.dist, "catalog.json"), "utf8").replace('"1.0.0"', "null"),
    );
    expect(jobs.accept()).toMatchObject({ status: 1, stderr: expect.stringContaining("there is a dist/latest") });
  });

  /** Replaces the first occurrence of a text in a file, or the last. */
  function edit(path: string, from: string, to: string, which: "first" | "last" = "first"): void {
    const text = readFileSync(path, "utf8");
    const at = which === "first" ? text.indexOf(from) : text.lastIndexOf(from);
    expect(at).not.toBe(-1);
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  }

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
        const release = join(dist, "releases/1.0.0");
        writeFileSync(join(release, "data/events.csv"), "x");
        writeFileSync(join(release, "SHA256SUMS"), `${hashOf(join(release, "data/events.csv"))}  data/events.csv\n`);
        appendFileSync(join(dist, "catalog.json"), `"${hashOf(join(release, "SHA256SUMS"))}"\n`);
      },
      "something else about earlier releases",
    ],
    [
      "says another day of an old release",
      (dist) => edit(join(dist, "catalog.json"), '"date": "2026-11-24"', '"date": "1999-01-01"', "last"),
      "something else about earlier releases",
    ],
    [
      "writes more into the catalog",
      (dist) => edit(join(dist, "catalog.json"), '"path": "releases/1.1.0"', '"path": "<script>"'),
      "other lines than those of a release",
    ],
    [
      "signs with a key that nobody knows",
      (dist) => {
        for (const folder of ["latest", "releases/1.1.0"]) writeFileSync(join(dist, folder, "SHA256SUMS.sig"), "x");
      },
      "is signed, but not by anybody",
    ],
    [
      "signs only in one place",
      (dist) => writeFileSync(join(dist, "releases/1.1.0/SHA256SUMS.sig"), "x"),
      "another signature",
    ],
    [
      "deletes files of an old release",
      (dist) => rmSync(join(dist, "releases/1.0.0/data"), { recursive: true }),
      "D\tdist/releases/1.0.0/data/events.csv",
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
        rmSync(join(dist, "latest"), { recursive: true });
        addRelease(dist, "1.0.0");
        writeFileSync(join(dist, "releases/1.0.0/more.csv"), "x");
      },
      "dist/releases/1.0.0 was published before",
    ],
    ["adds two releases", (dist) => addRelease(dist, "1.2.0"), "more than one new release"],
    [
      "adds a file that the sums do not list",
      (dist) => writeFileSync(join(dist, "releases/1.1.0/more.csv"), "x"),
      "does not hold just the files",
    ],
    [
      "leaves out an edition of the new release",
      (dist) => rmSync(join(dist, "releases/1.1.0/jnim-data-1.1.0.zip")),
      "does not hold just the files",
    ],
    [
      "changes an edition of an old release",
      (dist) => writeFileSync(join(dist, "releases/1.0.0/jnim-data-1.0.0.zip"), "x"),
      "differs from its SHA256SUMS",
    ],
    [
      "leaves a release out of the catalog",
      (dist) => writeFileSync(join(dist, "catalog.json"), "{}"),
      "does not list dist/releases/1.0.0",
    ],
    ["adds a file elsewhere in dist/", (dist) => writeFileSync(join(dist, "index.html"), "x"), "A\tdist/index.html"],
    [
      "changes a file of latest",
      (dist) => writeFileSync(join(dist, "latest/data/events.csv"), "x"),
      "dist/latest differs",
    ],
    [
      "adds a file to latest",
      (dist) => writeFileSync(join(dist, "latest/more.zip"), "x"),
      "dist/latest holds other files",
    ],
    ["leaves a file out of latest", (dist) => rmSync(join(dist, "latest/CITATION.cff")), "not a whole copy"],
    [
      "copies an older release to latest",
      (dist) => catalogue(dist, "1.0.0"),
      "dist/latest is not a copy of dist/releases/1.0.0",
    ],
    [
      "gives latest another signature",
      (dist) => writeFileSync(join(dist, "latest/SHA256SUMS.sig"), "x"),
      "another signature",
    ],
    [
      "makes latest a link",
      (dist) => {
        rmSync(join(dist, "latest"), { recursive: true });
        symlinkSync("releases/1.1.0", join(dist, "latest"));
      },
      "neither files nor folders",
    ],
    [
      "names a latest release that is not there",
      (dist) => {
        const catalog = readFileSync(join(dist, "catalog.json"), "utf8");
        writeFileSync(join(dist, "catalog.json"), catalog.replace('"latest": "1.1.0"', '"latest": "9.9.9"'));
      },
      "9.9.9 is the latest release, which is not there",
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
    ["hides files from git", (dist) => writeFileSync(join(dist, "releases/1.1.0/.gitignore"), "*\n"), "hidden names"],
    [
      "uses a name that a shell could read",
      (dist) => writeFileSync(join(dist, "releases/1.1.0/$(id).csv"), "x"),
      "names with other characters",
    ],
  ];

  it.each(ATTEMPTS)("is refused if it %s", (_, attempt, words) => {
    addRelease(jobs.dist, "1.1.0");
    attempt(jobs.dist);
    const { status, stdout, stderr } = jobs.accept();
    expect(stderr).toContain("Refused: ");
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  it("is refused if it deletes files of latest without a new release", () => {
    rmSync(join(jobs.dist, "latest/CITATION.cff"));
    expect(jobs.accept()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("files of dist/latest are gone"),
    });
  });

  it("is refused if the archive holds more than dist/", () => {
    writeFileSync(join(jobs.dist, "../package.json"), "{}");
    expect(jobs.accept("package.json")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("more than dist/"),
    });
  });
});
