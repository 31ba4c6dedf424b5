import { describe, expect, it } from "vitest";
import { isEditionFile, isKeptInLatest } from "#pipeline/core/edition-files.ts";
import { archivePath } from "#pipeline/publish/editions/archive.ts";
import { editions } from "#pipeline/publish/editions/editions.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";

describe("the files of editions", () => {
  const paths = [...editions.flatMap((edition) => edition.paths(publishedTableNames)), archivePath("2.1.0")];

  it("are all that the editions name, and the archive", () => {
    expect(paths.filter((path) => !isEditionFile(path))).toEqual([]);
  });

  it.each([
    ...publishedTableNames.flatMap((name) => [`data/${name}.csv`, `data/${name}.schema.json`]),
    "datapackage.json",
    "croissant.json",
    "manifest.json",
    "SHA256SUMS",
    "load.R",
    "LICENSE",
    "other.zip",
    "data/jnim-data.xlsx.csv",
  ])("are not canonical: %s", (path) => expect(isEditionFile(path)).toBe(false));

  it("that people take from a repository are kept in latest/", () => {
    expect(
      paths
        .filter(isKeptInLatest)
        .map((path) => path.replace(/^.*\./u, ""))
        .every((end) => /json|svg|xlsx/u.test(end)),
    ).toBe(true);
    expect([isKeptInLatest("jnim-data.xlsx"), isKeptInLatest("jnim-data.sqlite"), isKeptInLatest("README.md")]).toEqual(
      [true, false, true],
    );
  });
});
