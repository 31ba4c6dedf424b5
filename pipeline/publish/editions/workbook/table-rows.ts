import type { Row } from "#pipeline/core/row.ts";
import { cutText, LONGEST_TEXT } from "#pipeline/core/xlsx/cell-limit.ts";
import { isTooHigh, rowHeight, wrappedLines } from "#pipeline/core/xlsx/row-height.ts";
import type { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { rowXml } from "#pipeline/core/xlsx/sheet.ts";
import { textCell } from "#pipeline/core/xlsx/text-cell.ts";
import { booleanCell, dayCell, isCountedDay, numberCell } from "./cell.ts";
import type { SheetColumn } from "./sheet-columns.ts";
import { styleOf } from "./styles.ts";

/** Counts what the limits of a spreadsheet hide. */
export interface Losses {
  /** Texts that are too long for a cell. */
  cutTexts: number;
  /** Rows that are not high enough for their text. */
  lowRows: number;
}

interface RowsOfSheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<Row>;
  readonly texts: SharedTexts;
  readonly losses: Losses;
}

/**
 * Number of rows that are compressed together. With fewer, the workbook becomes larger; with more, a corrected cell
 * changes more bytes.
 */
const ROWS_OF_A_BLOCK = 32;

const HEADER = styleOf("header");
const SHORT_TEXT = styleOf("text");
const WRAPPED_TEXT = styleOf("wrapped");

/** The XML of the header, and of the rows in blocks. */
export function* tableRows({ rows, ...sheet }: RowsOfSheet): Generator<string> {
  const { columns, texts } = sheet;
  const header = columns.map((column) => textCell(`${column.letters}1`, column.header, { style: HEADER, texts }));
  yield rowXml(1, header.join(""));
  let number = 1;
  let block = "";
  for (const row of rows) {
    number += 1;
    block += tableRow(row, number, sheet);
    if (number % ROWS_OF_A_BLOCK !== 0) continue;
    yield block;
    block = "";
  }
  if (block !== "") yield block;
}

/** A row is as high as its longest wrapped text. If no text wraps, the spreadsheet program chooses the height. */
function tableRow(row: Row, number: number, { columns, texts, losses }: Omit<RowsOfSheet, "rows">): string {
  let cells = "";
  let lines = 1;
  for (const { type, cellOf, letters, width, isFolded } of columns) {
    const value = cellOf(row);
    const at = `${letters}${number}`;
    if (value === null) continue;
    else if (typeof value === "number") cells += numberCell(at, value);
    else if (typeof value === "boolean") cells += booleanCell(at, value);
    else if (isCountedDay(type, value)) cells += dayCell(at, value);
    else {
      const isTooLong = value.length > LONGEST_TEXT;
      if (isTooLong) losses.cutTexts += 1;
      const text = isTooLong ? cutText(value) : value;
      const wraps = text.length > width || text.includes("\n");
      if (wraps && !isFolded) lines = Math.max(lines, wrappedLines(text, width));
      cells += textCell(at, text, { style: wraps && !isFolded ? WRAPPED_TEXT : SHORT_TEXT, texts });
    }
  }
  if (isTooHigh(lines)) losses.lowRows += 1;
  return rowXml(number, cells, lines > 1 ? rowHeight(lines) : undefined);
}
