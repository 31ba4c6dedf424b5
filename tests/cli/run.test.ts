import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const PROJECT = join(import.meta.dirname, "../..");
const RAW = join(PROJECT, "tests/golden/all-well/raw");
const scratch = mkdtempSync(join(tmpdir(), "jnim-data-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let number = 0;
let folder = scratch;

/** A raw/ of its own for each test, and an empty dist/ and staged/. */
beforeEach(() => {
  number += 1;
  folder = join(scratch, String(number));
  cpSync(RAW, join(folder, "raw"), { recursive: true });
});

const pipeline = (...words: string[]) => pipelineIn({}, ...words);

function pipelineIn(environment: Readonly<Record<string, string>>, ...words: string[]) {
  const folders = ["--raw", "raw", "--staged", "staged", "--dist", "dist"];
  const takesFolders = words[0] === "run" ? folders : words[0] === "validate" ? folders.slice(0, 4) : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, "pipeline/start.mjs"), ...words.slice(0, 1), ...takesFolders, ...words.slice(1)],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined, ...environment },
    },
  );
  return { status, stdout, stderr };
}

const edit = (file: string, from: string, to: string) => {
  const path = join(folder, "raw/coded", file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};
const latest = (): string => JSON.parse(releaseFile("manifest.json")).version;
const releaseFile = (path: string) => readFileSync(join(folder, "dist/latest", path), "utf8");

/** The files of a folder with their bytes, by path. */
const filesIn = (path: string) =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = join(entry.parentPath, entry.name);
        return [relative(path, file), readFileSync(file, "hex")];
      }),
  );

