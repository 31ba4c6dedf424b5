import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { isUnsettled } from "#pipeline/io/faults.ts";
import { recover } from "#pipeline/io/journal.ts";
import { formatJournal, JOURNAL, type JournaledFile, parseJournal } from "#pipeline/io/journal-file.ts";
import { hasTraces, mendRaw, mendStaged, needsMending } from "#pipeline/io/mend.ts";
import { readSteadily } from "#pipeline/io/read-steadily.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jnim-journal-"));
  mkdirSync(join(root, "coded"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null);

/** `a` is replaced, `b` is created, `c` is deleted. */
const CHANGES: readonly { path: string; before: string | null; after: string | null }[] = [
  { path: "coded/a.csv", before: "old a", after: "new a" },
  { path: "coded/b.csv", before: null, after: "new b" },
  { path: "c.csv", before: "old c", after: null },
];
const OLD = CHANGES.map(({ before }) => before);
const NEW = CHANGES.map(({ after }) => after);
const contents = () => CHANGES.map(({ path }) => read(path));

const temporaryOf = (path: string) => path.replace(/[^/]+$/u, (name) => `.tmp-${name}-7-0a1b2c3d`);
const hashOrNull = (text: string | null) => (text === null ? null : sha256Hex(text));

/** What a process leaves that died after it had made the journal and replaced `done` of the files. */
function interruptAfter(done: number): void {
  const files = CHANGES.map(({ path, before, after }, position): JournaledFile => {
    const isDone = position < done;
    const text = isDone ? after : before;
    if (text !== null) write(path, text);
    if (!isDone && after !== null) write(temporaryOf(path), after);
    const temporary = after === null ? null : (temporaryOf(path).split("/").at(-1) ?? "");
    return { path, before: hashOrNull(before), after: hashOrNull(after), temporary };
  });
  write(JOURNAL, formatJournal({ command: "documents index", files }));
}

const names = () => readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
const unsettledBy = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isUnsettled(error) ? error.message : null;
};

describe("a change that was interrupted", () => {
  it.each([0, 1, 2, 3])("after %i of 3 files is finished by the next writing command, in one line", async (done) => {
    interruptAfter(done);
    expect(await hasTraces(root)).toBe(true);
    expect(await mendRaw(root)).toEqual([
      `${root}: finished \`documents index\`, which was interrupted while it replaced 3 files.`,
    ]);
    expect(contents()).toEqual(NEW);
    expect(names()).toEqual(["coded", "coded/a.csv", "coded/b.csv"]);
    expect(await hasTraces(root)).toBe(false);
  });

  it("before its journal was made leaves temporary files, which are removed", async () => {
    interruptAfter(0);
    unlinkSync(join(root, JOURNAL));
    expect(await mendRaw(root)).toEqual([`${root}: removed 2 temporary files of an interrupted command.`]);
    expect(contents()).toEqual(OLD);
    expect(names()).toEqual(["c.csv", "coded", "coded/a.csv"]);
  });

  it("is undone if no file was replaced and a new content is not there", async () => {
    interruptAfter(0);
    unlinkSync(join(root, temporaryOf("coded/b.csv")));
    expect(await mendRaw(root)).toEqual([
      `${root}: undid \`documents index\`, which was interrupted before it replaced any file.`,
    ]);
    expect(contents()).toEqual(OLD);
    expect(names()).toEqual(["c.csv", "coded", "coded/a.csv"]);
  });

  it("is not finished with a new content that is torn", async () => {
    interruptAfter(0);
    write(temporaryOf("coded/a.csv"), "new");
    expect(await recover(root)).toMatchObject({ ending: "undone" });
    interruptAfter(1);
    write(temporaryOf("coded/b.csv"), "new");
    expect(await recover(root)).toMatchObject({ fault: expect.stringContaining("coded/b.csv is missing") });
  });

  it.each([0, 1, 2, 3])(
    "after %i files touches nothing if somebody edited a file since, and names the file",
    async (done) => {
      interruptAfter(done);
      write("coded/a.csv", "edited");
      const before = names();
      const message = await unsettledBy(mendRaw(root));
      expect(message).toContain(`${join(root, "coded/a.csv")} was changed after \`documents index\` was interrupted`);
      expect(message?.split("\n")).toHaveLength(1);
      expect([names(), contents().slice(1)]).toEqual([before, [done > 1 ? "new b" : null, done > 2 ? null : "old c"]]);
      write("coded/a.csv", "old a");
      write(temporaryOf("coded/a.csv"), "new a");
      await mendRaw(root);
      expect(contents()).toEqual(NEW);
    },
  );

  it("does not stop a command that replaces results anyway", async () => {
    interruptAfter(1);
    write("coded/a.csv", "edited");
    await mendStaged(root);
    expect(names()).toEqual(["c.csv", "coded", "coded/a.csv"]);
  });

  it("stops a command that only reads, which names it", async () => {
    interruptAfter(1);
    const before = names();
    expect(await unsettledBy(readSteadily(root, () => Promise.resolve()))).toBe(
      `${root} is unfinished: \`documents index\` was interrupted while it replaced 3 files. To finish it, run: npm run pipeline -- validate`,
    );
    expect(names()).toEqual(before);
  });
});

