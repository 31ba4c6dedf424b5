import { describe, expect, it } from "vitest";
import { judgeFile } from "#pipeline/events/import/judge-file.ts";

const judged = (path: string, head: string | readonly number[]) =>
  judgeFile({ path, head: typeof head === "string" ? Buffer.from(head) : Uint8Array.from(head), archive: null });
const entry = (name: string, isProtected = false) => ({ name, isProtected, compressedBytes: 1000, bytes: 10_000 });
const judgedArchive = (...archive: readonly ReturnType<typeof entry>[]) =>
  judgeFile({ path: "data.zip", head: new Uint8Array(), archive });

describe("a file of event data", () => {
  it.each([
    ["events.csv", "id,latitude\n", "csv"],
    ["events", "\uFEFFid;latitude\n", "csv"],
    ["events.json", ' \n{"type":"FeatureCollection"', "json"],
    ["events.csv", "\uFEFF[{", "json"],
    ["empty.csv", "", "csv"],
  ])("%s that begins with %j is %s", (path, head, form) => {
    expect(judged(path, head)).toEqual({ form, entry: null });
  });

  it.each([
    ["a.csv", "RDX3\n", "r-data"],
    ["a.rds", [0x1f, 0x8b, 8, 0], "r-data"],
    ["a.dta", [0x72, 1], "stata"],
    ["a", "<stata_dta><header>", "stata"],
    ["a.sav", "$FL2@(#)", "spss"],
    ["a.csv", "PAR1", "parquet"],
    ["a.gpkg", "SQLite format 3\0", "database"],
    ["a.dbf", [3, 120], "shapefile"],
    ["a.csv.gz", [0x1f, 0x8b, 8, 0], "gzip"],
    ["a.csv", "<!DOCTYPE html><html>", "web-page"],
    ["a.csv", "%PDF-1.7", "document"],
    ["a.xls", [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("W\0o\0r\0k\0b\0o\0o\0k\0")], "workbook"],
  ])("%s that begins with %j is refused as %s", (path, head, kind) => {
    expect(judged(path, head)).toEqual({ issue: { code: "events/other-kind", kind } });
  });
});

describe("an archive", () => {
  it("is read if it has exactly one table", () => {
    const table = entry("folder/GED.CSV");
    expect(judgedArchive(entry("README.txt"), entry("__MACOSX/folder/._GED.CSV"), table, entry("map.pdf"))).toEqual({
      form: "csv",
      entry: table,
    });
    expect(judgedArchive(entry("a.geojson"))).toMatchObject({ form: "json" });
  });

  it.each([
    ["no-table", [], [entry("map.pdf")]],
    ["several-tables", ["a.csv", "b.json"], [entry("a.csv"), entry("b.json")]],
    ["protected", ["a.csv"], [entry("a.csv", true)]],
  ])("is refused as %s", (fault, names, entries) => {
    expect(judgedArchive(...entries)).toEqual({ issue: { code: "events/bad-archive", fault, names } });
  });

  it("is refused if it would unpack to far more than a table of events", () => {
    const [compressedBytes, bytes] = [1_000_000, 1_000_000_000];
    expect(judgedArchive({ ...entry("a.csv"), compressedBytes, bytes })).toMatchObject({
      issue: { code: "events/bad-archive", fault: "swollen" },
    });
    expect(judgedArchive({ ...entry("a.csv"), compressedBytes: bytes / 50, bytes })).toMatchObject({ form: "csv" });
  });

  it("is refused if it is damaged, a workbook or a document", () => {
    expect(judgeFile({ path: "a.zip", head: new Uint8Array(), archive: "damaged" })).toMatchObject({
      issue: { code: "events/bad-archive", fault: "damaged" },
    });
    expect(judgedArchive(entry("xl/workbook.xml"))).toMatchObject({ issue: { kind: "workbook" } });
    expect(judgedArchive(entry("word/document.xml"))).toMatchObject({ issue: { kind: "document" } });
  });
});