describe("run", () => {
  it("makes the same release whether or not events are imported, and leaves them alone", () => {
    expect(pipeline("run", "--date", "2026-11-01")).toMatchObject({ status: 0 });
    const without = filesIn(join(folder, "dist"));
    expect(releaseFile("data/event_links.csv")).toContain("events,evt-1,ucdp-ged,900001,23.1");
    rmSync(join(folder, "dist"), { recursive: true });
    rmSync(join(folder, "staged"), { recursive: true });

    const edition = join(folder, "staged/events/ucdp-ged/24.1");
    mkdirSync(join(edition, "year=2023"), { recursive: true });
    writeFileSync(join(edition, "edition.json"), "{}");
    writeFileSync(join(edition, "year=2023/events.parquet"), "no Parquet");
    const links = readFileSync(join(folder, "raw/coded/event_links.csv"), "utf8").replaceAll("9000", "8000");
    writeFileSync(join(folder, "staged/events/event_links.csv"), links);
    const events = filesIn(join(folder, "staged/events"));

    expect(pipeline("run", "--date", "2026-11-01")).toMatchObject({ status: 0 });
    expect(filesIn(join(folder, "dist"))).toEqual(without);
    expect(filesIn(join(folder, "staged/events"))).toEqual(events);
  });

  it("publishes, then finds nothing to do, then publishes what changed", () => {
    expect(pipeline("run", "--date", "2026-11-01")).toMatchObject({ status: 0 });
    expect(latest()).toBe("1.0.0");
    expect(releaseFile("data/expansion_timeline.csv")).toContain("2018-41");

    const again = pipeline("run");
    expect(again.status).toBe(0);
    expect(again.stdout).toContain("Nothing to publish");
    expect(pipeline("run", "--check").status).toBe(0);

    edit("expansion.csv", "Activity spread.", "Activity spread further.");
    expect(pipeline("run", "--check")).toMatchObject({ status: 1, stdout: expect.stringContaining("1.0.1") });
    expect(latest()).toBe("1.0.0");
    expect(pipeline("run", "--date", "2026-11-02").status).toBe(0);
    expect(latest()).toBe("1.0.1");
    expect(releaseFile("changes.csv")).toContain("Activity spread further.");
    expect(pipeline("diff", "1.0.0", "1.0.1", "--dist", "dist").stdout).toContain("exp-1");
    expect(pipeline("releases", "--dist", "dist").stdout).toMatch(/1\.0\.1[\s\S]*1\.0\.0/u);
  }, 120_000);

  it("tells programs what it did: as JSON, and by its exit code if they ask", () => {
    const found = (...words: string[]) => {
      const { status, stdout } = pipeline("run", "--json", "--date", "2026-11-01", ...words);
      return { status, ...JSON.parse(stdout) };
    };
    const latest = {
      version: "1.0.0",
      created: "2026-11-01",
      rows: expect.objectContaining({ expansion_timeline: 2 }),
    };
    expect(found("--check")).toMatchObject({ status: "would publish", version: "1.0.0", latest: null });
    expect(found("--exit-code")).toMatchObject({ status: "published", version: "1.0.0", issues: [], latest });
    expect(found()).toMatchObject({ status: "nothing to do", version: "1.0.0", why: null, latest });
    expect(pipeline("run", "--exit-code", "--quiet")).toEqual({ status: 3, stdout: "", stderr: "" });
    edit("expansion.csv", "2020-38", "spring 2020");
    expect(found()).toMatchObject({
      status: "failed",
      version: null,
      issues: [{ code: "stage/bad-date", severity: "error", message: expect.stringContaining("spring 2020") }],
      latest,
    });
    const quiet = pipeline("run", "--quiet", "--exit-code");
    expect({ ...quiet, stderr: quiet.stderr.split("\n").length }).toEqual({ status: 1, stdout: "", stderr: 2 });
  }, 120_000);

  it("shows what stands after it: the release, its tables and rows, and the files to open", () => {
    const { stdout } = pipeline("run", "--date", "2026-11-01");
    expect(stdout).toContain("jnim-data 1.0.0 of 2026-11-01 is in dist/latest: 23 tables,");
    for (const file of stdout.match(/dist\/latest\/[\w.-]*\w/gu) ?? [])
      expect(existsSync(join(folder, file))).toBe(true);
    expect(pipeline("run").stdout.replace(/^.*\n/u, "")).toBe(stdout.replace(/^.*\n/u, ""));
  }, 60_000);

  it("publishes nothing where the data have errors, and leaves the issues", () => {
    expect(pipeline("run", "--date", "2026-11-01").status).toBe(0);
    edit("expansion.csv", "2020-38", "spring 2020");
    const failed = pipeline("run");
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("raw/coded/expansion.csv:4:date  stage/bad-date");
    expect(latest()).toBe("1.0.0");
    expect(readFileSync(join(folder, "staged/issues.csv"), "utf8")).toContain("stage/bad-date");
    expect(existsSync(join(folder, "dist/releases/1.0.1"))).toBe(false);
    expect(
      readFileSync(join(folder, "staged/runs.ndjson"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).eventType),
    ).toEqual(["COMPLETE", "FAIL"]);
  }, 60_000);

  it("publishes nothing under a day before that of the last release", () => {
    expect(pipeline("run", "--date", "2026-11-02").status).toBe(0);
    edit("expansion.csv", "Activity spread.", "Activity spread further.");
    for (const check of [["--check"], []]) {
      expect(pipeline("run", "--date", "2026-11-01", ...check)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("The date 2026-11-01 is before 2026-11-02, when 1.0.0 was published."),
      });
    }
    expect(latest()).toBe("1.0.0");
    expect(pipeline("run", "--date", "2026-11-02").status).toBe(0);
  }, 60_000);

  it("takes its date from SOURCE_DATE_EPOCH, independent of the time zone", () => {
    for (const SOURCE_DATE_EPOCH of ["", "yesterday", "-1", "9999999999999999"])
      expect(pipelineIn({ SOURCE_DATE_EPOCH }, "run").status).toBe(2);
    expect(pipelineIn({ SOURCE_DATE_EPOCH: "1793491200" }, "run").status).toBe(0);
    expect(JSON.parse(releaseFile("manifest.json"))).toMatchObject({ created: "2026-11-01" });
  }, 60_000);

  it("never gives a version out again whose folder is gone", () => {
    expect(pipeline("run", "--date", "2026-11-01").status).toBe(0);
    rmSync(join(folder, "dist/releases/1.0.0"), { recursive: true });
    for (const check of [["--check"], []]) {
      expect(pipeline("run", "--date", "2026-11-02", ...check)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("dist/releases/1.0.0  publish/altered-release"),
      });
    }
    expect(existsSync(join(folder, "dist/releases/1.0.0"))).toBe(false);
  }, 60_000);

  it("requires a tombstone if a published id is gone", () => {
    expect(pipeline("run", "--date", "2026-11-01").status).toBe(0);
    const path = join(folder, "raw/coded/errata.csv");
    const [header = ""] = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, `${header}\n`);
    edit("passed_over.csv", "report-b,p3s1", "report-b,p2s2-p3s1");
    const failed = pipeline("run");
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("publish/vanished-id");
    writeFileSync(
      join(folder, "raw/coded/retired.csv"),
      "table,record_id,reason,replaced_by,date_retired\nerrata,err-1,It was no slip.,,2026-11-02\n",
    );
    expect(pipeline("run", "--date", "2026-11-02").status).toBe(0);
    expect(releaseFile("changes.csv")).toContain("retired,errata,err-1");
  }, 60_000);
});

describe("the command line", () => {
  it.each([
    ["an unknown command", ["valdate"]],
    ["an unknown option", ["validate", "--bogus"]],
    ["a date that is none", ["run", "--date", "tomorrow"]],
    ["a day that no calendar has", ["run", "--date", "2026-02-30"]],
    ["a folder that is not there", ["validate", "--raw", "nowhere"]],
  ])("refuses %s with exit code 2 and one line", (_, words) => {
    const { status, stdout, stderr } = pipeline(...words);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("prints every issue of validate to stdout, as text or JSON", () => {
    edit("expansion.csv", "2020-38", "2020-21");
    expect(pipeline("validate")).toMatchObject({ status: 1, stdout: expect.stringContaining("stage/bad-date") });
    const { stdout } = pipeline("validate", "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { code: "stage/bad-date", severity: "error", at: { line: 4, column: "date" } },
    ]);
  });
});
