import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPage } from "#tests/builders/intake.ts";
import { writeRawWithTexts } from "#tests/builders/texts.ts";
import { type Blow, runPipeline } from "#tests/crash/program.ts";
import { listTree } from "#tests/crash/tree.ts";

const INDEX = { words: ["documents", "index"], takes: ["raw", "texts"] } as const;
const VALIDATE = { words: ["validate"], takes: ["raw", "staged"] } as const;
const adding = (file: string, id: string) =>
  ({ words: ["documents", "add", file, "--id", id, "--write"], takes: ["raw", "texts"] }) as const;

/** A folder with two documents to add, the same after the first was added, and its file operations. */
const scratch = mkdtempSync(join(tmpdir(), "jnim-arrived-"));
const [arrived, added] = [join(scratch, "arrived"), join(scratch, "added")];
let operations: readonly string[];
let folder: string;

beforeAll(async () => {
  mkdirSync(arrived);
  writeRawWithTexts(arrived);
  expect(await runPipeline(arrived, INDEX)).toMatchObject({ code: 0 });
  writeFileSync(join(arrived, "page.html"), aPage());
  writeFileSync(join(arrived, "other.html"), aPage().replaceAll("river", "lake"));
  cpSync(arrived, added, { recursive: true });
  const log = join(scratch, "operations.log");
  expect(await runPipeline(added, adding("page.html", "page"), { CRASH_LOG: log })).toMatchObject({ code: 0 });
  operations = readFileSync(log, "utf8").trimEnd().split("\n");
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-fault-"));
  cpSync(arrived, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const add = (blow: Blow = {}) => runPipeline(folder, adding("page.html", "page"), blow);

/** Every file outside staged/, but not the folders that may wait for one. */
const files = (of: string) => listTree(of).filter((line) => !line.startsWith("staged/") && !line.endsWith("/"));

/** The number of the first operation of the undisturbed call that is worded so. */
function numberOf(operation: RegExp): number {
  const found = operations.findIndex((line) => operation.test(line)) + 1;
  if (found === 0) throw new Error(`There is no operation ${operation}.`);
  return found;
}

/** The same call again, undisturbed, ends as if nothing had been. */
async function expectNextEndsWell(): Promise<void> {
  expect(await add()).toMatchObject({ code: 0 });
  expect(files(folder)).toEqual(files(added));
}

describe("a document that is added", () => {
  it.each([
    ["EROFS", "The file system is read-only", /open .*raw.*lock/u],
    ["EACCES", "Permission is denied", /open .*texts.*lock/u],
    ["EACCES", "Permission is denied", /mkdir.* .*texts.*originals/u],
    ["ENOSPC", "The disk is full", /writeFile .*originals.*tmp-/u],
    ["EDQUOT", "The disk quota is used up", /writeFile .*texts.*tmp-journal/u],
    ["EIO", "The disk reported an error", /rename .*texts.*originals/u],
  ])("and meets %s is reported in one line (%s), and no file is written", async (code, words, operation) => {
    const ended = await add({ FAULT_AT: `${numberOf(operation)}:${code}` });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(new RegExp(`^${words} at .+\\n$`, "u"));
    expect(files(folder)).toEqual(files(arrived));
    await expectNextEndsWell();
  });

  it("has its text, but no row and no index, where raw/ is full; the message says how to finish", async () => {
    const ended = await add({ FAULT_AT: `${numberOf(/writeFile .*raw.*tmp-.*index/u)}:ENOSPC` });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^The text is in texts, but .* run the command again\.\nThe disk is full at .+\n$/u);
    const raw = (of: string) => listTree(join(of, "raw"));
    expect(raw(folder)).toEqual(raw(arrived));
    await expectNextEndsWell();
  });

  it("is finished by the next command that writes, if a fault comes after the first file of raw/", async () => {
    const ended = await add({ FAULT_AT: `${numberOf(/rename .*raw.*index\.csv/u) + 1}:EIO` });
    expect(ended.code).toBe(1);
    const { stderr } = await runPipeline(folder, VALIDATE);
    expect(stderr).toContain("raw: finished `documents add`, which was interrupted");
    await expectNextEndsWell();
  });

  it("is left out by a signal, and no file is written", async () => {
    const ended = await add({ SIGNAL_AT: `${numberOf(/open .*raw.*lock/u)}:SIGTERM` });
    expect(ended).toMatchObject({ code: 143, stdout: "" });
    expect(files(folder)).toEqual(files(arrived));
  });
});

describe("two documents that are added at once", () => {
  /** Both calls, those that had to wait once more, and what the first attempts ended with. */
  async function addBoth(...calls: readonly (readonly [file: string, id: string])[]) {
    const ended = await Promise.all(calls.map(([file, id]) => runPipeline(folder, adding(file, id))));
    for (const { code, stderr } of ended) if (code === 75) expect(stderr).toMatch(/^raw is locked\. Another run has/u);
    const again = [];
    for (const [at, { code }] of ended.entries()) {
      const [file = "", id = ""] = calls[at] ?? [];
      again.push(code === 75 ? await runPipeline(folder, adding(file, id)) : ended[at]);
    }
    return again;
  }

  it("under two ids are both there in the end", async () => {
    const ended = await addBoth(["page.html", "page"], ["other.html", "other"]);
    expect(ended.map((one) => one?.code)).toEqual([0, 0]);
    const sources = readFileSync(join(folder, "raw/coded/sources.csv"), "utf8");
    expect(sources).toMatch(/^page,/mu);
    expect(sources).toMatch(/^other,/mu);
  });

  it("under one id are not mixed: one is there, and the other is refused", async () => {
    const ended = await addBoth(["page.html", "page"], ["other.html", "page"]);
    expect(ended.map((one) => one?.code).sort()).toEqual([0, 1]);
    expect(ended.find((one) => one?.code === 1)?.stderr).toContain("(id-of-another-original)");
  });

  it("and are the same end as if it had been added once", async () => {
    const ended = await addBoth(["page.html", "page"], ["page.html", "page"]);
    expect(ended.map((one) => one?.code)).toEqual([0, 0]);
    expect(files(folder)).toEqual(files(added));
  });
});

const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

describe.skipIf(!canMount)("a real file system (skipped where mounting is not allowed)", () => {
  const addIn = (mount: string) => {
    const at = (name: string) => join(folder, name);
    const command = `node pipeline/start.mjs documents add ${at("page.html")} --id page --write --raw ${at("raw")} --texts ${at("texts")}`;
    const env = { ...process.env, DOCUMENTS_DIR: "" };
    return spawnSync("unshare", ["--mount", "sh", "-c", `${mount} && ${command}`], { encoding: "utf8", env });
  };

  it.each(["raw", "texts"])("that is read-only at %s/ is named, and no file is written", (name) => {
    const place = join(folder, name);
    const { status, stdout, stderr } = addIn(`mount --bind ${place} ${place} && mount -o remount,bind,ro ${place}`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The file system is read-only at .+\n$/u);
    expect(files(folder)).toEqual(files(arrived));
  });

  it("that is full at texts/ is named, and no file is written", () => {
    const place = join(folder, "texts");
    const before = files(folder);
    const { status, stderr } = addIn(
      `mount -t tmpfs -o size=16k tmpfs ${place} && (head -c 20k /dev/zero > ${place}/filler || true) 2> /dev/null`,
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^The disk is full/u) });
    expect(files(folder)).toEqual(before);
  });
});
