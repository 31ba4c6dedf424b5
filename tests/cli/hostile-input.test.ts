import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#pipeline/core/limits.ts";

const PROJECT = join(import.meta.dirname, "../..");
const START = join(PROJECT, "pipeline/start.mjs");

let folder: string;
/** A release of the same data. */
const published = mkdtempSync(join(tmpdir(), "jnim-published-"));
const at = (path: string) => join(folder, path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-hostile-"));
  cpSync(join(PROJECT, "tests/golden/all-well/raw"), at("raw"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(published, { recursive: true, force: true }));

/** Puts the release in place that `run` would publish. */
function publish() {
  if (!existsSync(join(published, "dist"))) {
    expect(run()).toMatchObject({ status: 0 });
    cpSync(at("dist"), join(published, "dist"), { recursive: true, verbatimSymlinks: true });
  } else cpSync(join(published, "dist"), at("dist"), { recursive: true, verbatimSymlinks: true });
}

const environment = { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined, NODE_OPTIONS: undefined };
const options = (env: NodeJS.ProcessEnv = {}) => ({
  cwd: folder,
  encoding: "utf8" as const,
  env: { ...environment, ...env },
  // A command that waits for a pipe for ever is killed, and has no exit code then.
  timeout: 60_000,
  maxBuffer: 1 << 26,
});

const pipeline = (...words: string[]) => spawnSync(process.execPath, [START, ...words], options());
const run = (...words: string[]) =>
  pipeline("run", "--raw", "raw", "--staged", "staged", "--dist", "dist", "--date", "2026-11-01", ...words);
/** The same through a shell, which can redirect the output. */
const shell = (redirected: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync("bash", ["-c", redirected.replaceAll("PIPELINE", `"${process.execPath}" "${START}"`)], options(env));
const RUN = "PIPELINE run --raw raw --staged staged --dist dist --date 2026-11-01";

function expectNoTrace({ stdout, stderr }: SpawnSyncReturns<string>) {
  expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$|node:internal|Unhandled/mu);
}

/** What can stand in the place of a file. */
const things: [string, (path: string) => void][] = [
  ["a dangling link", (path) => symlinkSync("nowhere", path)],
  ["a link loop", (path) => symlinkSync(path, path)],
  ["a folder", (path) => mkdirSync(path)],
  ["a named pipe", (path) => expect(spawnSync("mkfifo", [path]).status).toBe(0)],
  ["a link to a device that never ends", (path) => symlinkSync("/dev/zero", path)],
  [
    "a file that is too large",
    (path) => {
      writeFileSync(path, "");
      truncateSync(path, limits.fileBytes + 1);
    },
  ],
];

describe("in the place of a file of raw/", () => {
  it.each(things)("%s is an issue with its place, and nothing is published", (_, make) => {
    publish();
    const places = ["raw/coded/events.csv", "raw/documents/report-a.index.csv", "raw/documents/report-a.txt"];
    for (const place of places) {
      rmSync(at(place), { force: true });
      make(at(place));
    }
    const ended = run();
    expectNoTrace(ended);
    expect(ended.status).toBe(1);
    for (const place of places)
      expect(ended.stderr).toMatch(new RegExp(`^${place}  extract/(unreadable|too-large)  `, "mu"));
    expect(ended.stderr).not.toContain("extract/missing-file");
    expect(readdirSync(at("dist/releases"))).toEqual(["1.0.0"]);
  });

  it("a link to a file is read like the file", () => {
    cpSync(at("raw/coded/events.csv"), at("elsewhere.csv"));
    rmSync(at("raw/coded/events.csv"));
    symlinkSync("../../elsewhere.csv", at("raw/coded/events.csv"));
    expect(run()).toMatchObject({ status: 0 });
    expect(run().stdout).toContain("Nothing to publish");
  });

  it("an unreadable table keeps documents index from replacing an index that rows of it may cite", () => {
    writeFileSync(at("raw/documents/report-a.txt"), "Another text.\n");
    const index = readFileSync(at("raw/documents/report-a.index.csv"));
    rmSync(at("raw/coded/events.csv"));
    mkdirSync(at("raw/coded/events.csv"));
    const ended = pipeline("documents", "index", "report-a", "--raw", "raw");
    expectNoTrace(ended);
    expect(ended).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("raw/coded/events.csv  extract/unreadable"),
    });
    expect(readFileSync(at("raw/documents/report-a.index.csv"))).toEqual(index);
  });
});

