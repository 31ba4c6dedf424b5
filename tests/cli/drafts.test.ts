import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROJECT = join(import.meta.dirname, "../..");

let folder: string;
/** The golden base and a release of it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-drafts-"));
  cpSync(join(PROJECT, "tests/golden/all-well/raw"), join(folder, "raw"), { recursive: true });
  expect(run("--date", "2026-11-01")).toMatchObject({ status: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (file: string) => join(folder, "raw", file);
const read = (file: string) => readFileSync(path(file), "utf8");
const append = (table: string, row: string) => appendFileSync(path(`coded/${table}.csv`), `${row}\n`);
const edit = (file: string, from: string, to: string) => {
  expect(read(file)).toContain(from);
  writeFileSync(path(file), read(file).replace(from, to));
};

function pipeline(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "pipeline/start.mjs"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined },
  });
  return { status, stdout, stderr };
}
const run = (...words: string[]) => pipeline("run", ...words);

/** A third document, of which three sentences are coded and the others unread, with an actor of its own. */
function addDraft(): void {
  const [, source = ""] = read("coded/sources.csv").split("\n");
  const ofItsOwn = (text: string) =>
    text.replace(/https:[^,]*/gu, "https://draft.example/c").replaceAll(hash, "d".repeat(64));
  const [hash = ""] = /[0-9a-f]{64}/u.exec(source) ?? [];
  append("sources", ofItsOwn(source.replace("report-a,published", "draft-c,draft")));
  writeFileSync(path("documents/draft-c.index.csv"), ofItsOwn(read("documents/report-a.index.csv")));
  append("actors", "group-c,Group C,,jihadist_group,,A group that only the draft names.");
  append("actor_names", "nam-9,draft-c,p1s1,group-c,official,Group C,en,reported,stated,,,");
  const [, step = ""] = read("coded/expansion.csv").split("\n");
  append("expansion", step.replace("exp-1,report-a", "exp-1,draft-c"));
  append("expansion", step.replace("exp-1,report-a", "exp-9,draft-c").replace("group-x", "group-c"));
}

/** Everything that the folder of the newest release says. */
const release = () => {
  const below = join(folder, "dist/latest/data");
  return readdirSync(below)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => readFileSync(join(below, name), "utf8"))
    .join("\n");
};

describe("a draft source", () => {
  it("is validated, counted and staged, but no release has anything of it until it is published", () => {
    addDraft();
    const before = release();
    const validated = pipeline("validate");
    expect(validated).toMatchObject({ status: 0, stderr: "" });
    expect(validated.stdout).toContain("1 draft source: 3 rows are validated, not published.");
    expect(readFileSync(join(folder, "staged/statements/expansion.csv"), "utf8")).toContain("exp-9,draft-c");

    const first = run("--date", "2026-11-02");
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("Nothing to publish");
    expect(first.stderr).toContain("1 draft source: 3 rows are validated, not published.");
    expect(release()).toBe(before);
    const records = readFileSync(join(folder, "staged/records.ndjson"), "utf8");
    expect(records).toContain('"record_id":"exp-9"');
    expect(records.match(/"record_id":"exp-1"/gu)).toHaveLength(1);
    expect(pipeline("documents", "coverage", "--strict").status).toBe(0);
    expect(pipeline("explain", "expansion_timeline", "exp-9").stderr).toContain("as if draft-c were published");

    edit("coded/sources.csv", "draft-c,draft", "draft-c,published");
    expect(run("--date", "2026-11-03").status).toBe(0);
    for (const id of ["draft-c", "group-c", "exp-9", "nam-9"]) expect(release()).toContain(id);
  });

  it("does not keep others from being published by its errors", () => {
    addDraft();
    edit("coded/expansion.csv", "exp-9,draft-c,p1s3", "exp-9,draft-c,p99s9");
    edit("coded/expansion.csv", "Activity grew.", "Activity grew further.");
    expect(pipeline("validate").status).toBe(1);
    expect(run("--preview").stdout).not.toContain("p99s9");
    const { status, stdout, stderr } = run("--date", "2026-11-02");
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("Published 1.0.1") });
    expect(stderr).toContain("has no sentence p99s9");
    expect(stderr).toContain("1 error of drafts: they do not stop a release.");
    expect(release()).not.toContain("draft-c");
  });

  it("that was published stops the run, and the message says what to do instead", () => {
    edit("coded/sources.csv", "retelling-of-b,published", "retelling-of-b,draft");
    const { status, stderr } = run("--date", "2026-11-02");
    expect(status).toBe(1);
    expect(stderr).toContain("retelling-of-b was published in 1.0.0, so it cannot become a draft");
    expect(stderr).toContain("retired.csv");
    expect(stderr).not.toContain("is missing now");
    expect(run("--check").status).toBe(1);
  });

  it("that was published is named first and alone, where rows of others refer to it", () => {
    edit("coded/sources.csv", "report-b,published", "report-b,draft");
    expect(pipeline("validate").stdout).toContain("resolve/only-in-draft");
    for (const words of [["--check"], ["--preview"]]) {
      const { status, stdout, stderr } = run(...words);
      expect(status).toBe(1);
      const lines = `${stderr}${stdout}`.split("\n").filter((line) => /(?:resolve|publish)\//u.test(line));
      expect(lines).toEqual([expect.stringContaining("report-b was published in 1.0.0")]);
    }
  });
});
