import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import {
  aDocx,
  anArchive,
  anEpub,
  aPage,
  aSentence,
  paragraph,
  run,
  someSentences,
  utf8,
} from "#tests/builders/intake.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const TEXT = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-add-"));
  const { coded, indexes, outlines } = aRawInput({
    sources: [aSource("source-a", { sha256: sha256Hex(TEXT) }), aSource("source-b")],
    events: [aCodedRow("events", { record_id: "evt-1", evidence: "p1s1-p1s3", date: null, date_text: null })],
  });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeFileSync(join(folder, "raw/documents/source-a.txt"), TEXT);
  rmSync(join(folder, "raw/documents/source-b.index.csv"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function add(file: string, ...words: readonly string[]) {
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const args = ["pipeline/start.mjs", "documents", "add", join(folder, file), "--raw", join(folder, "raw")];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, "--date", "2026-11-01", ...words], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const read = (path: string) => readFileSync(join(folder, "raw", path), "utf8");

/** Every file below raw/ and its content. */
const tree = () =>
  Object.fromEntries(
    readdirSync(join(folder, "raw"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(folder, "raw/").length), readFileSync(path, "latin1")];
      }),
  );

const PAGE = aPage({
  head: '<meta property="article:published_time" content="2023-11-13T10:00:00Z"><meta property="og:title" content="An invented page">',
});

