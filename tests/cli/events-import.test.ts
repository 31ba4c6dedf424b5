import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventProfiles } from "#schemas/events/profiles.ts";
import { eventFile, someEvents, type TrueEvent } from "#tests/builders/event-files.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-events [1]-"));
  mkdirSync(join(folder, "raw/coded"), { recursive: true });
  cpSync(join(root, "raw/outlines"), join(folder, "raw/outlines"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function importFiles(...words: readonly string[]) {
  const start = join(root, "pipeline/start.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, "events", "import", ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined },
  });
  return { status, stdout, stderr };
}

const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes);
const filesIn = (edition: string) => {
  const place = join(folder, "staged/events", edition);
  return Object.fromEntries(
    readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((name) => name.includes("."))
      .sort()
      .map((name) => [name, readFileSync(join(place, name)).toString("base64")]),
  );
};
const events = someEvents(60);
const acled = eventProfiles.find(({ event_source }) => event_source === "acled") ?? eventProfiles[0];
const profileWith = (changes: object) => JSON.stringify({ ...acled, event_source: "mine", ...changes });
const changed = (event: TrueEvent): TrueEvent => ({ ...event, deaths: event.deaths + 1 });

describe("events import", () => {
  it("writes a Parquet file for each year, and says what it took the edition from", () => {
    write("ged231.csv", eventFile("ged", events));
    const { status, stdout, stderr } = importFiles("ged231.csv", "--as", "ucdp-ged");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("ucdp-ged, edition 23.1 (from the name of the file): 60 events");
    expect(stdout).toMatch(/\nNext: npm run pipeline -- events match [^\n]+ events counts [^\n]+\n$/u);
    expect(stdout).not.toContain("could not be read");
    const years = [...new Set(events.map(({ day }) => day.slice(0, 4)))].sort();
    expect(Object.keys(filesIn("ucdp-ged/23.1"))).toEqual(
      ["edition.json", "unread.csv", ...years.map((year) => `year=${year}/events.parquet`)].sort(),
    );
    expect(readdirSync(join(folder, "staged")).filter((name) => name.startsWith(".tmp-"))).toEqual([]);
  });

  it("writes the same bytes whatever the order of rows and files", () => {
    write("a_23_1.csv", eventFile("ged", events.slice(0, 30)));
    write("b_23_1.csv", eventFile("ged", events.slice(30)));
    expect(importFiles("a_23_1.csv", "b_23_1.csv", "--as", "ucdp-ged").status).toBe(0);
    const first = filesIn("ucdp-ged/23.1");
    rmSync(join(folder, "staged"), { recursive: true });
    expect(importFiles("b_23_1.csv", "a_23_1.csv", "--as", "ucdp-ged").status).toBe(0);
    expect(filesIn("ucdp-ged/23.1")).toEqual(first);
    expect(importFiles("a_23_1.csv", "b_23_1.csv", "--as", "ucdp-ged").stdout).toContain("Nothing to do");
  });

  it("says what a newer edition added, revised and removed", () => {
    const [first, second, ...others] = events;
    if (first === undefined || second === undefined) throw new Error("There are events.");
    write("ged231.csv", eventFile("ged", events.slice(0, 50)));
    write("ged241.csv", eventFile("ged", [changed(second), ...others]));
    importFiles("ged231.csv", "--as", "ucdp-ged");
    const { stdout } = importFiles("ged241.csv", "--as", "ucdp-ged");
    expect(stdout).toContain(
      `Compared with edition 23.1: 10 added (100050, 100051, 100052, …), 1 revised (${second.id}), 1 removed (${first.id}).`,
    );
  });

  it("reports each row that it cannot read with its place, and imports the others", () => {
    const lines = Buffer.from(eventFile("acled_2023", events.slice(0, 10)))
      .toString("utf8")
      .replace('"MLI100002"', '""')
      .replace(/"Battles"|"Violence against civilians"/u, '"A new type"')
      .replace('"JNIM"', '"\u001b[31m=1+1"');
    write("events.csv", lines);
    const { status, stdout, stderr } = importFiles("events.csv", "--as", "acled", "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      status: "imported",
      n_rows: 10,
      n_events: 9,
      n_unread: 1,
      may_publish: false,
      issues: [
        { code: "events/unknown-type", severity: "warning", at: { line: 2, column: "event_type" } },
        { code: "events/no-id", severity: "error", at: { file: "events.csv", line: 6, column: "event_id_cnty" } },
      ],
    });
    const edition = readdirSync(join(folder, "staged/events/acled"))[0] ?? "";
    rmSync(join(folder, "staged"), { recursive: true });
    expect(importFiles("events.csv", "--as", "acled").stdout).toContain(
      `\nThe rows that could not be read, with the reasons: ${join("staged/events/acled", edition, "unread.csv")}.\n`,
    );
    const unread = readFileSync(join(folder, "staged/events/acled", edition, "unread.csv"), "utf8");
    expect(unread.split("\n")).toHaveLength(4);
  });

  it("takes none of several rows with one id and different content", () => {
    write("ged231.csv", eventFile("ged", [...events.slice(0, 10), ...events.slice(0, 1).map(changed)]));
    const { status, stdout, stderr } = importFiles("ged231.csv", "--as", "ucdp-ged");
    expect(status).toBe(0);
    expect(stdout).toContain("9 events");
    expect(stderr.match(/events\/duplicate-id/gu)).toHaveLength(2);
  });

  it("takes nothing from an archive of which a byte has changed", () => {
    const packed = zipSync({ "ged231.csv": new Uint8Array(eventFile("ged", events)) }, { level: 0 });
    const at = Buffer.from(packed).indexOf("JNIM");
    packed.set(Buffer.from("jnim"), at);
    write("ged231.zip", packed);
    const { status, stderr } = importFiles("ged231.zip", "--as", "ucdp-ged");
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining("events/bad-archive") });
    expect(existsSync(join(folder, "staged/events"))).toBe(false);
  });

  it.each([
    ["counts.csv", "admin2,year,month,events\nA,2021,1,3\n", "events/counts-only"],
    ["few.csv", "event_id_cnty,event_date\nA,2021\n", "events/missing-columns"],
    ["book.xlsx", zipSync({ "xl/workbook.xml": new Uint8Array(4) }), "events/other-kind"],
    ["data.rds", new Uint8Array([0x1f, 0x8b, 8, 0]), "events/other-kind"],
    ["two.zip", zipSync({ "a.csv": new Uint8Array(4), "b.csv": new Uint8Array(4) }), "events/bad-archive"],
    ["empty.csv", "", "events/no-rows"],
    ["open.csv", `${Buffer.from(eventFile("acled_2023", events.slice(0, 1)))}"MLI9,`, "events/unclosed-quote"],
    [
      "long.csv",
      `${Buffer.from(eventFile("acled_2023", events.slice(0, 1)))}"${"x".repeat(1_100_000)}"\n`,
      "events/too-long-row",
    ],
    ["commas.csv", ",".repeat(10_000_000), "events/too-long-row"],
    ["bad.json", "{", "events/bad-json"],
  ])("refuses %s with the reason, and writes nothing", (name, bytes, code) => {
    write(name, bytes);
    const { status, stderr } = importFiles(name, "--as", "acled");
    expect(status).toBe(1);
    expect(stderr).toContain(`${name}`);
    expect(stderr).toContain(code);
    expect(existsSync(join(folder, "staged/events"))).toBe(false);
  });

  it("names a file that is in the place of a folder", () => {
    write("ged231.csv", eventFile("ged", events));
    mkdirSync(join(folder, "staged/events"), { recursive: true });
    write("staged/events/ucdp-ged", "");
    const { status, stderr } = importFiles("ged231.csv", "--as", "ucdp-ged");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is a file instead of a folder at staged\/events\/ucdp-ged\. [^\n]+\n$/u);
  });

  it("reports links whose events are gone or have changed, and exits with 1", () => {
    write("ged231.csv", eventFile("ged", events.slice(0, 3)));
    importFiles("ged231.csv", "--as", "ucdp-ged");
    const header = "table,record_id,event_source,event_id,event_edition,event_sha256";
    const link = (id: string) => `events,evt-001,ucdp-ged,${id},22.1,${"a".repeat(64)}`;
    write("raw/coded/event_links.csv", `${[header, link("100000"), link("gone")].join("\n")}\n`);
    const { status, stderr } = importFiles("ged231.csv", "--as", "ucdp-ged");
    expect(status).toBe(1);
    expect(stderr).toContain("raw/coded/event_links.csv:2:event_sha256  events/link-changed");
    expect(stderr).toContain("raw/coded/event_links.csv:3:event_id  events/link-gone");
  });

  it("says what is in the place of a file", () => {
    mkdirSync(join(folder, "folder.csv"));
    symlinkSync("nothing", join(folder, "link.csv"));
    const refusal = (name: string) => importFiles(name, "--as", "acled");
    expect(refusal("none.csv")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^There is no file none\.csv\./u),
    });
    expect(refusal("folder.csv")).toMatchObject({ status: 1, stderr: expect.stringContaining("This is a folder") });
    expect(refusal("link.csv")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("This is a link to a file"),
    });
    expect(refusal("/dev/null")).toMatchObject({ status: 1, stderr: expect.stringContaining("This is a device") });
  });

  it.each([
    ["is no JSON", "{", "not valid JSON"],
    ["has an empty header", profileWith({ columns: { ...acled?.columns, event_id: [" "] } }), "a header with a letter"],
    ["supersedes itself", profileWith({ superseded_by: "mine" }), "superseded by itself"],
    ["is no name of a folder", profileWith({ event_source: "../mine" }), "event_source: a name of small letters"],
  ])("takes no profile that %s", (_, text, words) => {
    write("mine.json", text);
    write("events.csv", eventFile("acled_2023", events));
    const { status, stderr } = importFiles("events.csv", "--as", "mine.json");
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
    expect(existsSync(join(folder, "staged"))).toBe(false);
  });

  it("takes no profile that calls itself as one of this project, and no edition that is no name of a folder", () => {
    write("mine.json", '{"event_source":"acled"}');
    write("ged231.csv", eventFile("ged", events));
    expect(importFiles("ged231.csv", "--as", "mine.json").status).toBe(2);
    expect(importFiles("ged231.csv", "--as", "ged").stderr).toContain("--as takes ucdp-ged");
    for (const edition of ["../..", "NUL", "con.1"])
      expect(importFiles("ged231.csv", "--as", "ucdp-ged", "--edition", edition).status).toBe(2);
  });
});
