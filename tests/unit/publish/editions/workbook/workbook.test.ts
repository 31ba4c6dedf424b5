import { afterEach, describe, expect, it } from "vitest";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { aPublishedRow, type CellsOf, someEditionTables } from "#tests/builders/release.ts";
import { readWorkbook, workbookBytes } from "#tests/builders/workbook.ts";

const tables = someEditionTables();
const workbook = await readWorkbook(tables);

/** The workbook of a release with these rows in one table, and the first row of their sheet at 2. */
const workbookOf = <N extends PublishedTableName>(name: N, rows: readonly CellsOf<N>[]) =>
  readWorkbook(someEditionTables(new Map([[name, rows.map((cells) => aPublishedRow(name, cells))]])));

const withRowCount = (name: string, rowCount: number): EditionTable[] =>
  tables.map((table) => (table.name === name ? { ...table, rowCount } : table));

const readMe = ({ sharedTexts }: { readonly sharedTexts: readonly string[] }) => sharedTexts.join("\n");

describe("the sheets of the workbook", () => {
  it("begin with what to know first, are one for each table, and end with the columns and the codes", () => {
    const explained = tables.map(({ name }) => name).filter((name) => name !== "columns" && name !== "codelists");
    expect(workbook.sheetNames).toEqual(["Read me", ...explained, "Columns", "Codes"]);
  });

  it("have names that Excel accepts", () => {
    expect(workbook.sheetNames.filter((name) => !/^[\w ]{1,31}$/u.test(name))).toEqual([]);
  });

  it("have a frozen header and a filter over all cells", () => {
    expect(workbook.sheet("places")).toMatch(/<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"\/>/u);
    expect(workbook.sheet("places")).toContain('</sheetData><autoFilter ref="A1:O3"/>');
    expect(workbook.part("xl/workbook.xml")).toContain(`hidden="1">'places'!$A$1:$O$3</definedName>`);
  });

  it("are there for a table without rows, with its header alone", () => {
    expect(workbook.cell("retired", "A1")).toEqual({ kind: "s", value: "table" });
    expect(workbook.sheet("retired")).toContain('<autoFilter ref="A1:E1"/>');
  });

  it("leave out a table of more than 50,000 rows, and Read me says where it is", async () => {
    const small = await readWorkbook(withRowCount("claims", 50_000));
    expect(small.sheetNames).toContain("claims");
    expect(readMe(small)).not.toContain("Tables without a sheet");
    const large = await readWorkbook(withRowCount("claims", 50_001));
    expect(large.sheetNames).not.toContain("claims");
    expect(large.sheet("claims")).toBe("");
    expect(readMe(large)).toMatch(/Tables without a sheet\nclaims: .* 50001 rows\. .* data\/claims\.csv/u);
  });

  it("read each row of a table once, apart from those that set the widths of its columns", async () => {
    let reads = 0;
    const row = aPublishedRow("retired");
    const rows = function* () {
      for (let at = 0; at < 2000; at += 1) {
        reads += 1;
        yield row;
      }
    };
    await workbookBytes(tables.map((table) => (table.name === "retired" ? { ...table, rowCount: 2000, rows } : table)));
    expect(reads).toBe(2501);
  });
});

describe("the cells of the workbook", () => {
  it("are never formulas, and are empty if the value is unknown", () => {
    expect(workbook.paths.filter((path) => /<f[ >]/u.test(workbook.part(path)))).toEqual([]);
    expect(workbook.sheet("places")).not.toContain('r="M2"');
  });

  it("are numbers, truth values and days as such", async () => {
    const { cell } = await workbookOf("places", [
      { place_id: "a", longitude: -8.0029, latitude: 14, pcode_valid_from: "2021-03-01" },
    ]);
    const columns = tables.find(({ name }) => name === "places")?.fields.map(({ name }) => name) ?? [];
    const at = (column: string) => `${String.fromCharCode(65 + columns.indexOf(column))}2`;
    expect(cell("places", at("longitude"))).toEqual({ kind: "n", value: "-8.0029" });
    expect(cell("places", at("latitude"))).toEqual({ kind: "n", value: "14" });
    expect(cell("places", at("pcode_valid_from"))).toEqual({ kind: "n", value: "44256" });
    expect(workbook.sheet("errata")).toMatch(/ t="b"><v>0<\/v>/u);
  });

  it.each([
    "2018-41",
    "2018-07",
    "ML04",
    "007",
    "1E5",
    "TRUE",
    "1/2",
    "-5",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "😀 Côte d'Ivoire",
  ])("are texts where the table has texts: %s", async (text) => {
    const { cell } = await workbookOf("retired", [{ record_id: text }]);
    expect(cell("retired", "B2")).toEqual({ kind: "s", value: text });
  });

  it.each([
    ["1899-12-31", "s", "1899-12-31"],
    ["1900-02-28", "s", "1900-02-28"],
    ["1900-03-01", "n", "61"],
    ["9999-12-31", "n", "2958465"],
  ])("contain the day %s as Excel counts it, or as a text if Excel cannot", async (day, kind, value) => {
    const { sheet, sharedTexts } = await workbookOf("places", [{ place_id: "a", pcode_valid_from: day }]);
    if (kind === "n") expect(sheet("places")).toContain(`<v>${value}</v>`);
    expect(sharedTexts.includes(day)).toBe(kind === "s");
  });

  it("contain a text of up to 32,767 characters; a longer one is visibly cut, and Read me says so", async () => {
    const whole = await workbookOf("retired", [{ record_id: "a", reason: "x".repeat(32_767) }]);
    expect(whole.sharedTexts).toContain("x".repeat(32_767));
    expect(readMe(whole)).not.toContain("Texts that were cut");
    const cut = await workbookOf("retired", [{ record_id: "a", reason: "x".repeat(32_768) }]);
    expect(cut.sharedTexts.find((text) => text.startsWith("xxx"))).toMatch(/^x+ \[… cut: see Read me\]$/u);
    expect(Math.max(...cut.sharedTexts.map((text) => text.length))).toBe(32_767);
    expect(readMe(cut)).toMatch(/Texts that were cut\nretired: 1 cell\. .* data\/retired\.csv/u);
  });
});

describe("the look of the workbook", () => {
  it("is as readxl and openpyxl expect it: a day's format beyond the built-in ones, a style named Normal", () => {
    expect(workbook.part("xl/styles.xml")).toContain('<numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>');
    expect(workbook.part("xl/styles.xml")).toContain('<xf numFmtId="164"');
    expect(workbook.part("xl/styles.xml")).toContain('<cellStyle name="Normal"');
  });

  it("gives a row of long text the height of its lines, as far as Excel allows", async () => {
    const { sheet } = await workbookOf("retired", [
      { record_id: "a", reason: "short" },
      { record_id: "b", reason: "one\ntwo\nthree" },
      { record_id: "c", reason: "word ".repeat(2000) },
    ]);
    expect(sheet("retired")).toContain('<row r="2"><c');
    expect(sheet("retired")).toContain('<row r="3" ht="45" customHeight="1"><c');
    expect(sheet("retired")).toContain('<row r="4" ht="409" customHeight="1"><c');
  });

  it("gives a column the width of its widest text, between 8 and 60 characters", async () => {
    const { sheet } = await workbookOf("retired", [{ record_id: "an id of twenty chars", reason: "long ".repeat(50) }]);
    expect(sheet("retired")).toContain('<col min="2" max="2" width="22" customWidth="1"/>');
    expect(sheet("retired")).toContain('width="60"');
  });
});

describe("the bytes of the workbook", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it("are the same for the same data, in every time zone", async () => {
    process.env.TZ = "Pacific/Auckland";
    const east = await workbookBytes(tables);
    process.env.TZ = "America/Los_Angeles";
    expect(Buffer.compare(await workbookBytes(tables), east)).toBe(0);
  });
});
