import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashInputs, hashPipeline, hasUnrecordedText } from "#pipeline/io/input-hashes.ts";
import { aFile } from "#tests/builders/document.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const nothing = {
  codedPath: "raw/coded",
  coded: [],
  strays: [],
  second: [],
  indexes: [],
  texts: [],
  outlines: [],
  unread: [],
};
const sources = aFile("raw/coded/sources.csv", `source_id,sha256\nsource-a,${sha256("A text.")}\n`);

describe("the hashes that decide whether there is something to do", () => {
  it("are those of the coded tables and of the indexes, wherever raw/ lies", () => {
    const coded = [aFile("some/where/coded/actors.csv", "actor_id\n"), sources];
    const indexes = [aFile("some/where/documents/source-a.index.csv", "locator\n")];
    const texts = [aFile("texts/source-a.txt", "A text.")];
    expect(hashInputs({ ...nothing, coded, indexes, texts })).toEqual([
      { path: "coded/actors.csv", sha256: sha256("actor_id\n") },
      { path: "coded/sources.csv", sha256: expect.any(String) },
      { path: "documents/source-a.index.csv", sha256: sha256("locator\n") },
    ]);
  });

  it("say of the code that it is what it was", () => {
    expect(hashPipeline()).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashPipeline()).toBe(hashPipeline());
  });
});

describe("an available text", () => {
  const unrecorded = (...texts: string[]) =>
    hasUnrecordedText({ ...nothing, coded: [sources], texts: texts.map((text) => aFile("t/source-a.txt", text)) });

  it("is not unrecorded if sources.csv has its hash, or if there is no text", () => {
    expect(unrecorded("A text.")).toBe(false);
    expect(unrecorded()).toBe(false);
  });

  it("is to be looked at where it is another, or where there is no sources.csv", () => {
    expect(unrecorded("A text.", "Another text.")).toBe(true);
    expect(hasUnrecordedText({ ...nothing, texts: [aFile("t/source-a.txt", "A text.")] })).toBe(true);
  });
});
