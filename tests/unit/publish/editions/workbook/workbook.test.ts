import { afterEach, describe, expect, it } from "vitest";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { isForPrograms } from "#schemas/column-aspect.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { aPublishedRow, type CellsOf, someEditionTables, someTables } from "#tests/builders/release.ts";
import { readWorkbook, workbookBytes } from "#tests/builders/workbook.ts";

const tables = someEditionTables();
const workbook = readWorkbook(tables);

/** One table with these rows. */
const tableOf = <N extends PublishedTableName>(name: N, rows: readonly CellsOf<N>[]) =>
  someEditionTables(new Map([[name, rows.map((cells) => aPublishedRow(name, cells))]])).filter(
    (table) => table.name === name,
  );

/** The workbook of that table alone, with its first row at 2. */
const workbookOf = <N extends PublishedTableName>(name: N, rows: readonly CellsOf<N>[]) =>
  readWorkbook(tableOf(name, rows));

const withRowCount = (name: string, rowCount: number): EditionTable[] =>
  tables.map((table) => (table.name === name ? { ...table, rowCount } : table));

type Workbook = ReturnType<typeof readWorkbook>;

const readMe = ({ texts }: Workbook) => texts("Read me").join("\n");

const SHEETS: Readonly<Record<string, string>> = {
  columns: "Columns",
  codelists: "Codes",
  disagreements: "Disagreements",
};
const sheetOf = (table: string) => SHEETS[table] ?? table;

