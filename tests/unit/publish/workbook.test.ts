import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { workbookFile } from "#pipeline/publish/workbook.ts";
import { aPublishedRow, someTables } from "#tests/builders/release.ts";

const release = { version: "1.0.0", created: "2026-11-24", dataHash: "ab".repeat(32) };
const tables = sortTables(someTables());
let bytes: Uint8Array;
let parts: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  bytes = (await workbookFile(tables, release)).bytes;
  parts = unzipSync(bytes);
});
const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
const sheetNames = () => [...part("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name]) => name);
const sheet = (name: string) => part(`xl/worksheets/sheet${sheetNames().indexOf(name) + 1}.xml`);

describe("the workbook", () => {
  it("begins with what to know first, has a sheet for each table, and ends with the columns and the codes", () => {
    const explained = tables.map(({ name }) => name).filter((name) => name !== "columns" && name !== "codelists");
    expect(sheetNames()).toEqual(["Read me", ...explained, "Columns", "Codes"]);
  });

  it("holds no formula, and texts as texts", () => {
    expect(Object.keys(parts).filter((path) => part(path).includes("<f>"))).toEqual([]);
    expect(part("xl/sharedStrings.xml")).toContain("<t>2018-41</t>");
    expect(part("xl/sharedStrings.xml")).toContain("<t>ML04</t>");
  });

  it("holds numbers as numbers, days as days and truth values as such", () => {
    expect(sheet("places")).toContain("<v>-8.0029</v>");
    expect(sheet("places")).toContain("<v>44256</v>");
    expect(sheet("expansion_timeline")).toMatch(/t="b"[^>]*><v>0<\/v>/u);
  });

  it("holds a day that Excel can not count as a text", async () => {
    const rows = ["1899-12-31", "1900-03-01"].map((pcode_valid_from, index) =>
      aPublishedRow("places", { place_id: `place-${index}`, pcode_valid_from }),
    );
    const written = unzipSync((await workbookFile(sortTables(new Map([["places", rows]])), release)).bytes);
    const sheetOfPlaces = strFromU8(
      written[`xl/worksheets/sheet${sheetNames().indexOf("places") + 1}.xml`] ?? new Uint8Array(),
    );
    expect(strFromU8(written["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain("<t>1899-12-31</t>");
    expect(sheetOfPlaces).toContain("<v>61</v>");
  });

  it("has styles as readxl and openpyxl expect them: a day's format beyond the built-in ones, a style named Normal", () => {
    expect(part("xl/styles.xml")).toContain('<numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>');
    expect(part("xl/styles.xml")).toContain('<xf numFmtId="164"');
    expect(part("xl/styles.xml")).toContain('<cellStyle name="Normal"');
  });

  it("freezes the header and lets every table be filtered", () => {
    expect(sheet("places")).toMatch(/<pane [^>]*state="frozen"/u);
    expect(sheet("places")).toContain('</sheetData><autoFilter ref="A1:N3"/>');
  });

  it("is the same to the byte for the same data", async () => {
    const again = await workbookFile(tables, release);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  });
});
