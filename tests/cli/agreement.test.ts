import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeRaw } from "#tests/golden/raw-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-agreement-"));
  writeRaw("two-second-codings", join(folder, "raw"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pipeline(...words: readonly string[]) {
  const start = join(import.meta.dirname, "../../pipeline/start.mjs");
  const env = { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...words], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const golden = (file: string) =>
  readFileSync(join(import.meta.dirname, "../golden/two-second-codings/expected/agreement", file), "utf8");
const differences = () => join(folder, "staged/agreement/report-a.csv");

describe("agreement", () => {
  it("prints the figures of each two codings, and writes what differs side by side", () => {
    const { status, stdout, stderr } = pipeline("agreement", "report-a");
    expect({ status, stdout }).toEqual({ status: 0, stdout: golden("report-a.txt") });
    expect(stderr).toContain("staged/agreement/report-a.csv");
    expect(readFileSync(differences(), "utf8")).toBe(golden("report-a.csv"));
  });

  it("prints nothing but JSON for programs", () => {
    const { status, stdout } = pipeline("agreement", "report-a", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      sourceId: "report-a",
      coders: [
        { coderId: "coder-b", coderType: "person" },
        { coderId: "coder-c", coderType: "program" },
      ],
      pairs: [
        { first: "published", second: "coder-b" },
        { first: "published", second: "coder-c" },
        { first: "coder-b", second: "coder-c" },
      ],
    });
  });

  it("keeps what the other commands write in staged/, and they keep its file", () => {
    expect(pipeline("validate").status).toBe(0);
    expect(pipeline("agreement", "report-a").status).toBe(0);
    expect(existsSync(join(folder, "staged/statements/events.csv"))).toBe(true);
    expect(pipeline("validate").status).toBe(0);
    expect(existsSync(differences())).toBe(true);
  });

  it("says that suggestions were shown, and which coders do not say whether they saw them", () => {
    expect(pipeline("agreement", "report-a").stderr).not.toContain("uggestions");
    const coders = join(folder, "raw/coded/coders.csv");
    writeFileSync(coders, readFileSync(coders, "utf8").replace("The guide and", "No suggestions; the guide and"));
    mkdirSync(join(folder, "staged/suggestions"), { recursive: true });
    const shown = ["report-a,TRUE,0,9", "report-b,TRUE,0,9", "report-a,FALSE,3,9"];
    writeFileSync(
      join(folder, "staged/suggestions/shown.csv"),
      `source_id,before_coding,n_read,n_sentences\n${shown.join("\n")}\n`,
    );
    const { status, stderr } = pipeline("agreement", "report-a");
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^Suggestions for report-a were shown before its first coding, and when 3 of 9 sentences were coded\.\nhad_seen in coders\.csv does not say whether coder-c saw them\./u,
    );
  });

  it("does not hide that the record of shown suggestions cannot be read", () => {
    mkdirSync(join(folder, "staged/suggestions/shown.csv"), { recursive: true });
    const { status, stdout, stderr } = pipeline("agreement", "report-a");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("shown.csv cannot be read");
  });

  it("rejects a source without a second coding, and says how to add one", () => {
    const { status, stdout, stderr } = pipeline("agreement", "report-b");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("raw/second/report-b/");
    expect(existsSync(differences())).toBe(false);
  });

  it("rejects a source that is not there, and suggests one", () => {
    const { status, stderr } = pipeline("agreement", "reprot-a");
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean "report-a"?');
  });

  it("compares nothing if a coding has changed", () => {
    appendFileSync(join(folder, "raw/second/report-a/coder-b/expansion.csv"), "\n");
    expect(pipeline("agreement", "report-a")).toMatchObject({ status: 1, stdout: "" });
    expect(pipeline("validate").stdout).toContain("agreement/changed-coding");
  });
});

describe("run", () => {
  const run = (date: string) => pipeline("run", "--date", date);
  const codebook = () => readFileSync(join(folder, "dist/latest/CODEBOOK.md"), "utf8");

  it("publishes the figures and who coded in the codebook, and nothing else of a second coding", () => {
    expect(run("2026-11-24").status).toBe(0);
    expect(codebook()).toContain("## How well codings agree");
    expect(codebook()).toContain("| `coder-c` | program | Team One |");
    expect(readFileSync(join(folder, "dist/latest/data/places.csv"), "utf8")).not.toContain("new-town");
    expect(run("2026-11-25").stderr).not.toContain("published");
  });

  it("publishes a new codebook if a second coding comes, and is not up to date before", () => {
    rmSync(join(folder, "raw/second"), { recursive: true });
    const coders = join(folder, "raw/coded/coders.csv");
    const [header, ...rows] = readFileSync(coders, "utf8").split("\n");
    writeFileSync(coders, `${header}\n`);
    expect(run("2026-11-24").status).toBe(0);
    expect(codebook()).not.toContain("How well codings agree");
    writeRaw("two-second-codings", join(folder, "raw"));
    expect(rows).toHaveLength(3);
    expect(run("2026-11-25").status).toBe(0);
    expect(codebook()).toContain("## How well codings agree");
  });
});
