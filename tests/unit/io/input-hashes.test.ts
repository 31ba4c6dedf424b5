import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashInputs, hashPipeline, hasUnrecordedText } from "#pipeline/io/input-hashes.ts";

let raw: string;
const write = (path: string, text: string) => writeFileSync(join(raw, path), text);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

beforeEach(() => {
  raw = mkdtempSync(join(tmpdir(), "jnim-raw-"));
  for (const folder of ["coded", "documents"]) mkdirSync(join(raw, folder));
  write("coded/sources.csv", `source_id,sha256\nsource-a,${sha256("A text.")}\n`);
});
afterEach(() => rmSync(raw, { recursive: true, force: true }));

describe("the hashes that decide whether there is something to do", () => {
  it("are those of the coded tables and of the indexes, wherever raw/ lies", () => {
    write("coded/actors.csv", "actor_id\n");
    write("documents/source-a.index.csv", "locator\n");
    for (const other of ["coded/.~lock.actors.csv#", "coded/notes.txt", "README.md", "documents/source-a.txt"])
      write(other, "x");
    mkdirSync(join(raw, "coded/old.csv"));
    expect(hashInputs(raw).map(({ path }) => path)).toEqual([
      "coded/actors.csv",
      "coded/sources.csv",
      "documents/source-a.index.csv",
    ]);
    expect(hashInputs(raw)[0]?.sha256).toBe(sha256("actor_id\n"));
  });

  it("are none if there is no folder, which the step that reads it reports", () => {
    expect(hashInputs(join(raw, "nowhere"))).toEqual([]);
  });

  it("say of the code that it is what it was", () => {
    expect(hashPipeline()).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashPipeline()).toBe(hashPipeline());
  });
});

describe("an available text", () => {
  it("is not unrecorded if sources.csv has its hash, or if there is no text", () => {
    write("documents/source-a.txt", "A text.");
    expect(hasUnrecordedText(raw, join(raw, "documents"))).toBe(false);
    expect(hasUnrecordedText(raw, join(raw, "nowhere"))).toBe(false);
  });

  it("is to be looked at where it is another", () => {
    write("documents/source-a.txt", "Another text.");
    expect(hasUnrecordedText(raw, join(raw, "documents"))).toBe(true);
  });
});
