import { describe, expect, it } from "vitest";
import { applyChange } from "#pipeline/sheet/apply-change.ts";
import { readCodedFile } from "#pipeline/sheet/coded-file.ts";
import { mergeWorkbook } from "#pipeline/sheet/merge-workbook.ts";
import { writeSheets } from "#pipeline/sheet/write-sheets.ts";
import { editPart, editRows, editSheet } from "#tests/builders/coding-workbook.ts";

const HEADER = "source_id,locator,reason";
const ROWS = ["report-a,p1s1,heading", 'report-a,p1s2,"heading"', "report-a,p1s3,", "report-b,p1s1,=1+1"];
const BASE = [HEADER, ...ROWS].join("\n").concat("\n");

const fileOf = (text: string) =>
  readCodedFile("passed_over", { path: "raw/coded/passed_over.csv", bytes: new TextEncoder().encode(text) });
const workbookOf = (text: string) => writeSheets([fileOf(text)], [fileOf(text)]);

/** What the file becomes when the workbook is read, and the codes of the issues. */
function read(workbook: Uint8Array, text = BASE) {
  const { changes, issues } = mergeWorkbook({ path: "coding.xlsx", bytes: workbook }, [fileOf(text)]);
  const [change] = changes;
  return {
    text: change === undefined ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(applyChange(change)),
    codes: issues.map(({ code }) => code),
    issues,
  };
}
const csv = (...rows: readonly string[]) => `${[HEADER, ...rows].join("\n")}\n`;
const [A = "", B = "", C = "", D = ""] = ROWS;

describe("reading a workbook", () => {
  it.each([
    ["line feeds", BASE],
    ["CRLF and a byte order mark", `\uFEFF${BASE.replaceAll("\n", "\r\n")}`],
    ["no line end at the end", BASE.trimEnd()],
    ["empty columns and lines", BASE.replaceAll(/$/gmu, ",,").replace(HEADER, HEADER)],
    ["texts that look like escapes, markup, or have line breaks", csv('report-a,p1s1,"_x0041_ <b>&amp; \n ""x"""')],
    ["no rows", `${HEADER}\n`],
  ])("changes no byte of a file with %s", (_, text) => {
    expect(read(workbookOf(text), text)).toMatchObject({ text, codes: [] });
  });

  it("writes an edited cell, and keeps the quotes of the others", () => {
    expect(read(editSheet(workbookOf(BASE), "passed_over", { D2: 'a, "b"', C3: "p1s9" }))).toMatchObject({
      text: csv('report-a,p1s1,"a, ""b"""', 'report-a,p1s9,"heading"', C, D),
      codes: [],
    });
  });

  it("takes a sheet that was sorted", () => {
    const sorted = editRows(workbookOf(BASE), "passed_over", ([header = "", ...rows]) => [header, ...rows.reverse()]);
    expect(read(sorted)).toMatchObject({ text: BASE, codes: [] });
  });

  it("deletes the rows that are gone, and those whose cells were emptied", () => {
    const without = editRows(workbookOf(BASE), "passed_over", (rows) => rows.filter((_, at) => at !== 2));
    const emptied = editSheet(workbookOf(BASE), "passed_over", { B3: "", C3: "", D3: "" });
    for (const workbook of [without, emptied]) expect(read(workbook)).toMatchObject({ text: csv(A, C, D), codes: [] });
  });

  it("adds rows without a key where they stand, and at the end of a sorted sheet", () => {
    const row = '<row r="9"><c r="B9" t="inlineStr"><is><t>report-c</t></is></c></row>';
    const inserted = editRows(workbookOf(BASE), "passed_over", ([header = "", first = "", ...rows]) => [
      header,
      first,
      row,
      ...rows,
    ]);
    expect(read(inserted).text).toBe(csv(A, "report-c,,", B, C, D));
    const sorted = editRows(workbookOf(BASE), "passed_over", ([header = "", ...rows]) => [
      header,
      ...rows.slice(0, 4).reverse(),
      row,
    ]);
    expect(read(sorted).text).toBe(csv(A, B, C, D, "report-c,,"));
  });

  it("takes a copied row whose key was copied too for a new one", () => {
    const copied = editRows(workbookOf(BASE), "passed_over", ([header = "", first = "", ...rows]) => [
      header,
      first.replace("p1s1", "p2s2"),
      first,
      ...rows,
    ]);
    expect(read(copied)).toMatchObject({ text: csv("report-a,p2s2,heading", A, B, C, D), codes: [] });
  });

  it("reports a formula with its cell and both values", () => {
    const { issues } = read(editSheet(workbookOf(BASE), "passed_over", { D5: { xml: "><f>1+1</f><v>2</v>" } }));
    expect(issues).toMatchObject([
      { code: "sheet/altered-cell", cell: "D5", before: "=1+1", after: "2", alteration: "formula" },
    ]);
  });

  it("refuses a changed key, a changed header, and a sheet without its rows", () => {
    const edit = (cells: Record<string, string>) => read(editSheet(workbookOf(BASE), "passed_over", cells)).codes;
    expect(edit({ A3: "3" })).toEqual(["sheet/bad-key"]);
    expect(edit({ C1: "locators" })).toEqual(["sheet/unknown-column", "sheet/missing-column"]);
    expect(read(editRows(workbookOf(BASE), "passed_over", (rows) => rows.slice(0, 1))).codes).toEqual([
      "sheet/all-rows-gone",
    ]);
  });
});

