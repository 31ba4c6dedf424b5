import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What a spreadsheet program stores in a cell: a text, or the XML inside and after the address of `<c r="B2" …>`. */
export type StoredCell = string | { readonly xml: string };

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const cellXml = (at: string, stored: StoredCell) =>
  typeof stored === "string"
    ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(stored)}</t></is></c>`
    : `<c r="${at}" ${stored.xml}</c>`;

/** The workbook with a part changed. */
export function editPart(workbook: Uint8Array, path: string, edit: (xml: string) => string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(workbook);
  return zipSync({ ...parts, [path]: strToU8(edit(strFromU8(parts[path] ?? new Uint8Array()))) });
}

/** The path of the part that holds a sheet. */
function sheetPart(workbook: Uint8Array, name: string): string {
  const { "xl/workbook.xml": xml = new Uint8Array() } = unzipSync(workbook);
  const names = [...strFromU8(xml).matchAll(/<sheet name="([^"]+)"/gu)].map(([, found]) => found);
  return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
}

/** The workbook with cells of one sheet replaced. Each of them must have an element, as in the empty rows below the last. */
export const editSheet = (workbook: Uint8Array, name: string, cells: Readonly<Record<string, StoredCell>>) =>
  editPart(workbook, sheetPart(workbook, name), (xml) =>
    Object.entries(cells).reduce((edited, [at, stored]) => {
      const element = new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, "su");
      if (!element.test(edited)) throw new Error(`The sheet ${name} has no cell ${at}.`);
      return edited.replace(element, () => cellXml(at, stored));
    }, xml),
  );

/** The workbook with the rows of one sheet, header included, as their XML. */
export const editRows = (workbook: Uint8Array, name: string, edit: (rows: string[]) => string[]) =>
  editPart(workbook, sheetPart(workbook, name), (xml) =>
    xml.replace(/<sheetData>(.*)<\/sheetData>/su, (_, rows: string) => {
      const edited = edit(rows.match(/<row .*?<\/row>/gsu) ?? []);
      return `<sheetData>${edited.map(renumber).join("")}</sheetData>`;
    }),
  );

const renumber = (row: string, at: number) =>
  row.replace(/(<row r="|<c r="[A-Z]+)\d+"/gu, (_, start: string) => `${start}${at + 1}"`);
