import { strFromU8, strToU8, unzipSync } from "fflate";
import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Value } from "#pipeline/core/row.ts";
import { dataset } from "#schemas/dataset.ts";
import type { Field } from "./field.ts";
import type { CitedRelease } from "./release-facts.ts";
import type { ReleaseTable } from "./sorted-tables.ts";
import { readMeLines } from "./workbook-read-me.ts";
import { zipFile } from "./zip-file.ts";

interface WorkbookSheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly widths: readonly number[];
  /** The cells that can be filtered, such as `A1:K20`. */
  readonly filter: string | null;
}

/** Tables that are named otherwise in the workbook: they explain the others and come last. */
const SHEET_NAMES: Readonly<Partial<Record<string, string>>> = { columns: "Columns", codelists: "Codes" };

/** `jnim-data.xlsx`: what to know first, a sheet for each table, the columns and the codes. */
export async function workbookFile(tables: readonly ReleaseTable[], release: CitedRelease): Promise<OutputFile> {
  const explained = tables.filter(({ name }) => SHEET_NAMES[name] === undefined);
  const explaining = tables.filter(({ name }) => SHEET_NAMES[name] !== undefined).toReversed();
  const sheets = [readMe(tables, release), ...[...explained, ...explaining].map(tableSheet)];
  const written = await writeExcelFile(
    sheets.map(({ sheet, data, widths, filter }) => ({
      sheet,
      data,
      columns: widths.map((width) => ({ width })),
      ...(filter === null ? {} : { stickyRowsCount: 1 }),
    })),
  ).toBuffer();
  return { path: `${dataset.name}.xlsx`, bytes: finish(written, sheets) };
}

/** What write-excel-file does not know: filters, and styles as other programs expect them. And the same bytes for the same data, which its own zip does not give. */
function finish(written: Uint8Array, sheets: readonly WorkbookSheet[]): Uint8Array {
  const parts = unzipSync(written);
  sheets.forEach(({ filter }, index) => {
    if (filter === null) return;
    edit(parts, `xl/worksheets/sheet${index + 1}.xml`, "</sheetData>", `</sheetData><autoFilter ref="${filter}"/>`);
  });
  if (sheets.some(hasDay)) edit(parts, "xl/styles.xml", 'numFmtId="100"', `numFmtId="${FIRST_FORMAT}"`);
  edit(parts, "xl/styles.xml", "<cellXfs", '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs');
  edit(parts, "xl/styles.xml", "</cellXfs>", `</cellXfs>${NORMAL_STYLE}`);
  return zipFile(Object.entries(parts).map(([path, bytes]) => ({ path, bytes })));
}

/** Numbers below it are those of formats that every program knows: readxl sees no day in one that the file defines. */
const FIRST_FORMAT = 164;

/** Without it openpyxl, and so pandas, warns that there is no default style. */
const NORMAL_STYLE = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** A day is the only value with a format of its own. */
const hasDay = ({ data }: WorkbookSheet) =>
  data.some((line) => line.some((cell) => typeof cell === "object" && cell !== null && "format" in cell));

function edit(parts: Record<string, Uint8Array>, path: string, before: string, after: string): void {
  const text = strFromU8(parts[path] ?? new Uint8Array());
  if (!text.includes(before)) throw new Error(`The workbook has no ${before} in ${path}.`);
  parts[path] = strToU8(text.replaceAll(before, after));
}

const readMe = (tables: readonly ReleaseTable[], release: CitedRelease): WorkbookSheet => ({
  sheet: "Read me",
  data: readMeLines(tables, release).map(({ text, isHeading }) => [
    isHeading
      ? { value: text, fontWeight: "bold", fontSize: 13, height: HEADING_HEIGHT }
      : { value: text, wrap: true, alignVertical: "top", height: heightOf(text, READ_ME_WIDTH) },
  ]),
  widths: [READ_ME_WIDTH],
  filter: null,
});

const READ_ME_WIDTH = 110;

/** In points. Programs do not all make a row as high as its wrapped text. */
const LINE_HEIGHT = 15;
const HEADING_HEIGHT = 24;

/** A line holds somewhat fewer characters than a column is wide, for words are not broken. */
const heightOf = (text: string, width: number) =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0) *
  LINE_HEIGHT;

function tableSheet({ name, fields, rows }: ReleaseTable): WorkbookSheet {
  const widths = fields.map((field) => widthOf(field, rows));
  const header = fields.map((field): Cell => ({ value: field.name, fontWeight: "bold", backgroundColor: "#E8EEF4" }));
  return {
    sheet: SHEET_NAMES[name] ?? name,
    data: [
      header,
      ...rows.map((row) => {
        const height = Math.max(
          ...fields.map(({ name: column }, at) => heightOf(String(row[column] ?? ""), widths[at] ?? WIDEST)),
        );
        return fields.map((field, at) =>
          cellOf(field, row[field.name] ?? null, { width: widths[at] ?? WIDEST, height }),
        );
      }),
    ],
    widths,
    filter: `A1:${columnLetters(fields.length)}${rows.length + 1}`,
  };
}

/** Excel counts days from 1900, and one too many until the end of that February. */
const FIRST_DAY_OF_EXCEL = "1900-03-01";

/**
 * A text is a text: a partial date, a code or an id never becomes a number or a day. A day that Excel can not count
 * is a text, too, or it would show another.
 */
function cellOf({ type }: Field, value: Value, { width, height }: { width: number; height: number }): Cell {
  if (type === "date" && typeof value === "string" && value >= FIRST_DAY_OF_EXCEL)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", alignVertical: "top" };
  if (typeof value === "string" && (value.length > width || value.includes("\n")))
    return { value, wrap: true, alignVertical: "top", height };
  return value === null ? null : { value, alignVertical: "top" };
}

const NARROWEST = 8;
const WIDEST = 60;

/** As wide as the widest of the header and the first rows, within reason. */
function widthOf({ name }: Field, rows: ReleaseTable["rows"]): number {
  const longest = rows
    .slice(0, 500)
    .reduce((most, row) => Math.max(most, String(row[name] ?? "").length), name.length + 3);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 1));
}

/** 1 → A, 27 → AA. */
function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