describe("the inputs of a release", () => {
  it("are read once, so that the hashes of its manifest are those of its rows, whoever saves a file meanwhile", () => {
    const file = at("raw/coded/expansion.csv");
    const before = createHash("sha256").update(readFileSync(file)).digest("hex");
    const preload = join(import.meta.dirname, "change-at-second-open.mjs");
    const env = { CHANGED_FILE: file, OPENED_LOG: at("opened.log"), NODE_OPTIONS: `--import ${preload}` };
    expect(shell(RUN, env)).toMatchObject({ status: 0 });
    const manifest = JSON.parse(readFileSync(at("dist/latest/manifest.json"), "utf8"));
    expect(manifest.inputs).toContainEqual({ path: "coded/expansion.csv", sha256: before });
    expect(readFileSync(at("dist/latest/data/expansion_timeline.csv"), "utf8")).not.toContain("spread further");
    expect(readFileSync(at("opened.log"), "utf8")).toBe("opened\n");
  });

  it("can be many, though few files may be open at a time", () => {
    for (let number = 0; number < 1_500; number += 1) writeFileSync(at(`raw/documents/x-${number}.txt`), "Text.\n");
    const ended = shell(`ulimit -n 256; ${RUN}`);
    expectNoTrace(ended);
    expect(ended).toMatchObject({ status: 0 });
  });
});

describe("folders that cannot be meant", () => {
  it.each([
    ["--raw ''", "--raw is empty"],
    ["--raw /dev/null", "not a folder"],
    ["--staged raw/coded/actors.csv", "not a folder"],
    ["--staged raw/coded/actors.csv/x", "below a file"],
    ["--dist loop", "leads back to itself"],
    ["--dist dangling", "does not exist"],
    ["--staged raw", "--raw and --staged name the same folder"],
    ["--staged raw/../raw/documents", "--raw and --staged name"],
    ["--dist staged/new", "--staged and --dist name"],
    ["--dist link-to-raw/new", "--raw and --dist name"],
    ["--texts dist/x", "--texts and --dist name"],
    ["--texts raw/coded/actors.csv", "not a folder"],
  ])("%s is refused in one line with exit code 2", (words, reason) => {
    symlinkSync("loop", at("loop"));
    symlinkSync("nowhere", at("dangling"));
    symlinkSync("raw", at("link-to-raw"));
    const ended = shell(`${RUN} ${words}`);
    expect(ended).toMatchObject({ status: 2, stdout: "" });
    expect(ended.stderr).toContain(reason);
    expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(at("dist"))).toBe(false);
  });

  it("are named if they come from the environment", () => {
    expect(shell(RUN, { DOCUMENTS_DIR: "/dev/null" })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("DOCUMENTS_DIR names /dev/null"),
    });
    expect(shell(`${RUN} --check`, { TMPDIR: at("nowhere") })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("TMPDIR"),
    });
    expect(shell(RUN, { TMPDIR: at("nowhere"), DOCUMENTS_DIR: "" })).toMatchObject({ status: 0 });
  });
});

