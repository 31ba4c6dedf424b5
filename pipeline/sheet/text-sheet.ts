import { columnLetters } from "#pipeline/core/xlsx/addresses.ts";
import { rowHeight, wrappedLines } from "#pipeline/core/xlsx/row-height.ts";
import type { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { rowXml, sheetXml } from "#pipeline/core/xlsx/sheet.ts";
import { textCell } from "#pipeline/core/xlsx/text-cell.ts";
import { styleOf } from "./styles.ts";

/** A sheet whose cells are all texts. */
export interface TextSheet {
  readonly name: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Number of columns that stay in view. */
  readonly frozen: number;
  /** Number of empty rows below, to be filled in. */
  readonly emptyRows: number;
  readonly validations: readonly string[];
  readonly isHidden: boolean;
}

export interface TextColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly style: number;
}

/** The XML of the sheet. Columns have the style of their cells, so that rows far below are texts too. */
export function textSheetXml({ columns, rows, frozen, emptyRows, validations }: TextSheet, texts: SharedTexts): string {
  const cellsOf = (values: readonly string[], number: number, styleAt: (at: number) => number) =>
    values.map((value, at) => cell(`${columnLetters(at + 1)}${number}`, value, { style: styleAt(at), texts })).join("");
  const styleAt = (at: number) => columns[at]?.style ?? 0;
  const header = rowXml(
    1,
    cellsOf(
      columns.map(({ header }) => header),
      1,
      () => styleOf("header"),
    ),
  );
  const filled = rows.map((values, at) => rowXml(at + 2, cellsOf(values, at + 2, styleAt), heightOf(values, columns)));
  const blank = columns.map(() => "");
  const empty = Array.from({ length: emptyRows }, (_, at) => {
    const number = rows.length + 2 + at;
    return rowXml(number, cellsOf(blank, number, styleAt));
  });
  const layout = {
    columns: columns.map(({ width, style }) => ({ width, style, isFolded: false })),
    height: rows.length + 1,
    frozen,
    validations,
  };
  return [...sheetXml(layout, [header, ...filled, ...empty])].join("");
}

const cell = (at: string, value: string, look: { readonly style: number; readonly texts: SharedTexts }) =>
  value === "" ? `<c r="${at}" s="${look.style}"/>` : textCell(at, value, look);

/** Of the longest wrapped text; `undefined` if no text needs a second line. */
function heightOf(values: readonly string[], columns: readonly TextColumn[]): number | undefined {
  const lines = columns.map(({ width, style }, at) =>
    style === styleOf("wrapped") ? wrappedLines(values[at] ?? "", width) : 1,
  );
  const most = Math.max(...lines);
  return most > 1 ? rowHeight(most) : undefined;
}
