import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEvent, writeEvents } from "#tests/builders/event-parquet.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

const folder = mkdtempSync(join(tmpdir(), "jnim-counts-"));
const countsPath = join(folder, "raw/coded/event_counts.csv");

const aProfile = (record_id: string, cells: Parameters<typeof aCodedRow>[1]) =>
  aCodedRow("profile", {
    ...{ record_id, attribute: "attacks_n", value: "attacks", amount: "10", unit: "attacks" },
    ...{ place_id: "mali", date: "2021", date_text: "in 2021" },
    ...cells,
  });
const anAlias = (event_source: string) =>
  aCodedRow("actor_aliases", {
    ...{ event_source, name: "Test Rebels", actor_id: "jnim", family_id: "jnim" },
    ...{ valid_from: null, valid_to: null, note: null },
  });

beforeAll(async () => {
  const { coded, indexes, outlines } = aRawInput({
    profile: [
      aProfile("prf-001", {}),
      aProfile("prf-002", { attribute: "ideology", value: "Salafism", amount: null, unit: null, date: null }),
      aProfile("prf-003", { date: "2021/..", amount: "12" }),
    ],
    actor_aliases: [anAlias("ucdp-ged"), anAlias("acled")],
  });
  for (const part of ["coded", "documents", "outlines"]) mkdirSync(join(folder, "raw", part), { recursive: true });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) writeFileSync(join(folder, path), bytes);
  await writeEvents(join(folder, "staged"), [
    anEvent({ event_id: "1" }),
    anEvent({ event_id: "2", event_kind: "against_civilians", date_start: "2022-12-31" }),
    anEvent({ event_id: "3", event_source: "acled", event_edition: "2024-01-01" }),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function counts(...words: readonly string[]) {
  const start = join(import.meta.dirname, "../../pipeline/start.mjs");
  const command = [start, "events", "counts", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("events counts", () => {
  it("prints each claim beside its counts, and what is not counted with the reason", () => {
    const { status, stdout, stderr } = counts();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^prf-001 {2}.*\n(.*\n)* {2}acled 2024-01-01\n(.*\n)* {4}declared +1 {2}\(1 event; /u);
    expect(stdout).toMatch(/ {2}ucdp-ged 23\.1\n(.*\n)* {4}declared +1 {2}/u);
    expect(stdout).toMatch(/Not counted:\n {2}prf-003 /u);
    expect(stdout).not.toContain("prf-002");
  });

  it("prints one claim, and all of it for programs", () => {
    const { status, stdout } = counts("prf-001", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        record_id: "prf-001",
        area: "MLI",
        window: { from: "date_of_claim", first: "2021-01-01", last: "2021-12-31" },
        sources: [{ event_source: "acled" }, { event_source: "ucdp-ged", counts: [{}, { counted: 1 }, {}, {}] }],
      },
    ]);
  });

  it.each([
    [["prf-01"], 'There is no record prf-01 in actor_profile. Did you mean "prf-001"?'],
    [["prf-002"], "prf-002 cannot be counted: no query is declared for ideology."],
    [["--staged", "elsewhere"], "There are no imported events in elsewhere/events."],
    [["--engine", "trino"], "Give --server URL together with --engine trino, and only then."],
    [["--server", "http://127.0.0.1:1"], "Give --server URL together with --engine trino, and only then."],
  ])("%j is wrong usage", (words, message) => {
    const { status, stdout, stderr } = counts(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("proposes rows once, and leaves those that are there and those that may not be published where they are", () => {
    const [header] = readFileSync(countsPath, "utf8").split("\n");
    const settled = `actor_profile,prf-001,ucdp-ged,23.1,${"a".repeat(64)},attacks,narrower,date_of_claim,2021-01-01,2021-12-31,MLI,7,7,,0,reader-1,`;
    writeFileSync(countsPath, `${header}\n${settled}`);
    const { status, stderr } = counts("--write");
    expect(status).toBe(0);
    expect(stderr).not.toContain("sorted");
    const rows = readFileSync(countsPath, "utf8").split("\n");
    expect(rows.map((row) => row.split(",")[6] ?? "")).toEqual([
      ...["definition", "any_actor", "declared", "narrower", "wider", ""],
    ]);
    expect([rows[0], rows[3]]).toEqual([header, settled]);
    const kept = readFileSync(join(folder, "staged/events/event_counts.csv"), "utf8");
    expect(kept.split("\n").map((row) => row.split(",")[2])).toEqual([
      "event_source",
      ...Array(4).fill("acled"),
      undefined,
    ]);
    expect(counts("--write").stderr).toContain("0 rows added, 4 known already");
    expect(readFileSync(countsPath, "utf8").split("\n")).toEqual(rows);
  });

  it("adds rows at the end of a table that somebody sorted otherwise, and says so", () => {
    const before = readFileSync(countsPath, "utf8");
    const [header, , ...others] = before.trimEnd().split("\n");
    const mine = [header, ...others.toReversed(), ""].join("\n");
    writeFileSync(countsPath, mine);
    const { stderr } = counts("--write");
    expect(stderr).toContain("raw/coded/event_counts.csv: 1 row added");
    expect(stderr).toContain("are not sorted by table, record_id, event_source, event_edition and definition, so the");
    expect(readFileSync(countsPath, "utf8").startsWith(mine)).toBe(true);
    writeFileSync(countsPath, before);
  });

  it("adds nothing to a table that has other columns", () => {
    const before = readFileSync(countsPath, "utf8");
    writeFileSync(countsPath, before.replace("record_id", "record"));
    const { status, stderr } = counts("--write");
    expect(status).toBe(2);
    expect(stderr).toContain("does not have the columns of event_counts");
    expect(readFileSync(countsPath, "utf8")).toBe(before.replace("record_id", "record"));
    writeFileSync(countsPath, before);
  });
});
