import { strFromU8, strToU8, unzipSync } from "fflate";
import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Value } from "#pipeline/core/row.ts";
import { dataset } from "./dataset.ts";
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

/** Filters, which write-excel-file does not know; and the same bytes for the same data, which its own zip does not give. */
function finish(written: Uint8Array, sheets: readonly WorkbookSheet[]): Uint8Array {
  const parts = unzipSync(written);
  sheets.forEach(({ filter }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = parts[path];
    if (part === undefined) throw new Error(`The workbook has no ${path}.`);
    if (filter !== null)
      parts[path] = strToU8(strFromU8(part).replace("</sheetData>", `</sheetData><autoFilter ref="${filter}"/>`));
  });
  return zipFile(Object.entries(parts).map(([path, bytes]) => ({ path, bytes })));
}

const readMe = (tables: readonly ReleaseTable[], release: CitedRelease): WorkbookSheet => ({
  sheet: "Read me",
  data: readMeLines(tables, release).map(({ text, isHeading }) => [
    isHeading ? { value: text, fontWeight: "bold", fontSize: 13 } : { value: text, wrap: true, alignVertical: "top" },
  ]),
  widths: [110],
  filter: null,
});

function tableSheet({ name, fields, rows }: ReleaseTable): WorkbookSheet {
  const widths = fields.map((field) => widthOf(field, rows));
  const header = fields.map((field): Cell => ({ value: field.name, fontWeight: "bold", backgroundColor: "#E8EEF4" }));
  return {
    sheet: SHEET_NAMES[name] ?? name,
    data: [
      header,
      ...rows.map((row) =>
        fields.map((field, index) => cellOf(field, row[field.name] ?? null, widths[index] ?? WIDEST)),
      ),
    ],
    widths,
    filter: `A1:${columnLetters(fields.length)}${rows.length + 1}`,
  };
}

/** A text is a text: a partial date, a code or an id never becomes a number or a day. */
function cellOf({ type }: Field, value: Value, width: number): Cell {
  if (type === "date" && typeof value === "string")
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if (typeof value === "string" && (value.length > width || value.includes("\n")))
    return { value, wrap: true, alignVertical: "top" };
  return value;
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
