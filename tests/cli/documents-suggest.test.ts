import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const OLD = "The Weavers raided the market in 2019. The Weavers believe in thrift. The Weavers raided Mali in 2020.";
const NEW = "The Weavers raided the market in May 2021. They think little of thrift. In March, 30 people fled to Mali.";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-suggest-"));
  write("raw/documents/source-a.txt", OLD);
  write("raw/documents/source-b.txt", NEW);
  code([]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Writes raw/ with source-a coded, and the rows of source-b. */
function code(events: readonly ReturnType<typeof aCodedRow>[]): void {
  const sha256 = { "source-a": sha256Hex(OLD), "source-b": sha256Hex(NEW) };
  const event = (record_id: string, evidence: string) =>
    aCodedRow("events", { record_id, evidence, date: null, date_text: null });
  const { coded, outlines } = aRawInput({
    sources: Object.entries(sha256).map(([id, hash]) => aSource(id, { sha256: hash })),
    actors: [
      aCodedRow("actors", { actor_id: "jnim", name: "Weavers", acronym: null }),
      aCodedRow("actors", { actor_id: "other-group", name: "Other Group", acronym: null }),
    ],
    events: [event("evt-1", "p1s1"), event("evt-2", "p1s3"), ...events],
    profile: [aCodedRow("profile", { record_id: "prf-1", evidence: "p1s2", date: null, date_text: null })],
  });
  for (const { path, bytes } of [...coded, ...outlines]) write(path, bytes);
  write("raw/documents/source-a.index.csv", writeIndex(buildIndex(OLD, sha256["source-a"])));
  write("raw/documents/source-b.index.csv", writeIndex(buildIndex(NEW, sha256["source-b"])));
}

const begin = () =>
  code([
    aCodedRow("events", {
      record_id: "evt-3",
      source_id: "source-b",
      evidence: "p1s1",
      date: null,
      date_text: null,
    }),
  ]);

function suggest(...words: readonly string[]) {
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const at = ["--raw", join(folder, "raw"), "--staged", join(folder, "staged")];
  const args = ["pipeline/start.mjs", "documents", "suggest", ...words, ...at];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, stdout, stderr };
}

const suggested = (name: string) => readFileSync(join(folder, "staged", "suggestions", name), "utf8");
const rawFiles = () =>
  ["coded", "documents"].flatMap((sub) =>
    readdirSync(join(folder, "raw", sub)).map((name) => [name, readFileSync(join(folder, "raw", sub, name), "utf8")]),
  );

describe("documents suggest", () => {
  it("is refused before the first coding has begun, and writes nothing", () => {
    const { status, stdout, stderr } = suggest("source-b");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("--before-coding");
    expect(existsSync(join(folder, "staged", "suggestions"))).toBe(false);
  });

  it("is given all the same with --before-coding, and that is recorded", () => {
    const { status, stderr } = suggest("source-b", "--before-coding");
    expect(status).toBe(0);
    expect(stderr).toContain("were shown before its first coding");
    expect(stderr).not.toContain("had_seen");
    expect(suggested("shown.csv")).toContain("source-b,TRUE,0,3\n");
  });

  it("shows the unread sentences with proposals, writes them all to staged/, and nothing to raw/", () => {
    begin();
    const before = rawFiles();
    const { status, stdout, stderr } = suggest("source-b", "--limit", "1");
    expect(status).toBe(0);
    expect(stderr).toContain("had_seen");
    expect(stdout).toContain("p1s2");
    expect(stdout).not.toContain("p1s3 ");
    expect(suggested("source-b.csv")).toContain("source-b,p1s3,date,,,In March,");
    expect(suggested("source-b.csv")).toContain("source-b,p1s3,place,mali,");
    expect(suggested("source-b.csv")).not.toContain("source-b,p1s1,");
    expect(suggested("shown.csv")).toContain("source-b,FALSE,1,3\n");
    expect(rawFiles()).toEqual(before);
  });

  it("prints CSV, the same bytes each time, and ranks by a table with --for", () => {
    begin();
    const { stdout } = suggest("source-b", "--format", "csv");
    expect(stdout).toBe(suggested("source-b.csv"));
    expect(suggest("source-b", "--format", "csv").stdout).toBe(stdout);
    const ranked = (table: string) =>
      [...suggest("source-b", "--format", "csv", "--for", table).stdout.matchAll(/,(p\d+s\d+),table,/gu)].map(
        ([, locator]) => locator,
      );
    expect(new Set(ranked("profile"))).toEqual(new Set(["p1s2", "p1s3"]));
    expect(ranked("profile")[0]).toBe("p1s2");
  });

  it("is wrong usage for a table that has no scores, a limit of 0, no such source, or a source without its text", () => {
    expect(suggest("source-b", "--for", "evnts")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("events"),
    });
    expect(suggest("source-b", "--limit", "0").status).toBe(2);
    expect(suggest("source-x").status).toBe(2);
    begin();
    rmSync(join(folder, "raw", "documents", "source-b.txt"));
    expect(suggest("source-b").status).toBe(2);
  });
});
