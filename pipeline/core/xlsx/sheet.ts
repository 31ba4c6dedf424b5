import { cellRange, columnLetters } from "./addresses.ts";
import { MAIN, XML_START, xmlText } from "./xml-text.ts";

export interface ColumnLayout {
  /** In characters. */
  readonly width: number;
  readonly isFolded: boolean;
  /** The style of its cells that have none of their own, such as those below the last row. */
  readonly style?: number;
}

export interface SheetLayout {
  readonly columns: readonly ColumnLayout[];
  /** Number of rows, including the header. */
  readonly height: number;
  /** Number of columns that stay in view, as the header does; `null` if the sheet has no header. */
  readonly frozen: number | null;
  /** By the address of a cell, the name of the sheet that it leads to. */
  readonly links?: ReadonlyMap<string, string>;
  /** The elements `dataValidation`, see `data-validation.ts`. */
  readonly validations?: readonly string[];
}

/** The XML of a sheet with the given XML of its rows. */
export function* sheetXml(layout: SheetLayout, rows: Iterable<string>): Generator<string> {
  const { columns, height, frozen, links = new Map<string, string>(), validations = [] } = layout;
  const range = cellRange(columns.length, height);
  yield [
    `${XML_START}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${range}"/>`,
    `<sheetViews>${frozen === null ? FIRST_TO_SEE : frozenView(frozen)}</sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"${columns.some(({ isFolded }) => isFolded) ? ' outlineLevelCol="1"' : ""}/>`,
    `<cols>${columnElements(columns).join("")}</cols>`,
    "<sheetData>",
  ].join("");
  yield* rows;
  yield [
    "</sheetData>",
    frozen === null ? "" : `<autoFilter ref="${range}"/>`,
    validations.length === 0
      ? ""
      : `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`,
    hyperlinks(links),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    // A4. As many pages as the rows need, each as wide as the sheet.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;C&amp;A, page &amp;P of &amp;N</oddFooter></headerFooter>",
    "</worksheet>",
  ].join("");
}

const FIRST_TO_SEE = '<sheetView tabSelected="1" workbookViewId="0"/>';

/** The header and the first columns stay in view. */
function frozenView(frozen: number): string {
  const cell = `${columnLetters(frozen + 1)}2`;
  const pane = `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/>`;
  return `<sheetView workbookViewId="0">${pane}<selection pane="bottomRight" activeCell="${cell}" sqref="${cell}"/></sheetView>`;
}

/** Folded columns come last. The button that unfolds them stands on the column after them, which is empty. */
function columnElements(columns: SheetLayout["columns"]): string[] {
  const elements = columns.map(
    ({ width, isFolded, style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}"${style === undefined ? "" : ` style="${style}"`}${isFolded ? ' hidden="1" outlineLevel="1"' : ""} customWidth="1"/>`,
  );
  const after = columns.length + 1;
  return columns.at(-1)?.isFolded === true
    ? [...elements, `<col min="${after}" max="${after}" width="${WIDTH_OF_BUTTON}" collapsed="1" customWidth="1"/>`]
    : elements;
}

const WIDTH_OF_BUTTON = 9;

const hyperlinks = (links: ReadonlyMap<string, string>) =>
  links.size === 0
    ? ""
    : `<hyperlinks>${[...links].map(([at, sheet]) => `<hyperlink ref="${at}" location="${xmlText(`'${sheet}'!A1`)}"/>`).join("")}</hyperlinks>`;

/** `height` is in points; without it, the spreadsheet program chooses. */
export const rowXml = (number: number, cells: string, height?: number): string =>
  `<row r="${number}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
