import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import { git } from "#tests/builders/git-clone.ts";

const PROJECT = join(import.meta.dirname, "../..");

let folder: string;
/** A repository with the golden base on `main`, the project's attributes, and two branches of it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-renumber-"));
  cpSync(join(PROJECT, "tests/golden/all-well/raw"), join(folder, "raw"), { recursive: true });
  copyFileSync(join(PROJECT, ".gitattributes"), join(folder, ".gitattributes"));
  git(["init", "--quiet", "--initial-branch=main"], folder);
  git(["config", "user.name", "A coder"], folder);
  git(["config", "user.email", "coder@example.org"], folder);
  commit("Begin");
  for (const name of ["ours", "theirs"]) git(["branch", name], folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (table: string) => join(folder, `raw/coded/${table}.csv`);
const read = (table: string) => readFileSync(path(table), "utf8");
const append = (table: string, ...rows: string[]) => appendFileSync(path(table), `${rows.join("\n")}\n`);
const edit = (table: string, from: string, to: string) => {
  expect(read(table)).toContain(from);
  writeFileSync(path(table), read(table).replace(from, to));
};
const hashOf = (coding: string) =>
  hashOfFolder([{ path: "expansion.csv", bytes: readFileSync(join(folder, coding, "expansion.csv")) }]);
const commit = (subject: string) => {
  git(["add", "."], folder);
  git(["commit", "--quiet", "-m", subject], folder);
};
const on = (branch: string, change: () => void) => {
  git(["checkout", "--quiet", branch], folder);
  change();
  commit(`Change ${branch}`);
};
const merge = () => git(["merge", "--quiet", "--no-edit", "theirs"], folder);

function pipeline(...words: string[]) {
  const args = [join(PROJECT, "pipeline/start.mjs"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: undefined },
  });
  return { status, stdout, stderr };
}

/** The first row of a table with another id and description. */
const rowLike = (table: string, id: string, description: string) =>
  (read(table).split("\n")[1] ?? "").replace(/^[^,]+/u, id).replace(/[^,]*,reported/u, `${description},reported`);

const MERGEABLE = "A merge with theirs keeps every row, and joins no two.\n";
const [NEXT_EVENT, NEXT_STEP] = ["evt-50", "exp-50"];

/** Each branch appends a record of its own under one id, in two tables, and a reference to it. */
function appendOnBoth(): void {
  for (const name of ["theirs", "ours"]) {
    on(name, () => {
      append("events", rowLike("events", NEXT_EVENT, `Told on ${name}`));
      append("expansion", rowLike("expansion", NEXT_STEP, `Told on ${name}`));
      append("corrections", `events,${NEXT_EVENT},,Told on ${name}.`);
    });
  }
}

