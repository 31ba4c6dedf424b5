import { describe, expect, it } from "vitest";
import { changedWords, readManifest } from "#pipeline/publish/compare/other-files.ts";
import { readerOf } from "#tests/builders/memory-store.ts";

const encoder = new TextEncoder();
const file = (path: string, text: string) => ({ path, bytes: encoder.encode(text) });
const reader = (files: Readonly<Record<string, string>>) =>
  readerOf(new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));

const LONG = "A line of words.\n".repeat(500);

describe("files whose words changed", () => {
  it.each([
    ["none, where all are as they were", LONG, LONG, []],
    ["one that is longer", LONG, `${LONG}x`, ["README.md"]],
    ["one that is shorter", LONG, LONG.slice(0, -1), ["README.md"]],
    ["one that is empty now", LONG, "", ["README.md"]],
    ["one that differs in its last letter", LONG, `${LONG.slice(0, -1)}x`, ["README.md"]],
  ])("are %s", (_, was, is, changed) => {
    expect(changedWords(reader({ "README.md": was }), [file("README.md", is)])).toEqual(changed);
  });

  it("are those that were not there as well, in the order of their names", () => {
    const described = [file("load.R", ""), file("README.md", "x"), file("CODEBOOK.md", "x")];
    expect(changedWords(reader({ "README.md": "x" }), described)).toEqual(["CODEBOOK.md", "load.R"]);
  });
});

describe("the manifest of a release", () => {
  const manifest = { outputs: [{ path: "load.R", bytes: 0, sha256: "a" }] };

  it("says the form of each edition; where it does not, it was the first", () => {
    const { formatOf } = readManifest(
      reader({ "manifest.json": JSON.stringify({ ...manifest, editions: { parquet: 3 } }) }),
    );
    expect([formatOf("parquet"), formatOf("xlsx")]).toEqual([3, 1]);
    expect(readManifest(reader({ "manifest.json": JSON.stringify(manifest) })).formatOf("parquet")).toBe(1);
  });
});
