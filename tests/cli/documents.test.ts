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
  const { coded, indexes, outlines } = aRawInput({
    sources: [aSource("source-a", { sha256: sha256Hex(TEXT) }), aSource("source-b")],
    events: [aCodedRow("events", { record_id: "evt-1", evidence: "p1s1-p1s3", date: null, date_text: null })],
  });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeText(TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textPath = () => join(folder, "raw", "documents", "source-a.txt");
const writeText = (text: string) => writeFileSync(textPath(), text);
const read = (path: string) => readFileSync(join(folder, "raw", path), "utf8");

const pipeline = (...words: readonly string[]) => pipelineIn({}, ...words);

function pipelineIn(environment: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const { DOCUMENTS_DIR: _, ...rest } = process.env;
  const env = { ...rest, ...environment };
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

  it("compares the sources named alone", () => {
    writeFileSync(join(folder, "raw", "documents", "source-b.txt"), "One. Two.");
    expect(pipeline("documents", "verify", "source-a")).toMatchObject({
      status: 0,
      stdout: "source-a: unchanged, 10 sentences.\n",
      stderr: "",
    });
    expect(pipeline("documents", "verify", "source-a", "source-b").status).toBe(1);
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

  it("takes all sources that are named", () => {
    writeFileSync(join(folder, "raw", "documents", "source-b.txt"), TEXT);
    for (const source of ["source-a", "source-b"]) rmSync(join(folder, "raw", "documents", `${source}.index.csv`));
    expect(pipeline("documents", "index", "source-a", "source-b").status).toBe(0);
    expect(Object.keys(tree())).toEqual(expect.arrayContaining(["source-a.index.csv", "source-b.index.csv"]));
  });

  it("writes nothing if one of the sources named is unknown or has no text, and names the nearest", () => {
    const before = tree();
    const { status, stderr } = pipeline("documents", "index", "source-aa", "source-a", "source-b");
    expect({ status, tree: tree() }).toEqual({ status: 2, tree: before });
    expect(stderr).toContain('Did you mean "source-a"?');
    expect(stderr).toContain("There is no text source-b.txt in");
  });
});

describe("a text", () => {
  let others: string;
  beforeEach(() => {
    others = mkdtempSync(join(tmpdir(), "jnim-texts-"));
  });
  afterEach(() => rmSync(others, { recursive: true, force: true }));
  const elsewhere = (...words: readonly string[]) => pipelineIn({ DOCUMENTS_DIR: others }, ...words);

  it("is found in raw/documents also where DOCUMENTS_DIR names another folder, and in that one", () => {
    writeFileSync(join(others, "source-b.txt"), TEXT);
    expect(elsewhere("documents", "verify").stdout).toBe(
      "source-a: unchanged, 10 sentences.\nsource-b: the file changed, but its 10 sentences did not.\n",
    );
    expect(elsewhere("explain", "evt-1").stdout).toContain("p1s3    Three.");
  });

  it("that is missing is said to be in neither place", () => {
    const { stderr } = elsewhere("documents", "verify");
    expect(stderr).toContain(`There is no text source-b.txt in ${others} or ${join(folder, "raw", "documents")}.`);
  });

  it("that is in both places must be the same in both", () => {
    writeFileSync(join(others, "source-a.txt"), TEXT);
    expect(elsewhere("documents", "verify").status).toBe(0);
    writeFileSync(join(others, "source-a.txt"), `${TEXT} Eleven.`);
    for (const words of [
      ["documents", "verify"],
      ["documents", "index"],
      ["documents", "show", "source-a"],
    ]) {
      const { status, stderr } = elsewhere(...words);
      expect([words, status]).toEqual([words, 2]);
      expect(stderr).toContain(`${join(others, "source-a.txt")} and ${textPath()} differ.`);
    }
    expect(elsewhere("documents", "verify", "--texts", join(folder, "raw", "documents")).status).toBe(0);
  });
});

describe("documents show", () => {
  const rows = (...words: readonly string[]) =>
    pipeline("documents", "show", "source-a", "--format", "csv", ...words)
      .stdout.trimEnd()
      .split("\n");

  it("prints each sentence with its state and what cites it", () => {
    const { status, stdout, stderr } = pipeline("documents", "show", "source-a");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^source-a: 10 sentences, 3 cited, 0 passed over, 7 unread\.\n/u);
    expect(stdout).toContain("  p1s3     Three.\n           cited: events/evt-1\n");
    expect(stdout).toContain("  p1s4     Four.\n           unread\n");
  });

  it("prints a worksheet, from a sentence on, or unread sentences only; of a repeated option, the last one counts", () => {
    expect(rows()).toHaveLength(11);
    expect(rows("--from", "p1s2", "--from", "p1s3").slice(0, 3)).toEqual([
      "locator,page,state,reason,records,text",
      "p1s3,,cited,,events/evt-1,Three.",
      "p1s4,,unread,,,Four.",
    ]);
    expect(rows("--unread")[1]).toBe("p1s4,,unread,,,Four.");
  });

  it("prints the same for a program", () => {
    const sentences = JSON.parse(pipeline("documents", "show", "source-a", "--json").stdout);
    expect(sentences).toHaveLength(10);
    expect(sentences[0]).toEqual({
      ...{ locator: "p1s1", line: 1, page: null, words: 1, text: "One.", state: "cited", reason: null },
      records: ["events/evt-1"],
    });
  });

  it("shows what the index says where there is no text, or another one, and says so", () => {
    writeText(TEXT.replace("Two", "Duo"));
    expect(rows("--from", "p1s2")[1]).toBe("p1s2,,cited,,events/evt-1,");
    expect(pipeline("documents", "show", "source-a").stderr).toContain(
      "1 sentence of the index not found in the text.",
    );
    writeText("On\0e.");
    expect(pipeline("documents", "show", "source-a").stderr).toContain("documents/nul-bytes");
    rmSync(textPath());
    expect(pipeline("documents", "show", "source-a")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("  p1s4     line 1, 1 word\n           unread"),
      stderr: expect.stringContaining("There is no text source-a.txt in"),
    });
  });

  it.each([
    ["an unknown source", ["source-aa"], 'Did you mean "source-a"?'],
    ["a source without index", ["source-b"], "source-b has no sentence index."],
    ["no place in a text", ["source-a", "--from", "page 3"], "--from page 3 is not a place in a text."],
    ["a place after the end", ["source-a", "--from", "p2"], "Its last one is p1s10."],
    ["two forms at once", ["source-a", "--json", "--format", "csv"], "--json and --format csv exclude each other."],
    ["two sources", ["source-a", "source-b"], "Unknown argument: source-b."],
  ])("is wrong usage with %s", (_, words, message) => {
    rmSync(join(folder, "raw", "documents", "source-b.index.csv"));
    const { status, stdout, stderr } = pipeline("documents", "show", ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("documents", () => {
  it("names the nearest subcommand", () => {
    expect(pipeline("documents", "shwo")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean "show"?'),
    });
  });
});

describe("documents coverage", () => {
  it("reports unread sentences, and fails with --strict", () => {
    const { status, stdout } = pipeline("documents", "coverage");
    expect(status).toBe(0);
    expect(stdout).toContain("Unread in source-a:\n  p1s4-p1s10: 7 sentences\n");
    expect(pipeline("documents", "coverage", "--strict").status).toBe(1);
  });

  it("reports on the sources named alone", () => {
    expect(pipeline("documents", "coverage", "source-b").stdout).not.toContain("source-a");
    expect(pipeline("documents", "coverage", "source-b", "source-a").stdout).toContain("source-a");
    expect(pipeline("documents", "coverage", "source-c").status).toBe(2);
  });

  it("and show read a source whose own row has errors, and print them", () => {
    const path = join(folder, "raw", "coded", "sources.csv");
    writeFileSync(path, read("coded/sources.csv").replace("2024-01-01", "01/01/2024"));
    const error = "sources.csv:2:date_published  stage/bad-date";
    const coverage = pipeline("documents", "coverage", "source-a");
    expect(coverage).toMatchObject({ status: 0, stderr: expect.stringContaining(error) });
    expect(coverage.stdout).toContain("Unread in source-a:\n  p1s4-p1s10: 7 sentences\n");
    const show = pipeline("documents", "show", "source-a");
    expect(show).toMatchObject({ status: 0, stderr: expect.stringContaining(error) });
    expect(show.stdout).toContain("source-a: 10 sentences, 3 cited, 0 passed over, 7 unread.");
    expect(show.stdout).toContain("Four.");
    expect(pipeline("documents", "coverage", "source-a", "--strict").status).toBe(1);
  });

  it("is one warning for each source in validate, with the ranges", () => {
    const staged = mkdtempSync(join(tmpdir(), "jnim-staged-"));
    const { stdout } = pipeline("validate", "--staged", staged);
    const issues = readFileSync(join(staged, "issues.csv"), "utf8");
    rmSync(staged, { recursive: true });
    for (const text of [stdout, issues]) {
      const lines = text.split("\n").filter((line) => line.includes("resolve/unread-sentences"));
      expect(lines).toHaveLength(2);
      expect(lines[0]).toContain("in source-a: 7 sentences (p1s4-p1s10)");
    }
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
