import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { acquireLock } from "#pipeline/io/lock.ts";
import { changeTexts, insertParagraph, writeRawWithTexts } from "#tests/builders/texts.ts";
import { type Blow, runPipeline } from "#tests/crash/program.ts";
import { listTree } from "#tests/crash/tree.ts";

const INDEX = { words: ["documents", "index"], takes: ["raw", "texts"] } as const;
const VERIFY = { words: ["documents", "verify"], takes: ["raw", "texts"] } as const;
const RELOCATE = { words: ["documents", "verify", "--relocate"], takes: ["raw", "texts"] } as const;
const VALIDATE = { words: ["validate"], takes: ["raw", "staged"] } as const;
const RUN = { words: ["run", "--date", "2026-11-24"], takes: ["raw", "staged", "dist"] } as const;
const COVERAGE = { words: ["documents", "coverage"], takes: ["raw", "texts"] } as const;
const EXPLAIN = { words: ["explain", "exp-1"], takes: ["raw", "texts"] } as const;

/** A folder whose texts got a paragraph after they were coded, the same after a relocation, and its file operations. */
const scratch = mkdtempSync(join(tmpdir(), "jnim-moved-"));
const [moved, relocated] = [join(scratch, "moved"), join(scratch, "relocated")];
let operations: readonly string[];
let folder: string;

beforeAll(async () => {
  mkdirSync(moved);
  writeRawWithTexts(moved);
  expect(await runPipeline(moved, INDEX)).toMatchObject({ code: 0 });
  changeTexts(moved, insertParagraph);
  cpSync(moved, relocated, { recursive: true });
  const log = join(scratch, "operations.log");
  expect(await runPipeline(relocated, RELOCATE, { CRASH_LOG: log })).toMatchObject({ code: 0 });
  operations = readFileSync(log, "utf8").trimEnd().split("\n");
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-fault-"));
  cpSync(moved, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const raw = (of: string) => listTree(join(of, "raw"));
const relocate = (blow: Blow) => runPipeline(folder, RELOCATE, blow);

/** The number of the first operation of the relocation that is worded so. */
function numberOf(operation: RegExp): number {
  const found = operations.findIndex((line) => operation.test(line)) + 1;
  if (found === 0) throw new Error(`There is no operation ${operation}.`);
  return found;
}

const FIRST_FILE = /rename .*coded/u;
const JOURNAL = /rename .*tmp-journal/u;

/** Kills a relocation after it has replaced one file of several. */
const interrupt = () => relocate({ CRASH_AT: String(numberOf(FIRST_FILE) + 1) });

describe("a relocation", () => {
  it("replaces locators, indexes and the hashes in sources.csv together", async () => {
    expect(readFileSync(join(relocated, "raw/documents/report-a.index.csv"), "utf8")).toContain(
      sha256Hex(readFileSync(join(relocated, "texts/report-a.txt"))),
    );
    const { code, stdout } = await runPipeline(relocated, VERIFY);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^(.+: unchanged, \d+ sentences\.\n)+$/u),
    });
    expect((await runPipeline(relocated, RELOCATE)).code).toBe(0);
    expect(await runPipeline(relocated, VALIDATE)).toMatchObject({ code: 0 });
  });

  it.each([
    ["ENOSPC", "The disk is full", /writeFile .*coded.*tmp-/u],
    ["EROFS", "The file system is read-only", /open .*lock/u],
    ["EIO", "The disk reported an error", /sync .*documents.*tmp-/u],
    ["EDQUOT", "The disk quota is used up", /writeFile .*tmp-journal/u],
    ["EACCES", "Permission is denied", JOURNAL],
    ["EIO", "The disk reported an error", FIRST_FILE],
  ])("that meets %s is reported in one line (%s) and leaves every file as it was", async (code, words, operation) => {
    const ended = await relocate({ FAULT_AT: `${numberOf(operation)}:${code}` });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(new RegExp(`^${words} at .+\\n$`, "u"));
    expect(raw(folder)).toEqual(raw(moved));
  });

  it("that meets a fault after it replaced a file is finished by the next command that writes", async () => {
    const ended = await relocate({ FAULT_AT: `${numberOf(FIRST_FILE) + 1}:EIO` });
    expect(ended.code).toBe(1);
    expect(await runPipeline(folder, VALIDATE)).toMatchObject({ code: 0 });
    expect(raw(folder)).toEqual(raw(relocated));
  });

  it("that a signal stops before its journal leaves every file as it was", async () => {
    const ended = await relocate({ SIGNAL_AT: `1:SIGTERM` });
    expect(ended).toMatchObject({ code: 143, stdout: "" });
    expect(raw(folder)).toEqual(raw(moved));
  });
});

describe("indexing", () => {
  it("leaves every file as it was where the disk is full", async () => {
    const ended = await runPipeline(folder, INDEX, { FAULT_AT: "8:ENOSPC" });
    expect(ended.code).toBe(1);
    expect(raw(folder)).toEqual(raw(moved));
  });
});

