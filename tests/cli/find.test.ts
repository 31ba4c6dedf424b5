import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";
import { publishOnce } from "#tests/crash/program.ts";

const folder = mkdtempSync(join(tmpdir(), "jnim-find-"));
const events = join(folder, "raw/coded/events.csv");
beforeAll(async () => {
  const { coded } = aRawInput({ events: [aCodedRow("events", { record_id: "evt-003" })] });
  mkdirSync(join(folder, "raw/coded"), { recursive: true });
  for (const { path, bytes } of coded) writeFileSync(join(folder, path), bytes);
  await publishOnce(join(folder, "dist"), 1);
  await publishOnce(join(folder, "dist"), 2);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pipeline(...words: readonly string[]) {
  const start = join(import.meta.dirname, "../../pipeline/start.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...words], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("find", () => {
  it("prints what has all words, and exits with 0", () => {
    const { status, stdout, stderr } = pipeline("find", "other", "GROUP");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Actors:\n {2}other-group {2}Other Group\n {4}type: /u);
  });

  it("prints nothing but JSON for programs, with all hits", () => {
    const { status, stdout } = pipeline("find", "other-group", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      words: "other-group",
      hits: [{ kind: "actor", id: "other-group", match: "exact" }],
      nearest: [],
    });
  });

  it("exits with 1 if there is nothing, with what comes nearest beside the results", () => {
    const { status, stdout, stderr } = pipeline("find", "othr", "group");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Nothing has the words "othr group"\. What comes nearest:\nActors:\n {2}other-group/u);
    expect(JSON.parse(pipeline("find", "othr", "group", "--json").stdout)).toMatchObject({
      hits: [],
      nearest: [{ id: "other-group" }],
    });
  });

  it("rejects a question without a letter as wrong usage", () => {
    expect(pipeline("find", "…")).toEqual({
      status: 2,
      stdout: "",
      stderr: "Name at least one word with a letter or digit.\n",
    });
  });
});

describe("next-id", () => {
  it("is higher than all that raw/ has and that any release had, and is printed alone", () => {
    const next = pipeline("next-id", "events", "--dist", "nowhere");
    expect(next).toEqual({ status: 0, stdout: "evt-004\n", stderr: "" });
    expect(pipeline("next-id", "evt").stdout).toBe("evt-007\n");
    expect(JSON.parse(pipeline("next-id", "events.csv", "--json").stdout)).toEqual({
      table: "events",
      id: "evt-007",
      highest: "evt-006",
    });
  });

  it("comes with those after it if a count is given, one a line, or in a list for programs", () => {
    expect(pipeline("next-id", "evt", "--count", "3")).toEqual({
      ...{ status: 0, stderr: "" },
      stdout: "evt-007\nevt-008\nevt-009\n",
    });
    expect(JSON.parse(pipeline("next-id", "evt", "-n", "1", "--json").stdout)).toEqual({
      ...{ table: "events", highest: "evt-006" },
      ids: ["evt-007"],
    });
    expect(pipeline("next-id", "errata", "-n", "1000", "--dist", "nowhere").stdout).toMatch(/\nerr-1000\n$/u);
  });

  it.each(["0", "--count=-2", "1.5", "1001", "many", ""])("refuses the count %j as wrong usage", (count) => {
    const words = count.startsWith("--") ? [count] : ["--count", count];
    const { status, stdout, stderr } = pipeline("next-id", "evt", ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe("--count takes a whole number of ids, from 1 to 1,000.\n");
  });

  it("is the first one of an empty table", () => {
    expect(pipeline("next-id", "errata", "--dist", "nowhere").stdout).toBe("err-001\n");
  });

  it("is not a word that people choose: the command says how such ids are made", () => {
    const { status, stdout, stderr } = pipeline("next-id", "actors");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("You choose the ids of actors");
  });

  it("is not printed while an id cannot be read", () => {
    const before = readFileSync(events);
    appendFileSync(events, "evt-900,source-a\n");
    const { status, stdout, stderr } = pipeline("next-id", "events");
    writeFileSync(events, before);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("raw/coded/events.csv:3  extract/ragged-row");
  });
});
