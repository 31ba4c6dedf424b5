import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMarkdown } from "#tests/builders/markdown.ts";
import { writeRaw } from "#tests/golden/raw-files.ts";

const PROJECT = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "jnim-preview-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function pipeline(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "pipeline/start.mjs"), ...words], {
    cwd: scratch,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined },
  });
  return { status, stdout, stderr };
}

const coded = (name: string) => join(scratch, "raw/coded", `${name}.csv`);
const replace = (name: string, from: string | RegExp, to: string) => {
  const text = readFileSync(coded(name), "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(coded(name), changed);
};

/** Publishes the golden base, then corrects a date and gives the reason, corrects a description, and retires an erratum. */
beforeAll(() => {
  writeRaw("all-well", join(scratch, "raw"));
  expect(pipeline("run").status).toBe(0);
  replace("events", "12 December 2023,2023-12-12", "11 December 2023,2023-12-11");
  replace("actors", "A made-up group.", "An invented group.");
  replace("errata", /^err-1.*\n/mu, "");
  replace("passed_over", "report-b,p3s1", "report-b,p2s2-p3s1");
  appendFileSync(coded("retired"), "errata,err-1,It was no slip.,,2026-11-24\n");
  appendFileSync(coded("corrections"), 'events,evt-1,date,"It was a day earlier.\n\n## 7.7.7 (2026-01-01)"\n');
});

const WHY =
  /^MINOR: 2 records corrected in events and actors; 1 record retired from errata; derived values follow in /u;

describe("run --preview", () => {
  it("shows the change as Markdown, and publishes nothing", () => {
    const { status, stdout } = pipeline("run", "--preview");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^- Corrected evt-1 \(.*, 11 December 2023\..*\): date_text from `12 December 2023` to `11 December 2023`/mu,
    );
    expect(stdout).toMatch(/ Follow: .*date_earliest/u);
    expect(stdout).toMatch(/^- Retired err-1 \(Slip in .*“.*”.*\): It was no slip\.$/mu);
    expect(stdout).toContain("- actors group-x: description from `A made-up group.` to `An invented group.`.");
    expect(stdout).not.toContain("date_earliest from");
    const { headings } = readMarkdown(stdout);
    expect(headings.slice(0, 2)).toEqual(["Preview of 1.1.0", "Corrections without a reason"]);
    expect(headings.filter((heading) => heading.includes("7.7.7"))).toEqual([]);
    expect(readdirSync(join(scratch, "dist/releases"))).toEqual(["1.0.0"]);
  });

  it("gives every fact to programs", () => {
    const { status, stdout } = pipeline("run", "--preview", "--json");
    const preview = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(preview).toMatchObject({ version: "1.1.0", from: "1.0.0", to: "staged", is_publishable: true });
    expect(preview.why).toMatch(WHY);
    expect(tableIn(preview, "events").changed).toMatchObject([{ record_id: "evt-1", cells: EVENT_CELLS }]);
    expect(tableIn(preview, "errata").retired).toMatchObject([
      { record_id: "err-1", reason: "It was no slip.", last_values: { corrected: "Old Town" } },
    ]);
    expect(preview.corrections_without_reason).toEqual([
      {
        ...{ table: "actors", record_id: "group-x", column: "description", claim_id: null },
        ...{ old_value: "A made-up group.", new_value: "An invented group." },
      },
    ]);
  });
});

const [REASON, FOLLOWS] = ["It was a day earlier.\n\n## 7.7.7 (2026-01-01)", "derived: follows from date"];
const EVENT_CELLS = [
  {
    column: "date_text",
    old_value: "12 December 2023",
    new_value: "11 December 2023",
    is_derived: false,
    reason: REASON,
  },
  { column: "date", old_value: "2023-12-12", new_value: "2023-12-11", is_derived: false, reason: REASON },
  { column: "date_earliest", is_derived: true, reason: FOLLOWS },
  { column: "date_latest", is_derived: true, reason: FOLLOWS },
];

type Compared = { readonly table: string } & Record<"changed" | "retired", readonly object[]>;

function tableIn({ tables }: { readonly tables: readonly Compared[] }, name: string): Compared {
  const found = tables.find(({ table }) => table === name);
  return found ?? expect.fail(`There is no table ${name}.`);
}

describe("diff FROM staged", () => {
  it("shows the same for any release, without touching staged/", () => {
    rmSync(join(scratch, "staged"), { recursive: true, force: true });
    const { status, stdout } = pipeline("diff", "1.0.0", "staged");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^## From 1\.0\.0 to staged\n/u);
    expect(stdout).toMatch(/^- Retired err-1 \(Slip in .*“.*”.*\): It was no slip\.$/mu);
    expect(existsSync(join(scratch, "staged"))).toBe(false);
    const compared = JSON.parse(pipeline("diff", "latest", "staged", "--json").stdout);
    const {
      version: _,
      why: __,
      is_publishable: ___,
      issues: ____,
      ...same
    } = JSON.parse(pipeline("run", "--preview", "--json").stdout);
    expect(compared).toEqual(same);
  });
});

describe("explain", () => {
  it("answers for a release from its own files, also where raw/ is not there", () => {
    const { status, stdout } = pipeline("explain", "jnim-data@1.0.0#evt-1", "date", "--raw", "nowhere", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ release: "1.0.0", columns: [{ values: { date: "2023-12-12" } }] });
    expect(JSON.parse(pipeline("explain", "evt-1", "date", "--json").stdout)).toMatchObject({
      release: null,
      columns: [{ values: { date: "2023-12-11" } }],
    });
  });

  it("shows the tombstone and the last values of a retired id", () => {
    const { status, stdout } = pipeline("explain", "errata", "err-1");
    expect(status).toBe(0);
    expect(stdout).toContain("errata err-1, in release 1.0.0\nRetired on 2026-11-24: It was no slip.");
    expect(stdout).toMatch(/^corrected +Old Town$/mu);
  });
});

describe("run --preview of data that cannot be published", () => {
  it("says what prevents it, and fails", () => {
    appendFileSync(coded("corrections"), "events,evt-1,actor1_id,It explains nothing.\n");
    const { status, stdout } = pipeline("run", "--preview");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "### What prevents the release\n\n- raw/coded/corrections.csv:5:record_id publish/idle-correction",
    );
    appendFileSync(coded("events"), "evt-2\n");
    const broken = pipeline("run", "--preview", "--json");
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.stdout)).toMatchObject({ version: null, is_publishable: false, tables: [] });
    expect(pipeline("diff", "latest", "staged")).toMatchObject({ status: 1, stdout: "" });
  });
});