describe("a file that changed since the workbook was written", () => {
  const edited = editSheet(workbookOf(BASE), "passed_over", { C2: "p5s5" });

  it("is merged with other rows of the workbook", () => {
    const now = csv(A, "report-a,p1s2,boilerplate", D, "report-c,p1s1,");
    expect(read(edited, now)).toMatchObject({
      text: csv("report-a,p5s5,heading", "report-a,p1s2,boilerplate", D, "report-c,p1s1,"),
      codes: [],
    });
  });

  it("is a conflict where both changed a row, or one changed and the other deleted it", () => {
    const now = csv("report-a,p6s6,heading", B, C, D);
    expect(read(edited, now).codes).toEqual(["sheet/conflict"]);
    expect(read(edited, csv(B, C, D)).codes).toEqual(["sheet/conflict"]);
    const without = editRows(workbookOf(BASE), "passed_over", (rows) => rows.filter((_, at) => at !== 1));
    expect(read(without, now).codes).toEqual(["sheet/conflict"]);
  });

  it("is no conflict if both made the same change, as when a workbook is read twice", () => {
    const row = '<row r="9"><c r="B9" t="inlineStr"><is><t>report-c</t></is></c></row>';
    const several = editRows(edited, "passed_over", ([header = "", first = "", , ...rows]) => [
      header,
      first,
      ...rows,
      row,
    ]);
    const once = read(several).text ?? "";
    expect(once).not.toBe(BASE);
    expect(read(several, once)).toMatchObject({ text: once, codes: [] });
  });
});

describe("a file that is not such a workbook", () => {
  const bomb = editPart(workbookOf(BASE), "xl/workbook.xml", (xml) => `${xml}${" ".repeat(300 * 1024 * 1024)}`);

  it.each([
    ["a text", new TextEncoder().encode(BASE), "sheet/not-a-workbook"],
    ["half a workbook", workbookOf(BASE).subarray(0, 2000), "sheet/not-a-workbook"],
    ["a zip bomb", bomb, "sheet/too-large"],
    [
      "entities",
      editPart(workbookOf(BASE), "xl/workbook.xml", (xml) =>
        xml.replace("<workbook", '<!DOCTYPE workbook [<!ENTITY a "aaaa">]><workbook'),
      ),
      "sheet/not-a-workbook",
    ],
    [
      "another workbook",
      editPart(workbookOf(BASE), "xl/workbook.xml", (xml) => xml.replace('name="Written"', 'name="Other"')),
      "sheet/not-for-coding",
    ],
  ])("is refused: %s", (_, bytes, code) => {
    expect(read(bytes)).toMatchObject({ text: null, codes: [code] });
  });
});
