import type { CitedRelease } from "#pipeline/publish/describe/release-facts.ts";
import type { Edition, EditionTable, WriteBytes } from "#pipeline/publish/editions/edition.ts";
import { dataset } from "#schemas/dataset.ts";
import { contentTypes, packageRelations, sheetPath, workbookRelations, workbookXml } from "./package-parts.ts";
import { PackageZip } from "./package-zip.ts";
import { readMeLines } from "./read-me-lines.ts";
import { readMeSheet } from "./read-me-sheet.ts";
import { SharedTexts } from "./shared-texts.ts";
import { absoluteRange, sheetXml } from "./sheet.ts";
import { measureColumns } from "./sheet-columns.ts";
import { listSheets, sheetName } from "./sheet-list.ts";
import { stylesXml } from "./styles.ts";
import { tableRows } from "./table-rows.ts";

/**
 * `jnim-data.xlsx`: an introduction, a sheet for each table, the columns and the codes. Rows are read and bytes are
 * written one at a time, so even a large workbook takes little memory.
 *
 * The first sheet is written last, because it lists the texts that had to be cut. The order does not matter in a zip file.
 */
export function writeWorkbook(tables: readonly EditionTable[], release: CitedRelease, write: WriteBytes): void {
  const list = listSheets(tables);
  const entries = [
    { name: "Read me" },
    ...list.sheets.map((table) => ({
      name: sheetName(table),
      filter: absoluteRange(table.fields.length, table.rowCount + 1),
    })),
  ];
  const texts = new SharedTexts();
  const zip = new PackageZip(write);
  zip.add("[Content_Types].xml", [contentTypes(entries)]);
  zip.add("_rels/.rels", [packageRelations()]);
  zip.add("xl/workbook.xml", [workbookXml(entries)]);
  zip.add("xl/_rels/workbook.xml.rels", [workbookRelations(entries)]);
  zip.add("xl/styles.xml", [stylesXml()]);
  const cut = list.sheets.map((table, at) => {
    let count = 0;
    const onCut = () => {
      count += 1;
    };
    zip.add(`xl/${sheetPath(at + 1)}`, tableSheet(table, texts, onCut));
    return { table, count };
  });
  const lines = readMeLines(
    release,
    list,
    cut.filter(({ count }) => count > 0),
  );
  zip.add(`xl/${sheetPath(0)}`, readMeSheet(lines, texts));
  zip.add("xl/sharedStrings.xml", texts.xml());
  zip.end();
}

function tableSheet(table: EditionTable, texts: SharedTexts, onCut: () => void): Generator<string> {
  const columns = measureColumns(table);
  const layout = { widths: columns.map(({ width }) => width), height: table.rowCount + 1, hasHeader: true };
  return sheetXml(layout, tableRows({ columns, rows: table.rows(), texts, onCut }));
}

const PATH = `${dataset.name}.xlsx`;

export const workbook: Edition = {
  name: "xlsx",
  title: "Workbook: a sheet for each table, dates and codes kept as they are",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  format: 2,
  paths: () => [PATH],
  make: async ({ tables, release, workspace }) => {
    const file = workspace.create(PATH);
    writeWorkbook(tables, release, file.write);
    return [file.close()];
  },
};
