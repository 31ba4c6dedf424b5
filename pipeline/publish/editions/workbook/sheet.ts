import { MAIN, XML_START } from "./xml-text.ts";

export interface SheetLayout {
  /** The width of each column, in characters. */
  readonly widths: readonly number[];
  /** Number of rows, including the header. */
  readonly height: number;
  readonly hasHeader: boolean;
}

/** The XML of a sheet with the given XML of its rows. */
export function* sheetXml({ widths, height, hasHeader }: SheetLayout, rows: Iterable<string>): Generator<string> {
  const range = cellRange(widths.length, height);
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  yield [
    `${XML_START}<worksheet xmlns="${MAIN}">`,
    `<dimension ref="${range}"/>`,
    `<sheetViews>${hasHeader ? FROZEN_HEADER : FIRST_TO_SEE}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join("")}</cols>`,
    "<sheetData>",
  ].join("");
  yield* rows;
  yield `</sheetData>${hasHeader ? `<autoFilter ref="${range}"/>` : ""}</worksheet>`;
}

const FIRST_TO_SEE = '<sheetView tabSelected="1" workbookViewId="0"/>';
const FROZEN_HEADER =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** `height` is in points; without it, the spreadsheet program chooses. */
export const rowXml = (number: number, cells: string, height?: number): string =>
  `<row r="${number}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}

/** From the first cell to the last, such as `A1:K20`. */
const cellRange = (width: number, height: number) => `A1:${columnLetters(width)}${height}`;

/** The same as an absolute reference: `$A$1:$K$20`. */
export const absoluteRange = (width: number, height: number) => `$A$1:$${columnLetters(width)}$${height}`;
