import type { CitedRelease } from "#pipeline/core/citation.ts";
import { absoluteRange, REPEATED_ON_PAGES } from "#pipeline/core/xlsx/addresses.ts";
import {
  contentTypes,
  packageRelations,
  sheetPath,
  workbookRelations,
  workbookXml,
} from "#pipeline/core/xlsx/package-parts.ts";
import { PackageZip } from "#pipeline/core/xlsx/package-zip.ts";
import { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { sheetXml } from "#pipeline/core/xlsx/sheet.ts";
import type { Edition, EditionTable, WriteBytes } from "#pipeline/publish/editions/edition.ts";
import { orderColumns, rowsInReadingOrder } from "#pipeline/publish/editions/reading-order.ts";
import { dataset } from "#schemas/dataset.ts";
import { positionsColumn, withPositions } from "./positions.ts";
import { readMeLines } from "./read-me-lines.ts";
import { readMeSheet } from "./read-me-sheet.ts";
import { countFrozen, measureColumns, type SheetColumn } from "./sheet-columns.ts";
import { listSheets, sheetName } from "./sheet-list.ts";
import { stylesXml } from "./styles.ts";
import { tableRows } from "./table-rows.ts";

/**
 * `jnim-data.xlsx`: an introduction, a sheet for each table, the columns and the codes. Rows are read and bytes are
 * written a few at a time, so even a large workbook takes little memory.
 *
 * The first sheet is written last, because it lists what the limits of a spreadsheet hide. The order does not matter in a
 * zip file.
 */
export function writeWorkbook(tables: readonly EditionTable[], release: CitedRelease, write: WriteBytes): void {
  const list = listSheets(tables);
  const sheets = list.sheets.map((table) => layOut(table, tables));
  const entries = [
    { name: "Read me" },
    ...sheets.map(({ table, columns }) => ({
      name: sheetName(table),
      filter: absoluteRange(columns.length, table.rowCount + 1),
      repeated: REPEATED_ON_PAGES,
    })),
  ];
  const texts = new SharedTexts();
  const zip = new PackageZip(write);
  zip.add("[Content_Types].xml", [contentTypes(entries)]);
  zip.add("_rels/.rels", [packageRelations()]);
  zip.add("xl/workbook.xml", [workbookXml(entries)]);
  zip.add("xl/_rels/workbook.xml.rels", [workbookRelations(entries)]);
  zip.add("xl/styles.xml", [stylesXml()]);
  const losses = sheets.map(({ table, columns, frozen }, at) => {
    const found = { table, cutTexts: 0, lowRows: 0 };
    const layout = { columns, height: table.rowCount + 1, frozen };
    zip.add(
      `xl/${sheetPath(at + 1)}`,
      sheetXml(layout, tableRows({ columns, rows: rowsInReadingOrder(table), texts, losses: found })),
    );
    return found;
  });
  zip.add(`xl/${sheetPath(0)}`, [[...readMeSheet(readMeLines(release, list, losses), texts)].join("")]);
  zip.add("xl/sharedStrings.xml", [texts.xml()]);
  zip.end();
}

interface LaidOut {
  readonly table: EditionTable;
  readonly columns: readonly SheetColumn[];
  /** Number of columns that stay in view. */
  readonly frozen: number;
}

function layOut(table: EditionTable, tables: readonly EditionTable[]): LaidOut {
  const sides = tables.find(({ name }) => name === "disagreement_sides");
  const hasPositions = table.name === "disagreements" && sides !== undefined;
  const shown = hasPositions ? withPositions(table, sides) : table;
  const { columns, nNames } = orderColumns(shown, hasPositions ? [positionsColumn] : []);
  const measured = measureColumns(shown, columns);
  return { table: shown, columns: measured, frozen: countFrozen(measured, nNames) };
}

const PATH = `${dataset.name}.xlsx`;

export const workbook: Edition = {
  name: "xlsx",
  title: "Workbook: a sheet for each table, dates and codes kept as they are",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  format: 3,
  paths: () => [PATH],
  make: async ({ tables, release, workspace }) => {
    const file = workspace.create(PATH);
    writeWorkbook(tables, release, file.write);
    return [file.close()];
  },
};
