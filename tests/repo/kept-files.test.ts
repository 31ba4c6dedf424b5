import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isEditionFile, isKeptInLatest } from "#pipeline/core/edition-files.ts";
import { archivePath } from "#pipeline/publish/editions/archive.ts";
import { editions } from "#pipeline/publish/editions/editions.ts";
import { commitWithEditions } from "#schemas/first-releases.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import { cloneInto, git } from "#tests/builders/git-clone.ts";

const scratch = mkdtempSync(join(tmpdir(), "jnim-clone-"));
const clone = join(scratch, "clone");
cloneInto(clone);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const kept = git(["ls-files", "--stage"], clone)
  .trimEnd()
  .split("\n")
  .map((line) => ({ mode: line.slice(0, 6), path: line.slice(line.indexOf("\t") + 1) }));
const releases = readdirSync(join(clone, "dist/releases")).filter((name) => /^\d/u.test(name));

const ignored = (paths: readonly string[]) =>
  spawnSync("git", ["check-ignore", "--no-index", "--stdin"], { input: paths.join("\n"), encoding: "utf8" })
    .stdout.trimEnd()
    .split("\n");

describe("the repository", () => {
  it("has no symbolic link", () => {
    expect(kept.filter(({ mode }) => !mode.startsWith("100"))).toEqual([]);
  });

  it("ignores just the editions that it does not keep", () => {
    const canonical = [
      "README.md",
      "SHA256SUMS",
      "datapackage.json",
      "manifest.json",
      "LICENSE",
      "load.R",
      "changes.csv",
    ];
    const files = [
      ...canonical,
      ...publishedTableNames.flatMap((name) => [`data/${name}.csv`, `data/${name}.schema.json`]),
      ...editions.flatMap((edition) => edition.paths(publishedTableNames)),
      archivePath("9.9.9"),
    ];
    const inRelease = files.map((path) => `dist/releases/9.9.9/${path}`);
    const inLatest = files.map((path) => `dist/latest/${path}`);
    expect(ignored(inRelease)).toEqual(
      inRelease.filter((path) => isEditionFile(path.slice("dist/releases/9.9.9/".length))),
    );
    expect(ignored(inLatest)).toEqual(inLatest.filter((path) => !isKeptInLatest(path.slice("dist/latest/".length))));
  });

  it("keeps nothing of raw/documents but the sentence indexes", () => {
    const indexes = ["acled-2023.index.csv", "a-new-one-2030.index.csv"];
    const others = [
      "acled-2023.txt",
      "acled-2023.txt~",
      "acled-2023.TXT",
      "acled-2023.pdf",
      "acled-2023.html",
      "acled-2023.docx",
      "acled-2023.xlsx",
      "acled-2023.ods",
      "acled-2023.csv",
      "acled-2023.worksheet.csv",
      "acled-2023.notes.txt",
      "acled-2023.tables.csv",
      "acled-2023.intake.json",
      "acled-2023.index.csv.bak",
      "acled-2023",
      "originals/acled-2023.pdf",
      "originals/acled-2023.index.csv",
      "acled-2023_files/page.html",
      ".~lock.acled-2023.index.csv#",
      "~$acled-2023.xlsx",
      ".acled-2023.index.csv",
      ".acled-2023.txt.swp",
      ".DS_Store",
    ];
    const inFolder = (names: readonly string[]) => names.map((name) => `raw/documents/${name}`);
    expect(ignored(inFolder([...indexes, ...others]))).toEqual(inFolder(others));
    expect(kept.filter(({ path }) => path.startsWith("raw/documents/") && !path.endsWith(".index.csv"))).toEqual([]);
  });

  it("keeps the canonical files of every release, and of the latest also what people take from it", () => {
    const below = (folder: string) =>
      kept
        .flatMap(({ path }) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []))
        .filter((path) => path !== "SHA256SUMS.sig");
    const listed = (folder: string) =>
      readFileSync(join(clone, folder, "SHA256SUMS"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(66));
    for (const version of releases) {
      const folder = `dist/releases/${version}`;
      expect(below(folder).sort()).toEqual(
        [...listed(folder).filter((path) => !isEditionFile(path)), "SHA256SUMS"].sort(),
      );
    }
    expect(below("dist/latest").sort()).toEqual([...listed("dist/latest").filter(isKeptInLatest), "SHA256SUMS"].sort());
  });
});

describe("a clone made where links are not allowed", () => {
  const pages = kept
    .map(({ path }) => path)
    .filter((path) => path.endsWith(".md") && !path.startsWith("tests/golden/"));

  it.each(pages)("has what %s links to", (page) => {
    const [, version = ""] = /^dist\/releases\/([^/]+)\//u.exec(page) ?? [];
    // The README of the first releases links to the editions, which Git kept at their time.
    const mayBeAbsent = (path: string) => version in commitWithEditions && isEditionFile(path);
    const dead = linksIn(readFileSync(join(clone, page), "utf8")).filter(
      (path) => !mayBeAbsent(path) && !existsSync(join(clone, dirname(page), path)),
    );
    expect(dead).toEqual([]);
  });

  it("has what the catalog lists, with the same hashes", () => {
    const catalog = JSON.parse(readFileSync(join(clone, "dist/catalog.json"), "utf8"));
    expect(catalog.releases.map(({ version }: { version: string }) => version).sort()).toEqual(releases.sort());
    for (const { path } of catalog.releases) expect(existsSync(join(clone, "dist", path, "SHA256SUMS"))).toBe(true);
    expect(JSON.parse(readFileSync(join(clone, "dist/latest/manifest.json"), "utf8")).version).toBe(catalog.latest);
  });

  it("passes the check that the README prints, in dist/latest and in every release", () => {
    for (const folder of ["latest", ...releases.map((version) => `releases/${version}`)]) {
      const { status, stdout, stderr } = spawnSync(
        "sha256sum",
        ["--check", "--quiet", "--ignore-missing", "SHA256SUMS"],
        { cwd: join(clone, "dist", folder), encoding: "utf8" },
      );
      expect({ folder, status, stdout, stderr }).toEqual({ folder, status: 0, stdout: "", stderr: "" });
    }
  });
});

/** The targets of relative links, without their anchors. */
const linksIn = (markdown: string): string[] =>
  [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/gu)].flatMap(([, target = ""]) => {
    const [path = ""] = target.split("#");
    return path === "" || /^[a-z]+:/u.test(path) ? [] : [decodeURIComponent(path)];
  });

const withoutCode = (markdown: string) => markdown.replace(/```[\s\S]*?```/gu, "").replace(/`[^`\n]*`/gu, "");