describe("a reading of raw/", () => {
  it("is repeated if a file is replaced meanwhile, so that it never gets half of a change", async () => {
    write("coded/a.csv", "old");
    write("coded/b.csv", "old");
    let readings = 0;
    const readBoth = async () => {
      readings += 1;
      const a = read("coded/a.csv");
      if (readings === 1)
        await replaceFiles(root, {
          command: "documents index",
          files: ["a", "b"].map((name) => ({ path: join(root, `coded/${name}.csv`), bytes: Buffer.from("new") })),
        });
      return [a, read("coded/b.csv")];
    };
    expect(await readSteadily(root, readBoth)).toEqual(["new", "new"]);
    expect(readings).toBe(2);
  });

  it("gives up if the files never come to rest", async () => {
    let readings = 0;
    const edit = async () => {
      readings += 1;
      write("coded/a.csv", "x".repeat(readings));
    };
    expect(await unsettledBy(readSteadily(root, edit))).toContain("kept changing while it was read");
    expect(readings).toBeLessThan(20);
  });
});

describe("replacing files", () => {
  it("makes all changes, and leaves neither a journal nor temporary files", async () => {
    write("coded/a.csv", "old a");
    await replaceFiles(root, {
      command: "documents index",
      files: [
        { path: join(root, "coded/a.csv"), bytes: Buffer.from("new a") },
        { path: join(root, "coded/b.csv"), bytes: Buffer.from("new b") },
      ],
    });
    expect(names()).toEqual(["coded", "coded/a.csv", "coded/b.csv"]);
    expect([read("coded/a.csv"), read("coded/b.csv")]).toEqual(["new a", "new b"]);
  });

  it("writes nothing at all where every file has its content already", async () => {
    write("coded/a.csv", "same");
    rmSync(join(root, "journal"), { force: true });
    const file = { path: join(root, "coded/a.csv"), bytes: Buffer.from("same") };
    await replaceFiles(join(root), { command: "documents index", files: [file] });
    expect(names()).toEqual(["coded", "coded/a.csv"]);
  });
});

describe("a journal", () => {
  const file: JournaledFile = {
    path: "coded/a.csv",
    before: null,
    after: "a".repeat(64),
    temporary: ".tmp-a.csv-7-0a1b2c3d",
  };
  const journal = { command: "documents index", files: [file] };
  const withFile = (change: Partial<Record<keyof JournaledFile, unknown>>) =>
    JSON.stringify({ ...JSON.parse(formatJournal(journal)), files: [{ ...file, ...change }] });

  it("is read as it was written", () => expect(parseJournal(formatJournal(journal))).toEqual(journal));

  it.each([
    ["empty", ""],
    ["cut off", formatJournal(journal).slice(0, -20)],
    ["of another program", '{"files": []}'],
    ["null", "null"],
    ["with a command that could act on a terminal", formatJournal({ ...journal, command: "\u001b[2Jrun" })],
    ["with a file named twice", formatJournal({ ...journal, files: [file, file] })],
    ["with a path that leads outside", withFile({ path: "../a.csv" })],
    ["with a path that leads outside on its way", withFile({ path: "coded/../../a.csv" })],
    ["with an absolute path", withFile({ path: "/etc/passwd" })],
    ["with a path of another system", withFile({ path: "..\\a.csv" })],
    ["with a hidden file", withFile({ path: "coded/.htaccess" })],
    ["with a hidden folder", withFile({ path: ".git/config" })],
    ["with the folder itself", withFile({ path: "." })],
    ["with no path", withFile({ path: 7 })],
    ["with a temporary file elsewhere", withFile({ temporary: "../.tmp-a.csv-7-0a1b2c3d" })],
    ["with a temporary file that is none", withFile({ temporary: "b.csv" })],
    ["with no temporary file", withFile({ temporary: null })],
    ["with a hash that is none", withFile({ after: "a" })],
    ["with no change", withFile({ before: "a".repeat(64) })],
  ])("%s is none: nothing is touched, and the message names it", async (_, text) => {
    write("coded/a.csv", "as it was");
    write(JOURNAL, text);
    expect(parseJournal(text)).toBeNull();
    const before = names();
    for (const work of [() => mendRaw(root), () => readSteadily(root, () => Promise.resolve())]) {
      const message = await unsettledBy(work());
      expect(message).toContain(`${join(root, JOURNAL)} is not a journal that this pipeline wrote, or it is damaged.`);
    }
    expect([names(), read("coded/a.csv")]).toEqual([before, "as it was"]);
    await mendStaged(root);
    expect(existsSync(join(root, JOURNAL))).toBe(false);
  });

  it("that is a folder is none", async () => {
    mkdirSync(join(root, JOURNAL));
    expect(await unsettledBy(mendRaw(root))).toContain("is not a journal");
    expect(await needsMending(root)).toBe(true);
  });
});