describe("an interrupted relocation", () => {
  beforeEach(interrupt);

  it.each([
    ["documents coverage", COVERAGE],
    ["documents verify", VERIFY],
    ["explain", EXPLAIN],
    ["run --check", { ...RUN, words: ["run", "--check"] }],
  ])("stops %s with exit code 1; the message names it and the remedy", async (_, command) => {
    const before = raw(folder);
    expect(await runPipeline(folder, command)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^raw is unfinished: `documents verify --relocate` was interrupted while it replaced \d+ files\. To finish it, run: npm run pipeline -- validate\n$/u,
      ),
    });
    expect(raw(folder)).toEqual(before);
  });

  it.each([
    ["validate", VALIDATE],
    ["run", RUN],
    ["documents index", INDEX],
    ["documents verify --relocate", RELOCATE],
  ])("is finished by %s, which says so in one line", async (_, command) => {
    const { code, stderr } = await runPipeline(folder, command);
    expect(code).toBe(0);
    expect(stderr.split("\n").filter((line) => line.includes("finished `documents verify --relocate`"))).toHaveLength(
      1,
    );
    expect(raw(folder)).toEqual(raw(relocated));
  });

  it("is not finished over a file that somebody edited since", async () => {
    const edited = join(folder, "raw/coded/passed_over.csv");
    writeFileSync(edited, `${readFileSync(edited, "utf8")}\n`);
    const before = raw(folder).filter((line) => !line.startsWith(".lock-"));
    for (const command of [VALIDATE, RUN, INDEX, RELOCATE]) {
      const { code, stderr } = await runPipeline(folder, command);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `raw/coded/passed_over.csv was changed after \`documents verify --relocate\` was interrupted`,
      );
      expect(stderr).not.toContain("    at ");
    }
    expect(raw(folder)).toEqual(before);
  });

  it("ends as an undisturbed one after a forged journal was refused", async () => {
    const path = join(folder, "raw/.journal.json");
    const journal = readFileSync(path, "utf8");
    writeFileSync(path, journal.replaceAll('"coded/', '"../coded/'));
    const { code, stderr } = await runPipeline(folder, VALIDATE);
    expect(code).toBe(1);
    expect(stderr).toContain(`raw/.journal.json is not a journal that this pipeline wrote`);
    expect(existsSync(join(folder, "coded"))).toBe(false);
  });
});

describe("a lock", () => {
  const hold = async (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    const lock = await acquireLock(join(folder, name));
    if ("heldBy" in lock) throw new Error(`${hostname()} holds the lock of a new folder.`);
    return lock.release;
  };

  it.each([
    ["raw", "documents index", INDEX],
    ["raw", "documents verify --relocate", RELOCATE],
    ["raw", "run", RUN],
    ["raw", "validate", VALIDATE],
    ["staged", "validate", VALIDATE],
    ["staged", "run", RUN],
    ["staged", "run --check", { ...RUN, words: ["run", "--check"] }],
    ["dist", "run", RUN],
  ])(
    "of %s/ makes %s exit 75; the message names the folder, and the other folders are not left locked",
    async (name, _, command) => {
      const release = await hold(name);
      const ended = await runPipeline(folder, command);
      expect(ended).toMatchObject({ code: 75, stdout: "" });
      expect(ended.stderr).toContain(`${name} is locked.`);
      await release();
      expect(listTree(folder).filter((line) => line.includes(".lock"))).toEqual([]);
    },
  );

  it("of raw/ is not needed to read it", async () => {
    const release = await hold("raw");
    expect((await runPipeline(folder, COVERAGE)).code).toBe(0);
    await release();
  });
});

const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

describe.skipIf(!canMount)("a run that may not write to raw/ (skipped where mounting is not allowed)", () => {
  const run = () => {
    const at = (name: string) => join(folder, name);
    const command = `node pipeline/start.mjs run --date 2026-11-24 --raw ${at("raw")} --staged ${at("staged")} --dist ${at("dist")}`;
    const script = `mount --bind ${at("raw")} ${at("raw")} && mount -o remount,bind,ro ${at("raw")} && ${command}`;
    const env = { ...process.env, DOCUMENTS_DIR: "" };
    return spawnSync("unshare", ["--mount", "sh", "-c", script], { encoding: "utf8", env });
  };

  it("publishes, and is not stopped by temporary files that a killed command left there", () => {
    writeFileSync(join(folder, "raw/coded/.tmp-events.csv-1-0a1b2c3d"), "");
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining("Published 1.0.0") });
  });

  it("stops at an unfinished change, and says who can finish it", async () => {
    await interrupt();
    const { status, stdout, stderr } = run();
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /is unfinished: .* run: npm run pipeline -- validate, as a user who may write to \S+raw\n$/u,
    );
  });
});

describe("results in staged/", () => {
  it("are as they were where the disk is full while new ones are written", async () => {
    expect((await runPipeline(folder, VALIDATE)).code).toBe(0);
    const before = listTree(join(folder, "staged"));
    const expansion = join(folder, "raw/coded/expansion.csv");
    writeFileSync(expansion, readFileSync(expansion, "utf8").replace("2020-38", "2020-37"));
    for (const at of [6, 20, 40]) {
      const ended = await runPipeline(folder, VALIDATE, { FAULT_AT: `${at}:ENOSPC` });
      expect(ended).toMatchObject({ code: 1, stdout: "" });
      expect(listTree(join(folder, "staged"))).toEqual(before);
    }
  });

  it("lose the records of an earlier run together with the rest, if the data have errors", async () => {
    expect((await runPipeline(folder, VALIDATE)).code).toBe(0);
    const expansion = join(folder, "raw/coded/expansion.csv");
    writeFileSync(expansion, readFileSync(expansion, "utf8").replace("2020-38", "spring 2020"));
    expect((await runPipeline(folder, RUN)).code).toBe(1);
    expect(listTree(join(folder, "staged")).map((line) => line.split(" ")[0])).toEqual(
      expect.not.arrayContaining(["records.ndjson", "conflicts.md"]),
    );
    expect(readFileSync(join(folder, "staged/issues.csv"), "utf8")).toContain("stage/bad-date");
  });
});