describe("documents add", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["html", "text/html", PAGE],
    [
      "docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      aDocx(paragraph(run(someSentences(1, 3)))),
    ],
    ["epub", "application/epub+zip", anEpub({ a: `<p>${someSentences(1, 3)}</p>` })],
    ["txt", "text/plain", someSentences(1, 3)],
  ])("keeps the original of a %s, writes text and record, and prints the row", (extension, mediaType, content) => {
    put(`report.${extension}`, content);
    const before = tree();
    const { status, stdout, stderr } = add(`report.${extension}`, "--id", "house-2023");
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining("Add the row to") });
    const sha256 = sha256Hex(typeof content === "string" ? utf8(content) : content);
    expect(
      Object.keys(tree())
        .filter((path) => !(path in before))
        .sort(),
    ).toEqual([
      "documents/house-2023.intake.json",
      "documents/house-2023.txt",
      `documents/originals/${sha256}.${extension}`,
    ]);
    expect(read("documents/house-2023.txt")).toContain(aSentence(1));
    expect(JSON.parse(read("documents/house-2023.intake.json"))).toMatchObject({
      source_id: "house-2023",
      original: { sha256, media_type: mediaType, file_name: `report.${extension}` },
      fetched: null,
    });
    expect(stdout).toContain(`\nhouse-2023,draft,`);
    expect(stdout).toContain(sha256Hex(read("documents/house-2023.txt")));
  });

  it("adds the row with --write, leaves every other byte, and writes the index", () => {
    put("page.html", PAGE);
    const before = tree();
    const { status, stderr } = add("page.html", "--id", "house-2023", "--write");
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /Fill in these cells of the row:\n {2}source_type: .*\n {2}reliability: .* B \(Usually reliable\),.*\n {2}reliability_reason: /u,
    );
    const after = tree();
    expect(after["coded/sources.csv"]?.startsWith(before["coded/sources.csv"] ?? "?")).toBe(true);
    expect(read("coded/sources.csv")).toMatch(
      /\nhouse-2023,draft,An invented page,.*,2023-11-13,found,.*,2026-11-01,/u,
    );
    expect(read("documents/house-2023.index.csv").split("\n")).toHaveLength(6 + 2);
    expect(Object.keys(before).filter((path) => before[path] !== after[path])).toEqual(["coded/sources.csv"]);
  });

  it("writes the index of a source that has its row already", () => {
    put("b.txt", someSentences(1, 3));
    const { status, stdout } = add("b.txt", "--id", "source-b");
    expect(status).toBe(0);
    expect(stdout).toContain("has a row of source-b");
    expect(existsSync(join(folder, "raw/documents/source-b.index.csv"))).toBe(true);
    expect(read("coded/sources.csv")).toContain(sha256Hex(read("documents/source-b.txt")));
  });

  it("prints everything and writes nothing with --dry-run", () => {
    put("page.html", PAGE);
    const before = tree();
    const { status, stdout } = add("page.html", "--id", "house-2023", "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain(`${someSentences(4, 3)}\n`);
    expect(stdout).toContain("house-2023,draft,An invented page");
    expect(tree()).toEqual(before);
  });

  it("writes beside the texts where they are elsewhere, and the same again changes nothing", () => {
    put("page.html", PAGE);
    const texts = join(folder, "texts");
    expect(add("page.html", "--id", "house-2023", "--texts", texts).status).toBe(0);
    expect(readdirSync(texts)).toEqual(["house-2023.intake.json", "house-2023.txt", "originals"]);
    const before = tree();
    expect(add("page.html", "--id", "house-2023", "--texts", texts).status).toBe(0);
    expect(tree()).toEqual(before);
  });

  it("says that a document is there already, and writes nothing, if it is added again under its id", () => {
    put("page.html", PAGE);
    expect(add("page.html", "--id", "house-2023", "--write").status).toBe(0);
    const before = tree();
    for (const words of [["--write"], [], ["--dry-run"]])
      expect(add("page.html", "--id", "house-2023", ...words)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining("house-2023 has been added from this document already"),
      });
    expect(tree()).toEqual(before);
  });

  it("shows with --again what an indexed text would change into, and with --write replaces it and keeps the old one", () => {
    put("a.txt", TEXT.replace("Four.", "Fourth.").replace("One.", "Zero.\nOne."));
    const before = tree();
    expect(add("a.txt", "--id", "source-a")).toMatchObject({ status: 1 });
    const { status, stdout } = add("a.txt", "--id", "source-a", "--again");
    expect(status).toBe(0);
    expect(stdout).toContain("moved  p1s1-p1s3");
    expect(stdout).toContain("gone   p1s4");
    expect(stdout).toContain("documents verify source-a --relocate");
    expect(tree()).toEqual(before);

    expect(add("a.txt", "--id", "source-a", "--again", "--write").status).toBe(0);
    expect(read("documents/source-a.txt")).toContain("Fourth.");
    expect(read(`documents/originals/${sha256Hex(TEXT)}.txt`)).toBe(TEXT);
    expect(read("coded/events.csv")).toBe(before["coded/events.csv"]);

    const replaced = tree();
    expect(add("a.txt", "--id", "source-a", "--again", "--write").status).toBe(0);
    expect(tree()).toEqual(replaced);
  });

  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each<[string, string, string | Uint8Array]>([
    ["empty-file", "a.txt", ""],
    ["unlike-extension", "a.pdf", PAGE],
    ["unknown-kind", "a.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
    ["zip-no-docx", "a.docx", anArchive({ a: "b" })],
    ["docx-password", "a.docx", Uint8Array.from([...OLE, ...Buffer.from("EncryptedPackage", "utf16le")])],
    ["html-no-article", "a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>"],
    ["epub-damaged", "a.epub", anEpub({})],
    ["zip-bomb", "a.docx", aDocx("", { "word/bomb.xml": "0".repeat(201 * 1024 * 1024) })],
  ])("refuses %s in a clear message, and writes nothing", (code, name, content) => {
    put(name, content);
    const before = tree();
    const { status, stdout, stderr } = add(name, "--id", "house-2023", "--write");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(`Nothing was written (${code}).`);
    expect(tree()).toEqual(before);
  });

  it("refuses a file of more than the limit before it reads it", () => {
    put("a.pdf", new Uint8Array(101 * 1024 * 1024));
    expect(add("a.pdf", "--id", "house-2023")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("too-large"),
    });
  });

  it("refuses an id that has another text or another original, and one original under two ids", () => {
    put("page.html", PAGE);
    expect(add("page.html", "--id", "house-2023", "--write").status).toBe(0);
    put("other.html", PAGE.replace("river", "lake"));
    const before = tree();
    expect(add("other.html", "--id", "house-2023", "--write").stderr).toContain("(id-of-another-original)");
    put("a.txt", TEXT.replace("Four.", "Fourth."));
    expect(add("a.txt", "--id", "source-a", "--write").stderr).toContain("(text-is-indexed)");
    const index = read("documents/source-a.index.csv");
    rmSync(join(folder, "raw/documents/source-a.index.csv"));
    rmSync(join(folder, "raw/documents/source-a.txt"));
    expect(add("a.txt", "--id", "source-a", "--write").stderr).toContain("(cited-by-rows)");
    put("raw/documents/source-a.index.csv", index);
    put("raw/documents/source-a.txt", TEXT);
    expect(add("page.html", "--id", "house-2024", "--write").stderr).toContain("(original-of-another-id)");
    put("b.txt", someSentences(1, 2));
    put("raw/documents/source-b.txt", "Another text.");
    expect(add("b.txt", "--id", "source-b").stderr).toContain("(text-is-there)");
    rmSync(join(folder, "raw/documents/source-b.txt"));
    expect(tree()).toEqual(before);
  });

  it.each<[string, (register: string) => string | null]>([
    ["has semicolons", (register) => register.replaceAll(",", ";")],
    ["lacks a column", (register) => register.replace(",licence,", ",")],
    ["has a quote that is not closed", (register) => `${register}house-2022,draft,"An open`],
    ["is empty", () => ""],
    ["is missing", () => null],
  ])("adds nothing to a sources.csv that %s", (_, damage) => {
    put("page.html", PAGE);
    const register = damage(read("coded/sources.csv"));
    if (register === null) rmSync(join(folder, "raw/coded/sources.csv"));
    else put("raw/coded/sources.csv", register);
    const before = tree();
    const { status, stdout, stderr } = add("page.html", "--id", "house-2023", "--write");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/sources\.csv.*extract\/.*\nNothing was written/u);
    expect(tree()).toEqual(before);
  });

  it("refuses a document that is known under another id, also before its row is in sources.csv", () => {
    put("page.html", PAGE);
    expect(add("page.html", "--id", "house-2023").status).toBe(0);
    const before = tree();
    for (const mode of ["--write", "--dry-run"]) {
      const { status, stdout, stderr } = add("page.html", "--id", "house-2024", mode);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(/as house-2023\..*\n.*\(original-of-another-id\)/u);
    }
    put("copy.txt", read("documents/house-2023.txt"));
    expect(add("copy.txt", "--id", "house-2024", "--write").stderr).toMatch(
      /house-2023\..*\n.*\(text-of-another-id\)/u,
    );
    expect(tree()).toEqual(before);
  });

  it("says which source has the same address, or most of the sentences", () => {
    const link = '<link rel="canonical" href="https://house.example/river">';
    put("page.html", aPage({ head: link }));
    expect(add("page.html", "--id", "house-2023", "--write").status).toBe(0);
    put("near.html", aPage({ head: link, article: `<p>${someSentences(1, 3)}</p><p>${someSentences(7, 2)}</p>` }));
    const { status, stderr } = add("near.html", "--id", "house-2024");
    expect(status).toBe(0);
    expect(stderr).toContain("Look at: house-2023 has the same address.");
    expect(stderr).toContain("Look at: 3 of 5 sentences of six words or more are also in house-2023.");
  });

  it("refuses an id that validate would not let pass", () => {
    put("page.html", PAGE);
    const before = tree();
    expect(add("page.html", "--id", "jnim", "--write").stderr).toContain("in use in actors.csv");
    expect(add("page.html", "--id", "evt-1").stderr).toContain("(id-of-another-table)");
    expect(tree()).toEqual(before);
  });

  it.each([
    [["--id", "House 2023"]],
    [["--id", "house-2023", "--as", "odt"]],
    [["--id", "house-2023", "--pages", "3-1"]],
    [["--id", "house-2023", "--pages", "1-2"]],
    [["--id", "house-2023", "--write", "--dry-run"]],
    [["--id", "house-2023", "--again"]],
    [[]],
  ])("is wrong usage with %j", (words) => {
    put("page.html", PAGE);
    expect(add("page.html", ...words).status).toBe(2);
  });

  it("is wrong usage of a file that does not exist", () => {
    expect(add("no-such-file.pdf", "--id", "house-2023").status).toBe(2);
  });
});

describe("a command other than documents add", () => {
  it("loads none of the packages that documents are taken in with", () => {
    const copy = join(folder, "project");
    for (const name of ["package.json", "package-lock.json"]) cpSync(name, join(copy, name));
    for (const path of ["pipeline", "schemas"]) cpSync(path, join(copy, path), { recursive: true });
    const own = ["@mozilla", "linkedom", "mammoth", "eld"];
    mkdirSync(join(copy, "node_modules"));
    for (const name of readdirSync("node_modules").filter((each) => !own.includes(each)))
      symlinkSync(join(process.cwd(), "node_modules", name), join(copy, "node_modules", name));
    const start = (...words: readonly string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "pipeline/cli.ts", ...words, "--raw", join(folder, "raw")], {
        cwd: copy,
        encoding: "utf8",
      });
    const { status, stderr } = start("run", "--staged", join(folder, "staged"), "--dist", join(folder, "dist"));
    expect([0, 1], stderr).toContain(status);
    put("page.html", PAGE);
    expect(start("documents", "add", join(folder, "page.html"), "--id", "house-2023").stderr).toMatch(
      /Cannot find package '(?:@mozilla|linkedom)/u,
    );
  });
});