describe("an output that cannot be written", () => {
  it("does not make a run look failed that published, or that had nothing to do", () => {
    for (const redirection of [">/dev/full 2>&1", ">/dev/full", "2>/dev/full", ">&- 2>&-"]) {
      const ended = shell(`${RUN} ${redirection}`);
      expectNoTrace(ended);
      expect([redirection, ended.status]).toEqual([redirection, 0]);
    }
    expect(readdirSync(at("dist/releases"))).toEqual(["1.0.0"]);
  });

  it("does not stop a run whose reader has gone", () => {
    expect(shell(`${RUN} 2>&1 | head -c0; exit \${PIPESTATUS[0]}`)).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(at("dist/releases"))).toEqual(["1.0.0"]);
  });

  it("does not make a run look failed whose log cannot be written, but says so", () => {
    mkdirSync(at("staged/runs.ndjson"), { recursive: true });
    for (const _ of ["publishes", "has nothing to do"])
      expect(run()).toMatchObject({
        status: 0,
        stderr: expect.stringContaining("The run log in staged lacks this run"),
      });
    expect(readdirSync(at("dist/releases"))).toEqual(["1.0.0"]);
  });

  it.each([
    ["explain", "explain expansion_timeline exp-1 --raw raw --dist dist"],
    ["validate", "validate --raw raw --staged staged --json"],
    ["releases", "releases --dist dist"],
    ["documents coverage", "documents coverage --raw raw"],
    ["run --check", "run --check --raw raw --staged staged --dist dist"],
  ])("is a failure of %s, whose result it is, unless the reader has gone", (_, words) => {
    publish();
    const full = shell(`PIPELINE ${words} >/dev/full`);
    expectNoTrace(full);
    expect(full.status).toBe(1);
    expect(full.stderr).toContain("The disk is full. The output is incomplete.");
    expect(shell(`PIPELINE ${words} | head -c0; exit \${PIPESTATUS[0]}`)).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("the sentences of a document", () => {
  const show = "PIPELINE documents show report-a --raw raw --format csv";

  it("are printed as far as the reader wants them", () => {
    const ended = shell(`${show} | head -n1; exit \${PIPESTATUS[0]}`);
    expect(ended).toMatchObject({ status: 0, stdout: "locator,page,state,reason,records,text\n" });
    expectNoTrace(ended);
  });

  it("are missed where the disk is full", () => {
    const ended = shell(`${show} >/dev/full`);
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining("The output is incomplete.") });
  });
});

describe("very many issues", () => {
  it("are all in issues.csv and in JSON, and counted on the terminal", () => {
    const [header = ""] = readFileSync(at("raw/coded/events.csv"), "utf8").split("\n");
    const row = `Bad id${",x".repeat(header.split(",").length - 1)}\n`;
    writeFileSync(at("raw/coded/events.csv"), `${header}\n${row.repeat(2_000)}`);
    const json = pipeline("validate", "--raw", "raw", "--staged", "staged", "--json");
    expect(json.status).toBe(1);
    const issues: unknown[] = JSON.parse(json.stdout);
    expect(issues.length).toBeGreaterThan(2_000);
    const lines = readFileSync(at("staged/issues.csv"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(issues.length + 1);
    const text = pipeline("validate", "--raw", "raw", "--staged", "staged");
    for (const printed of [text.stdout, run().stderr]) {
      expect(printed).toContain('events.csv:2:record_id  stage/bad-id  2,000 times (lines 2-2001): "Bad id" is not');
      expect(printed.trimEnd().split("\n").length).toBeLessThan(100);
    }
  });
});

const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

describe.skipIf(!canMount)(
  "a folder on a disk that is full or read-only (skipped where mounting is not allowed)",
  () => {
    const inOwnMounts = (script: string) =>
      spawnSync(
        "unshare",
        ["--mount", "bash", "-c", script.replaceAll("PIPELINE", `"${process.execPath}" "${START}"`)],
        options(),
      );

    it("is named in one line: the temporary folder, staged/ and dist/", () => {
      mkdirSync(at("small"));
      for (const [mount, words] of [
        ["mount -t tmpfs -o size=16k tmpfs small", `TMPDIR=small ${RUN} --check`],
        ["mount -t tmpfs -o size=16k tmpfs small", `${RUN} --staged small`],
        ["mount -t tmpfs -o ro tmpfs small", `${RUN} --staged small`],
        ["mount -t tmpfs -o ro tmpfs small", `${RUN} --dist small`],
      ]) {
        const ended = inOwnMounts(`${mount} && ${words}`);
        expectNoTrace(ended);
        expect([words, ended.status, ended.stdout]).toEqual([words, 1, ""]);
        expect(ended.stderr).toMatch(/(The disk is full|The file system is read-only|SQLite could not write)/u);
      }
    });
  },
);
