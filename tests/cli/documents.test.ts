import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const TEXT = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-documents-"));
  const { coded, indexes } = aRawInput({
    sources: [aSource("source-a", { sha256: sha256Hex(TEXT) }), aSource("source-b")],
    events: [aCodedRow("events", { record_id: "evt-1", evidence: "p1s1-p1s3", date: null, date_text: null })],
  });
  for (const { path, bytes } of [...coded, ...indexes]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeText(TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textPath = () => join(folder, "raw", "documents", "source-a.txt");
const writeText = (text: string) => writeFileSync(textPath(), text);
const read = (path: string) => readFileSync(join(folder, "raw", path), "utf8");

function pipeline(...words: readonly string[]) {
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const args = ["pipeline/start.mjs", ...words, "--raw", join(folder, "raw")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, stdout, stderr };
}

/** Every file below raw/ and its content. */
const tree = () =>
  Object.fromEntries(
    ["coded", "documents"].flatMap((sub) =>
      readdirSync(join(folder, "raw", sub)).map((name): [string, string] => [name, read(join(sub, name))]),
    ),
  );

describe("documents verify", () => {
  it("accepts the recorded text", () => {
    expect(pipeline("documents", "verify")).toMatchObject({
      status: 0,
      stdout: "source-a: unchanged, 10 sentences.\n",
    });
  });

  it("reports what moved; only with --relocate does it write, and then only cells, the index and its hash", () => {
    const changed = `Zero.\n${TEXT.replace("Two.", "Two. Half.")}`;
    writeText(changed);
    const before = tree();
    const { status, stdout } = pipeline("documents", "verify");
    expect(status).toBe(1);
    expect(stdout).toContain("moved  p1s1-p1s2");
    expect(tree()).toEqual(before);

    expect(pipeline("documents", "verify", "--relocate").status).toBe(0);
    const after = tree();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([
      "events.csv",
      "sources.csv",
      "source-a.index.csv",
    ]);
    expect(after["sources.csv"]).toBe(before["sources.csv"]?.replace(sha256Hex(TEXT), sha256Hex(changed)));
    expect(after["events.csv"]).toBe(before["events.csv"]?.replace("p1s1-p1s3", "p2s1-p2s2; p2s4"));
    expect(pipeline("documents", "verify")).toMatchObject({
      status: 0,
      stdout: "source-a: unchanged, 12 sentences.\n",
    });
  });

  it("relocates nothing while a row cites a sentence that is gone, and names the row", () => {
    writeText(`Zero.\n${TEXT.replace("Two.", "Deux.")}`);
    const before = tree();
    const { status, stderr } = pipeline("documents", "verify", "--relocate");
    expect({ status, tree: tree() }).toEqual({ status: 1, tree: before });
    expect(stderr).toMatch(/documents\/gone .*evt-1/u);
  });

  it("is wrong usage if there is no text at all", () => {
    rmSync(textPath());
    expect(pipeline("documents", "verify").status).toBe(2);
  });

  it("prints JSON on request", () => {
    const { documents } = JSON.parse(pipeline("documents", "verify", "--json").stdout);
    expect(documents).toMatchObject([{ sourceId: "source-a", isRecorded: true, sentences: 10 }]);
  });
});

describe("documents index", () => {
  it("writes an index and the hash in sources.csv, and says so", () => {
    writeFileSync(join(folder, "raw", "documents", "source-b.txt"), "One. Zwei.");
    const sources = read("coded/sources.csv");
    const withoutHash = sources.replace(/(\nsource-b,.*)[0-9a-f]{64}/u, "$1");
    expect(withoutHash).not.toBe(sources);
    writeFileSync(join(folder, "raw", "coded", "sources.csv"), withoutHash);
    const { status, stdout } = pipeline("documents", "index", "source-b");
    expect(status).toBe(0);
    expect(stdout).toContain(`the sha256 of source-b is now ${sha256Hex("One. Zwei.")}`);
    expect(read("documents/source-b.index.csv").split("\n")).toHaveLength(4);
    expect(read("coded/sources.csv").split("\n")[2]).toContain(sha256Hex("One. Zwei."));
  });

  it("refuses a changed text that rows cite", () => {
    writeText(`Zero. ${TEXT}`);
    const before = tree();
    expect(pipeline("documents", "index")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("documents verify"),
    });
    expect(tree()).toEqual(before);
  });

  it("refuses it also where somebody set the hash in sources.csv by hand", () => {
    const changed = `Zero. ${TEXT}`;
    writeText(changed);
    const sources = join(folder, "raw", "coded", "sources.csv");
    writeFileSync(sources, read("coded/sources.csv").replace(sha256Hex(TEXT), sha256Hex(changed)));
    const before = tree();
    for (const command of ["index", "verify"]) expect(pipeline("documents", command).status).toBe(1);
    expect(pipeline("documents", "verify", "--relocate")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("resolve/index-of-another-text"),
    });
    expect(tree()).toEqual(before);
  });

  it("leaves the index as it is where the text has other line ends only", () => {
    writeText(`${TEXT}\r\n`);
    const before = tree();
    expect(pipeline("documents", "index")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("10 sentences, unchanged."),
    });
    expect({ ...tree(), "source-a.txt": TEXT }).toEqual({ ...before, "source-a.txt": TEXT });
  });

  it("makes no folder for a raw/ that is not there", () => {
    const { status } = spawnSync(
      process.execPath,
      ["pipeline/start.mjs", "documents", "index", "--raw", join(folder, "nowhere"), "--texts", folder],
      { encoding: "utf8" },
    );
    expect([status, existsSync(join(folder, "nowhere"))]).toEqual([2, false]);
  });

  it("writes none for an unknown source", () => {
    cpSync(textPath(), join(folder, "raw", "documents", "source-c.txt"));
    const { status, stderr } = pipeline("documents", "index");
    expect(status).toBe(1);
    expect(stderr).toContain("documents/unknown-source");
    expect(Object.keys(tree())).not.toContain("source-c.index.csv");
  });

  it("is wrong usage for a text that is not there, and names the nearest", () => {
    expect(pipeline("documents", "index", "source-aa")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean "source-a"?'),
    });
  });
});

describe("documents coverage", () => {
  it("reports unread sentences, and fails with --strict", () => {
    const { status, stdout } = pipeline("documents", "coverage");
    expect(status).toBe(0);
    expect(stdout).toContain("p1s4     Four.");
    expect(pipeline("documents", "coverage", "--strict").status).toBe(1);
  });
});

describe("explain", () => {
  it("leads a record to the sentences of the text", () => {
    expect(pipeline("explain", "evt-1")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("p1s3    Three."),
    });
  });

  it("is wrong usage for an unknown record", () => {
    expect(pipeline("explain", "events", "evt-9")).toMatchObject({
      status: 2,
      stderr: 'There is no record evt-9 in events. Did you mean "evt-1"?\n',
    });
  });
});