describe("renumber", () => {
  it("lets two branches merge that took the same ids: no row is lost, and none joined with another", () => {
    appendOnBoth();
    const before = { events: read("events"), expansion: read("expansion"), corrections: read("corrections") };

    const check = pipeline("renumber", "theirs", "--check");
    expect(check.status).toBe(1);
    expect(check.stdout).toContain(`events.csv: theirs has the id ${NEXT_EVENT} too`);
    expect(check.stdout).toContain(`expansion.csv: theirs has the id ${NEXT_STEP} too`);
    expect(read("events")).toBe(before.events);

    expect(pipeline("renumber", "theirs")).toMatchObject({
      status: 0,
      stdout: "exp-50 is exp-51 now (1 cell).\nevt-50 is evt-51 now (2 cells).\n",
    });
    expect(read("corrections")).toBe(before.corrections.replace(`${NEXT_EVENT},,Told on ours`, "evt-51,,Told on ours"));
    commit("Renumber");
    expect(pipeline("renumber", "theirs", "--check")).toMatchObject({ status: 0, stdout: MERGEABLE });
    merge();
    for (const [table, id] of [
      ["events", "evt"],
      ["expansion", "exp"],
    ] as const) {
      const told = read(table)
        .split("\n")
        .flatMap((row) => /^([^,]+),.*(Told on \w+)/u.exec(row)?.slice(1, 3).join(" ") ?? []);
      expect(told.sort()).toEqual([`${id}-50 Told on theirs`, `${id}-51 Told on ours`]);
    }
    expect(read("corrections")).toContain("evt-50,,Told on theirs.");
    expect(read("corrections")).toContain("evt-51,,Told on ours.");
    expect(pipeline("renumber", "main", "--check")).toMatchObject({ status: 0 });
  });

  it("follows references in a second coding, and seals it again, but leaves the ids of its own rows", () => {
    for (const name of ["theirs", "ours"]) {
      on(name, () => {
        append("cited_works", rowLike("cited_works", "wrk-50", "").replace("A work", `A work of ${name}`));
        append("expansion", rowLike("expansion", NEXT_STEP, `Told on ${name}`));
      });
    }
    const coding = "raw/second/report-a/coder-b";
    on("ours", () => {
      mkdirSync(join(folder, coding), { recursive: true });
      const [header = "", first = ""] = read("expansion").split("\n");
      const citing = first.replace("exp-1,", "exp-50,").replace(",stated,,,", ",stated,,wrk-50,");
      writeFileSync(join(folder, coding, "expansion.csv"), `${header}\n${citing}\n`);
      append("coders", `report-a,coder-b,person,Us,Nothing.,2026-11-20,${hashOf(coding)}`);
    });

    const { status, stdout } = pipeline("renumber", "theirs");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "wrk-50 is wrk-51 now (2 cells).\nexp-50 is exp-51 now (1 cell).\n",
    });
    expect(readFileSync(join(folder, coding, "expansion.csv"), "utf8")).toMatch(/\nexp-50,.*,wrk-51,/u);
    expect(read("coders")).toContain(`,2026-11-20,${hashOf(coding)}\n`);
  });

  it("gives new ids to rows that are not committed yet", () => {
    on("theirs", () => append("expansion", rowLike("expansion", NEXT_STEP, "Told there")));
    git(["checkout", "--quiet", "ours"], folder);
    append("expansion", rowLike("expansion", NEXT_STEP, "Told here"));
    expect(pipeline("renumber", "theirs").stdout).toContain("exp-50 is exp-51 now");
    expect(read("expansion")).toMatch(/^exp-51,.*Told here/mu);
  });

  it("has nothing to do if no id is taken", () => {
    on("theirs", () => append("expansion", rowLike("expansion", NEXT_STEP, "Told there")));
    on("ours", () => append("expansion", rowLike("expansion", "exp-51", "Told here")));
    const before = read("expansion");
    expect(pipeline("renumber", "theirs")).toMatchObject({ status: 0, stdout: "theirs took no id of this branch.\n" });
    expect(read("expansion")).toBe(before);
  });

  it.each<[string, () => void, string[], string]>([
    ["an unknown branch", () => {}, ["nowhere"], 'Git knows no branch or commit "nowhere"'],
    ["words that Git would take for an option", () => {}, ["^main"], 'Git knows no branch or commit "^main"'],
    [
      "a folder without a repository",
      () => rmSync(join(folder, ".git"), { recursive: true }),
      ["main"],
      "not in a Git repository",
    ],
    [
      "the marks of a conflict",
      () => append("events", "<<<<<<< ours", "======="),
      ["main"],
      "events.csv has the marks of a merge conflict",
    ],
    [
      "a merge that is not finished",
      () => {
        on("theirs", () => writeFileSync(join(folder, "notes.txt"), "theirs"));
        on("ours", () => writeFileSync(join(folder, "notes.txt"), "ours"));
        expect(merge).toThrow();
      },
      ["theirs"],
      "A merge is not finished",
    ],
    [
      "branches without a common commit",
      () => {
        git(["checkout", "--quiet", "--orphan", "other"], folder);
        commit("Begin again");
        git(["checkout", "--quiet", "ours"], folder);
      },
      ["other"],
      "no commit in common",
    ],
  ])("says what is wrong with %s", (_, prepare, words, message) => {
    prepare();
    const { status, stderr } = pipeline("renumber", ...words);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});

describe("without renumber, what a merge makes is not silent:", () => {
  it("one id for two records", () => {
    appendOnBoth();
    const { status, stdout } = pipeline("renumber", "theirs", "--check");
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining("would be one record") });
    merge();
    // The same source and sentence: two rows that cannot both be statements of one record.
    expect(pipeline("validate").stdout).toContain("already has a statement from this source with the same evidence");
  });

  it("one row that both changed", () => {
    const row = read("expansion").split("\n")[1] ?? "";
    on("theirs", () => edit("expansion", row, row.replace(/[^,]*,reported/u, "Told otherwise,reported")));
    on("ours", () => edit("expansion", row, row.replace(/[^,]*,reported/u, "Told anew,reported")));
    expect(pipeline("renumber", "theirs", "--check")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("have both changed the row exp-1"),
    });
    merge();
    expect(pipeline("validate").stdout).toContain("already has a statement from this source with the same evidence");
  });

  it("two rows that were changed side by side, which a merge by lines brings back", () => {
    const [, one = "", two = ""] = read("expansion").split("\n");
    on("theirs", () => edit("expansion", one, one.replace(/p\d+s\d+/u, "p1s1-p1s2")));
    on("ours", () => edit("expansion", two, two.replace(/p\d+s\d+/u, "p1s1-p1s2")));
    const { status, stdout } = pipeline("renumber", "theirs", "--check");
    expect(status).toBe(1);
    expect(stdout).toContain("a merge would bring back the row");
  });
});
