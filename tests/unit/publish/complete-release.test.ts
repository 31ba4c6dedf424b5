import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import { NO_PROGRESS } from "#pipeline/core/progress.ts";
import { completeRelease, editionFormats } from "#pipeline/publish/complete-release.ts";
import { figures } from "#pipeline/publish/editions/figures/figures.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import type { Files } from "#tests/builders/memory-store.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";
import type { RowsByTable } from "#tests/builders/resolution.ts";

/** Completes a release, and gives its files in the order of their paths. */
async function complete(rows?: RowsByTable): Promise<Files> {
  const { workspace, content } = writeSomeRelease(rows);
  await completeRelease({
    ...someFacts,
    workspace,
    content,
    outlines: NO_OUTLINES,
    changes: [],
    previous: { version: "1.0.0", sha256sums: "2".repeat(64) },
    correctionKeys: [],
    migrating: null,
    changelog: "# Changelog\n",
    inputs: { inputs: [{ path: "coded/actors.csv", sha256: "0".repeat(64) }], pipeline: "1".repeat(64) },
    progress: NO_PROGRESS,
    pause: () => Promise.resolve(),
  });
  return new Map([...workspace.files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const hashes = (files: Files) => [...files].map(([path, bytes]) => [sha256Hex(bytes), path]);
let byPath: Files;
beforeAll(async () => {
  byPath = await complete();
});
const sumsIn = (sums: string) =>
  sums
    .trimEnd()
    .split("\n")
    .map((line) => line.split("  "));

describe("the files of a release", () => {
  it("are all there, and no other", () => {
    const paths = [...byPath.keys()];
    expect(paths.filter((path) => !path.startsWith("data/"))).toEqual([
      "CHANGELOG.md",
      "CITATION.cff",
      "CODEBOOK.md",
      "LICENSE",
      "README.md",
      "SHA256SUMS",
      "changes.csv",
      "croissant.json",
      "csv-metadata.json",
      "datapackage.json",
      ...figures.paths(publishedTableNames).toSorted(),
      "jnim-data-1.0.0.zip",
      "jnim-data.geojson",
      "jnim-data.sqlite",
      "jnim-data.xlsx",
      "load.R",
      "manifest.json",
    ]);
    const ofTables = publishedTableNames.flatMap((name) =>
      ["csv", "json", "parquet", "schema.json"].map((format) => `data/${name}.${format}`),
    );
    expect(paths.filter((path) => path.startsWith("data/"))).toEqual(ofTables.sort());
  });

  it("are listed in SHA256SUMS with their hashes, all but itself", () => {
    const sums = sumsIn(textOf(byPath.get("SHA256SUMS")));
    expect(sums).toEqual(hashes(byPath).filter(([, path]) => path !== "SHA256SUMS"));
  });

  it("are cited by a hash that a reader finds from SHA256SUMS", () => {
    const dataLines = textOf(byPath.get("SHA256SUMS"))
      .split("\n")
      .filter((line) => / {2}data\/.*\.csv$/u.test(line));
    const hash = sha256Hex(dataLines.map((line) => `${line}\n`).join(""));
    for (const path of ["README.md", "CITATION.cff", "croissant.json"])
      expect(textOf(byPath.get(path))).toContain(hash);
  });

  it("are in the zip file, which has its own SHA256SUMS", () => {
    const zipped = unzipSync(byPath.get("jnim-data-1.0.0.zip") ?? new Uint8Array());
    const sums = sumsIn(textOf(zipped["jnim-data-1.0.0/SHA256SUMS"]));
    const outside = ["SHA256SUMS", "jnim-data-1.0.0.zip", "manifest.json"];
    expect(sums.map(([, path]) => path)).toEqual([...byPath.keys()].filter((path) => !outside.includes(path)));
    for (const [hash, path] of sums) expect(sha256Hex(zipped[`jnim-data-1.0.0/${path}`] ?? "")).toBe(hash);
  });

  it("are in the manifest, with the inputs that they were made from and the form of each edition", () => {
    expect(JSON.parse(textOf(byPath.get("manifest.json")))).toMatchObject({
      version: "1.0.0",
      created: "2026-11-24",
      pipeline: "1".repeat(64),
      inputs: [{ path: "coded/actors.csv" }],
      editions: editionFormats(),
    });
  });

  it("are the same to the byte when they are made again", async () => {
    expect(hashes(await complete())).toEqual(hashes(byPath));
  });

  it("are made of tables without rows as well", async () => {
    expect([...(await complete(new Map())).keys()]).toEqual([...byPath.keys()]);
  });

  it("let Croissant read records from the Parquet files, which are typed", () => {
    const text = textOf(byPath.get("croissant.json"));
    expect(text).toContain('"fileObject":{"@id":"data/places.parquet"}');
    expect(text).not.toMatch(/"fileObject":\{"@id":"[^"]+\.csv"/u);
    expect(text).toContain('"encodingFormat":"application/x-parquet"');
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
