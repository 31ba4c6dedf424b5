import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import { buildReleaseFiles } from "#pipeline/publish/release-files.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { publishedTableNames } from "#schemas/tables.ts";
import { aReleaseInput } from "#tests/builders/release.ts";

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
let files: readonly OutputFile[];
let byPath: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  files = await buildReleaseFiles(aReleaseInput());
  byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
});
const sumsIn = (sums: string) =>
  sums
    .trimEnd()
    .split("\n")
    .map((line) => line.split("  "));

describe("the files of a release", () => {
  it("are sorted by path and all there", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(paths.filter((path) => !path.startsWith("data/"))).toEqual([
      "CHANGELOG.md",
      "CITATION.cff",
      "CODEBOOK.md",
      "README.md",
      "SHA256SUMS",
      "changes.csv",
      "croissant.json",
      "csv-metadata.json",
      "datapackage.json",
      "jnim-data-1.0.0.zip",
      "jnim-data.sqlite",
      "jnim-data.xlsx",
      "load.R",
      "manifest.json",
    ]);
    for (const name of publishedTableNames)
      for (const format of ["csv", "json", "parquet", "schema.json"]) expect(paths).toContain(`data/${name}.${format}`);
  });

  it("are listed in SHA256SUMS with their hashes, all but itself", () => {
    const sums = sumsIn(textOf(byPath.get("SHA256SUMS")));
    expect(sums).toEqual(
      files.filter(({ path }) => path !== "SHA256SUMS").map(({ path, bytes }) => [sha256Hex(bytes), path]),
    );
  });

  it("are cited by a hash that a reader finds from SHA256SUMS", () => {
    const dataLines = textOf(byPath.get("SHA256SUMS"))
      .split("\n")
      .filter((line) => line.includes("  data/"));
    const hash = sha256Hex(dataLines.map((line) => `${line}\n`).join(""));
    for (const path of ["README.md", "CITATION.cff", "croissant.json"])
      expect(textOf(byPath.get(path))).toContain(hash);
  });

  it("are in the zip, which holds sums of its own", () => {
    const zipped = unzipSync(byPath.get("jnim-data-1.0.0.zip") ?? new Uint8Array());
    const sums = sumsIn(textOf(zipped["jnim-data-1.0.0/SHA256SUMS"]));
    const outside = ["SHA256SUMS", "jnim-data-1.0.0.zip", "manifest.json"];
    expect(sums.map(([, path]) => path)).toEqual(
      files.map(({ path }) => path).filter((path) => !outside.includes(path)),
    );
    for (const [hash, path] of sums) expect(sha256Hex(zipped[`jnim-data-1.0.0/${path}`] ?? "")).toBe(hash);
  });

  it("are told by the manifest with the inputs that they were made from", () => {
    expect(JSON.parse(textOf(byPath.get("manifest.json")))).toMatchObject({
      version: "1.0.0",
      created: "2026-11-24",
      pipeline: "1.0.0",
      inputs: [{ path: "raw/coded/actors.csv" }],
    });
  });

  it("are the same to the byte when they are made again", async () => {
    const again = await buildReleaseFiles(aReleaseInput());
    expect(again.map(({ path, bytes }) => [path, sha256Hex(bytes)])).toEqual(
      files.map(({ path, bytes }) => [path, sha256Hex(bytes)]),
    );
  });

  it("are made of tables without rows as well", async () => {
    const empty = await buildReleaseFiles({ ...aReleaseInput(), tables: sortTables(new Map()) });
    expect(empty.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
  });

  it("have Croissant's records read from the Parquet files, whose types nobody has to guess", () => {
    const text = textOf(byPath.get("croissant.json"));
    expect(text).toContain('"@id": "data/places.parquet"');
    expect(text).not.toMatch(/"fileObject": \{\s+"@id": "[^"]+\.csv"/u);
    expect(text).toContain('"encodingFormat": "application/x-parquet"');
  });

  it("name only files that exist in croissant.json and csv-metadata.json, with their hashes", () => {
    const croissant: { distribution: { contentUrl: string; sha256: string }[] } = JSON.parse(
      textOf(byPath.get("croissant.json")),
    );
    for (const { contentUrl, sha256 } of croissant.distribution)
      expect(sha256Hex(byPath.get(contentUrl) ?? "")).toBe(sha256);
    const csvw: { tables: { url: string }[] } = JSON.parse(textOf(byPath.get("csv-metadata.json")));
    for (const { url } of csvw.tables) expect(byPath.has(url)).toBe(true);
  });
});