describe("the sheets of the workbook", () => {
  it("begin with what to know first, are one for each table, and end with the columns and the codes", () => {
    const explained = tables.map(({ name }) => name).filter((name) => name !== "columns" && name !== "codelists");
    expect(workbook.sheetNames).toEqual(["Read me", ...explained.map(sheetOf), "Columns", "Codes"]);
  });

  it("have names that Excel accepts", () => {
    expect(workbook.sheetNames.filter((name) => !/^[\w ]{1,31}$/u.test(name))).toEqual([]);
  });

  it("are reached from Read me by links", () => {
    const links = [...workbook.sheet("Read me").matchAll(/<hyperlink ref="(A\d+)" location="'([^']+)'!A1"\/>/gu)];
    expect(links.map(([, , sheet]) => sheet)).toEqual(workbook.sheetNames.slice(1));
    for (const [, at = "", sheet = ""] of links) expect(workbook.cell("Read me", at).value).toBe(sheet);
  });

  it("have a frozen header and a filter over all cells", () => {
    const { sheet, headers, letters, part } = workbook;
    const last = `${letters("places", headers("places").at(-1) ?? "")}3`;
    expect(sheet("places")).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2" [^>]*state="frozen"\/>/u);
    expect(sheet("places")).toContain(`</sheetData><autoFilter ref="A1:${last}"/>`);
    expect(part("xl/workbook.xml")).toContain(`hidden="1">'places'!$A$1:$${last.replace("3", "$3")}</definedName>`);
  });

  it.each(workbook.sheetNames)("are printed in landscape, as wide as a page: %s", (name) => {
    expect(workbook.sheet(name)).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(workbook.sheet(name)).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  });

  it("repeat the header on every page of a print", () => {
    expect(workbook.part("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'actor_profile'!$1:$1</definedName>`,
    );
  });

  it("are there for a table without rows, with its header alone", () => {
    expect(workbook.cell("retired", "A1")).toEqual({ kind: "inlineStr", value: "table" });
    expect(workbook.sheet("retired")).toContain('<autoFilter ref="A1:E1"/>');
    expect(workbook.sheet("retired")).not.toContain("hidden");
  });

  it("leave out a table of more than 50,000 rows, and Read me says where it is", () => {
    const small = readWorkbook(withRowCount("claims", 50_000));
    expect(small.sheetNames).toContain("claims");
    expect(readMe(small)).not.toContain("Tables without a sheet");
    const large = readWorkbook(withRowCount("claims", 50_001));
    expect(large.sheetNames).not.toContain("claims");
    expect(large.sheet("claims")).toBe("");
    expect(readMe(large)).toMatch(/Tables without a sheet\nclaims: Claims, 50001 rows\. .* data\/claims\.csv/u);
  });

  it("read each row of a table once, apart from those that set the widths of its columns", () => {
    let reads = 0;
    const row = aPublishedRow("retired");
    const rows = function* () {
      for (let at = 0; at < 2000; at += 1) {
        reads += 1;
        yield row;
      }
    };
    workbookBytes(tables.map((table) => (table.name === "retired" ? { ...table, rowCount: 2000, rows } : table)));
    expect(reads).toBe(2501);
  });
});

describe("the columns of a sheet", () => {
  it.each(tables)("are all those of the table, and the words of its codes: $name", ({ name, fields }) => {
    const headers = workbook.headers(sheetOf(name));
    const own = fields.map((field) => field.name);
    expect(headers.filter((header) => own.includes(header)).sort()).toEqual([...own].sort());
    for (const added of headers.filter((header) => !own.includes(header)))
      expect(added === "positions" || own.includes(added.replace(/_label$/u, ""))).toBe(true);
    expect(new Set(headers).size).toBe(headers.length);
  });

  it.each(tables)("are folded away if they are for programs or without any value: $name", (table) => {
    const { name, fields, filled, rowCount, key } = table;
    for (const field of fields) {
      const isEmpty = rowCount > 0 && filled.get(field.name)?.count === 0;
      const isFolded = (isForPrograms(field) || isEmpty) && !(key.includes(field.name) && !isForPrograms(field));
      expect([
        field.name,
        workbook.columnElement(sheetOf(name), field.name).includes('hidden="1" outlineLevel="1"'),
      ]).toEqual([field.name, isFolded]);
    }
  });

  it("that are folded away stand together on the right, and the column after them unfolds them", () => {
    const columns = [...workbook.sheet("events").matchAll(/<col min="(\d+)" [^>]*>/gu)].map(([element]) => element);
    const first = columns.findIndex((element) => element.includes("hidden"));
    expect(columns.slice(first, -1).filter((element) => !element.includes("hidden"))).toEqual([]);
    expect(columns.at(-1)).toContain('collapsed="1"');
    expect(workbook.sheet("events")).toContain('outlineLevelCol="1"');
  });

  it("are in the order in which people read: id, who, what, where, when, description, agreement", () => {
    const { headers } = workbookOf("expansion_timeline", [
      { record_id: "exp-1", actor: "JNIM", country: "Mali", location: "Farabougou", date_text: "in 2018" },
      { record_id: "exp-2", date: "2018", date_earliest: "2018-01-01", date_latest: "2018-12-31" },
    ]);
    const shown = headers("expansion_timeline").slice(0, 13);
    expect(shown).toEqual([
      "record_id",
      "actor",
      "step_type_label",
      "step_type",
      "country",
      "location",
      "date_text",
      "date",
      "date_earliest",
      "date_latest",
      "description",
      "agreement_label",
      "agreement",
    ]);
  });

  it("say each code in words, and several codes in the same order", () => {
    const { cell, letters } = workbookOf("economic_warfare_incidents", [
      { record_id: "ewf-1", targets: "road; bridge" },
    ]);
    const at = (header: string) => `${letters("economic_warfare_incidents", header)}2`;
    expect(cell("economic_warfare_incidents", at("targets_label")).value).toBe("Road; Bridge");
    expect(cell("economic_warfare_incidents", at("targets")).value).toBe("road; bridge");
  });

  it("begin with the table, record and column where the id is a hash, and these stay in view", () => {
    expect(workbook.headers("claims").slice(0, 4)).toEqual(["table", "record_id", "column", "value"]);
    expect(workbook.sheet("claims")).toContain('<pane xSplit="3" ySplit="1" topLeftCell="D2"');
    expect(workbook.columnElement("claims", "claim_id")).toContain("hidden");
  });
});

describe("the sheet Disagreements", () => {
  it("says who holds which position", () => {
    const { cell, letters } = workbook;
    expect(cell("Disagreements", `${letters("Disagreements", "positions")}2`).value).toBe(
      "a, acled-2023: about two thousand\nb, ict-2024: about a thousand",
    );
  });

  it("pairs the sides of several disagreements with their questions", () => {
    const side = (disagreement_id: string, position: string) =>
      aPublishedRow("disagreement_sides", { disagreement_id, side: "a", source_id: "acled-2023", position });
    const { texts } = readWorkbook(
      someEditionTables(
        new Map([
          ...someTables(),
          [
            "disagreements",
            ["dis-1", "dis-2", "dis-3"].map((disagreement_id) => aPublishedRow("disagreements", { disagreement_id })),
          ],
          ["disagreement_sides", [side("dis-1", "first"), side("dis-3", "third")]],
        ]),
      ),
    );
    expect(texts("Disagreements").filter((text) => text.startsWith("a, ") || /^dis-\d$/u.test(text))).toEqual([
      "dis-1",
      "a, acled-2023: first",
      "dis-2",
      "dis-3",
      "a, acled-2023: third",
    ]);
  });
});

describe("the cells of the workbook", () => {
  it("are never formulas, and are empty if the value is unknown", () => {
    expect(workbook.paths.filter((path) => /<f[ >]/u.test(workbook.part(path)))).toEqual([]);
    expect(workbook.sheet("places")).not.toContain(`r="${workbook.letters("places", "admin2")}2"`);
  });

  it("are numbers, truth values and days as such", () => {
    const { cell, letters } = workbookOf("places", [
      { place_id: "a", longitude: -8.0029, latitude: 14, pcode_valid_from: "2021-03-01" },
    ]);
    const at = (column: string) => `${letters("places", column)}2`;
    expect(cell("places", at("longitude"))).toEqual({ kind: "n", value: "-8.0029" });
    expect(cell("places", at("latitude"))).toEqual({ kind: "n", value: "14" });
    expect(cell("places", at("pcode_valid_from"))).toEqual({ kind: "n", value: "44256" });
    expect(workbook.sheet("errata")).toMatch(/ t="b"><v>0<\/v>/u);
  });

  it("have the bounds of as_of as days", () => {
    const { cell, letters } = workbookOf("events", [
      { record_id: "evt-1", as_of: "2023", as_of_earliest: "2023-01-01", as_of_latest: "2023-12-31" },
    ]);
    expect(cell("events", `${letters("events", "as_of")}2`)).toEqual({ kind: "inlineStr", value: "2023" });
    expect(cell("events", `${letters("events", "as_of_earliest")}2`)).toEqual({ kind: "n", value: "44927" });
    expect(cell("events", `${letters("events", "as_of_latest")}2`)).toEqual({ kind: "n", value: "45291" });
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
    "=1+1",
    "+1",
    "@SUM(A1)",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "toString",
    "😀 Côte d'Ivoire",
  ])("are texts where the table has texts: %s", (text) => {
    const { cell } = workbookOf("retired", [{ record_id: text }]);
    expect(cell("retired", "B2")).toEqual({ kind: "inlineStr", value: text });
  });

  it.each(["constructor", "__proto__", "hasOwnProperty"])("say an unknown code as it is: %s", (code) => {
    const { cell, letters } = workbookOf("events", [{ record_id: "evt-1", event_type: code }]);
    expect(cell("events", `${letters("events", "event_type_label")}2`).value).toBe(code);
  });

  it("keep what SpreadsheetML would read as an escape", () => {
    const { cell, part } = workbookOf("retired", [{ record_id: "_x0041_" }]);
    expect(cell("retired", "B2")).toEqual({ kind: "s", value: "0" });
    expect(part("xl/sharedStrings.xml")).toContain("<si><t>_x005F_x0041_</t></si>");
  });

  it.each(Object.entries({ ...payloads, ...controls }))("cannot end their element or the sheet: %s", (_, reason) => {
    const { sheet, headers } = workbookOf("retired", [{ record_id: "a", reason }]);
    const cells = sheet("retired").match(/<c r="[^"]+" s="\d+" t="inlineStr"><is><t[^>]*>[^<>]*<\/t><\/is><\/c>/gu);
    expect(cells).toHaveLength(headers("retired").length + (/_x[0-9A-F]{4}_/u.test(reason) ? 2 : 3));
    expect(sheet("retired")).not.toMatch(/(?![\t\n\u{7f}-\u{9f}])\p{Cc}/u);
  });

  it.each([
    ["1899-12-31", "inlineStr", "1899-12-31"],
    ["1900-02-28", "inlineStr", "1900-02-28"],
    ["1900-03-01", "n", "61"],
    ["9999-12-31", "n", "2958465"],
  ])("contain the day %s as Excel counts it, or as a text if Excel cannot", (day, kind, value) => {
    const { cell, letters } = workbookOf("places", [{ place_id: "a", pcode_valid_from: day }]);
    expect(cell("places", `${letters("places", "pcode_valid_from")}2`)).toEqual({ kind, value });
  });

  it("contain a text of up to 32,767 characters; a longer one is visibly cut, and Read me says so", () => {
    const whole = workbookOf("retired", [{ record_id: "a", reason: "x".repeat(32_767) }]);
    expect(whole.texts("retired")).toContain("x".repeat(32_767));
    expect(readMe(whole)).not.toContain("Texts that were cut");
    const cut = workbookOf("retired", [{ record_id: "a", reason: "x".repeat(40_000) }]);
    expect(cut.texts("retired").find((text) => text.startsWith("xxx"))).toMatch(/^x+ \[… cut: see Read me\]$/u);
    expect(Math.max(...cut.texts("retired").map((text) => text.length))).toBe(32_767);
    expect(readMe(cut)).toMatch(/Texts that were cut\nretired: 1 cell\. .* data\/retired\.csv/u);
  });
});

describe("the look of the workbook", () => {
  it("is as readxl and openpyxl expect it: a day's format beyond the built-in ones, a style named Normal", () => {
    expect(workbook.part("xl/styles.xml")).toContain('<numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>');
    expect(workbook.part("xl/styles.xml")).toContain('<xf numFmtId="164"');
    expect(workbook.part("xl/styles.xml")).toContain('<cellStyle name="Normal"');
  });

  it("has one font", () => {
    const fonts = [...workbook.part("xl/styles.xml").matchAll(/<name val="([^"]+)"\/>/gu)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThan(2);
    expect(new Set(fonts)).toEqual(new Set(["Calibri"]));
  });

  it("gives a row of long text the height of its lines, as far as Excel allows, and Read me says where it does not", () => {
    const rows = [
      { record_id: "a", reason: "short" },
      { record_id: "b", reason: "one\ntwo\nthree" },
    ];
    const low = workbookOf("retired", rows);
    expect(low.sheet("retired")).toContain('<row r="2"><c');
    expect(low.sheet("retired")).toContain('<row r="3" ht="45" customHeight="1"><c');
    expect(readMe(low)).not.toContain("too low");
    const high = workbookOf("retired", [...rows, { record_id: "c", reason: "word ".repeat(2000) }]);
    expect(high.sheet("retired")).toContain('<row r="4" ht="409" customHeight="1"><c');
    expect(readMe(high)).toMatch(/Rows that are too low for their text\nretired: 1 row\. /u);
  });

  it("gives a column the width of its widest text, between 8 and 60 characters", () => {
    const { columnElement } = workbookOf("retired", [
      { record_id: "an id of twenty chars", reason: "long ".repeat(50) },
    ]);
    expect(columnElement("retired", "record_id")).toBe('<col min="2" max="2" width="22" customWidth="1"/>');
    expect(columnElement("retired", "reason")).toContain('width="60"');
  });
});

describe("the bytes of the workbook", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it("are the same for the same data, in every time zone", () => {
    process.env.TZ = "Pacific/Auckland";
    const east = workbookBytes(tables);
    process.env.TZ = "America/Los_Angeles";
    expect(Buffer.compare(workbookBytes(tables), east)).toBe(0);
  });

  it("change little if one cell changes, so that Git stores little", () => {
    const reason = (at: number, changed: string) => (at === 320 ? changed : `Reason ${at * at} of ${at}`);
    const rows = (changed: string) =>
      Array.from({ length: 640 }, (_, at) => ({
        record_id: `evt-${String(at).padStart(4, "0")}`,
        reason: reason(at, changed),
      }));
    const withReason = (changed: string) => Buffer.from(workbookBytes(tableOf("retired", rows(changed))));
    const [before, after] = [withReason("A reason."), withReason("Another reason.")];
    const blocks = Array.from({ length: Math.floor(before.length / 256) }, (_, at) =>
      before.subarray(at * 256, (at + 1) * 256),
    );
    const kept = blocks.filter((block) => after.includes(block)).length;
    expect(kept / blocks.length).toBeGreaterThan(0.9);
  });
});
