import { absoluteRange, columnLetters, REPEATED_ON_PAGES } from "#pipeline/core/xlsx/addresses.ts";
import { dropDown } from "#pipeline/core/xlsx/data-validation.ts";
import {
  contentTypes,
  packageRelations,
  sheetPath,
  workbookRelations,
  workbookXml,
} from "#pipeline/core/xlsx/package-parts.ts";
import { PackageZip } from "#pipeline/core/xlsx/package-zip.ts";
import { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { cellKinds } from "#schemas/cell-kinds.ts";
import type { Column } from "#schemas/column.ts";
import type { CodedFile } from "./coded-file.ts";
import { KEY_HEADER, rowKey } from "./row-key.ts";
import { styleOf, stylesXml } from "./styles.ts";
import { type TextSheet, textSheetXml } from "./text-sheet.ts";
import { type ValueLists, valueLists } from "./value-lists.ts";

/** The hidden sheet that lists the keys of all rows, so that a row that was deleted is told from one that was added. */
export const WRITTEN = "Written";

/** Rows below the last one that are ready to be filled in. Their columns make every row after them a text too. */
const EMPTY_ROWS = 500;
const LAST_ROW = 1_048_576;

/**
 * A workbook for coding: a sheet for each of `tables`, the codes, the ids, and the keys of the rows. `files` are all
 * tables of raw/coded. The same rows give the same bytes.
 */
export function writeSheets(files: readonly CodedFile[], tables: readonly CodedFile[]): Uint8Array {
  const lists = valueLists(files);
  const sheets = [...tables.map((file) => tableSheet(file, lists)), ...lists.sheets, writtenSheet(tables)];
  const entries = sheets.map(({ name, columns, rows, isHidden }) => ({
    name,
    isHidden,
    filter: absoluteRange(columns.length, rows.length + 1),
    repeated: REPEATED_ON_PAGES,
  }));
  const written: Uint8Array[] = [];
  const texts = new SharedTexts();
  const zip = new PackageZip((bytes) => written.push(bytes));
  zip.add("[Content_Types].xml", [contentTypes(entries)]);
  zip.add("_rels/.rels", [packageRelations()]);
  zip.add("xl/workbook.xml", [workbookXml(entries)]);
  zip.add("xl/_rels/workbook.xml.rels", [workbookRelations(entries)]);
  zip.add("xl/styles.xml", [stylesXml()]);
  sheets.forEach((sheet, at) => {
    zip.add(`xl/${sheetPath(at)}`, [textSheetXml(sheet, texts)]);
  });
  zip.add("xl/sharedStrings.xml", [texts.xml()]);
  zip.end();
  return Buffer.concat(written);
}

function tableSheet({ table, columns, rows }: CodedFile, lists: ValueLists): TextSheet {
  return {
    name: table,
    columns: [
      { header: KEY_HEADER, width: 5, style: styleOf("key") },
      ...columns.map((column, at) => ({
        header: column.name,
        width: widthOf(
          column,
          rows.map(({ values }) => values[at] ?? ""),
        ),
        style: styleOf(column.kind === "text" ? "wrapped" : "text"),
      })),
    ],
    rows: rows.map((row, at) => [rowKey(row, at), ...row.values]),
    frozen: 2,
    emptyRows: EMPTY_ROWS,
    validations: columns.flatMap((column, at) => validationOf(column, columnLetters(at + 2), lists)),
    isHidden: false,
  };
}

const WIDEST = { text: 60, other: 28 };

/** In characters, as wide as the longest value, up to a limit. */
function widthOf({ name, kind }: Column, values: readonly string[]): number {
  const longest = values.reduce((most, value) => Math.max(most, value.length), name.length + 3);
  return Math.min(longest + 1, kind === "text" ? WIDEST.text : WIDEST.other);
}

/** A list cell takes several values, of which a drop-down can fill in only one. A new id may not be in the list yet. */
function validationOf(column: Column, letters: string, lists: ValueLists): string[] {
  const values = lists.cellsFor(column);
  if (values === null) return [];
  const { isList } = cellKinds[column.kind];
  const unlisted = isList ? "accept" : column.refersTo === undefined ? "refuse" : "warn";
  const prompt = isList ? `${column.description} Write "; " between two values.` : column.description;
  return [dropDown({ cells: `${letters}2:${letters}${LAST_ROW}`, values, unlisted, title: column.title, prompt })];
}

/** A column for each table. */
function writtenSheet(tables: readonly CodedFile[]): TextSheet {
  const height = Math.max(0, ...tables.map(({ rows }) => rows.length));
  const keys = tables.map(({ rows }) => rows.map(rowKey));
  return {
    name: WRITTEN,
    columns: tables.map(({ table }) => ({ header: table, width: 20, style: styleOf("key") })),
    rows: Array.from({ length: height }, (_, at) => keys.map((ofTable) => ofTable[at] ?? "")),
    frozen: 1,
    emptyRows: 0,
    validations: [],
    isHidden: true,
  };
}
