import type { Row } from "#pipeline/core/row.ts";
import { booleanCell, dayCell, isCountedDay, numberCell, textCell } from "./cell.ts";
import { cutText, LONGEST_TEXT } from "./cell-limit.ts";
import { rowHeight, wrappedLines } from "./row-height.ts";
import type { SharedTexts } from "./shared-texts.ts";
import { rowXml } from "./sheet.ts";
import type { SheetColumn } from "./sheet-columns.ts";
import { styleOf } from "./styles.ts";

interface RowsOfSheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<Row>;
  readonly texts: SharedTexts;
  /** Called for each cell whose text is too long for a spreadsheet. */
  readonly onCut: () => void;
}

const HEADER = styleOf("header");
const SHORT_TEXT = styleOf("text");
const WRAPPED_TEXT = styleOf("wrapped");

/** The XML of the header and of each row. */
export function* tableRows({ rows, ...sheet }: RowsOfSheet): Generator<string> {
  const { columns, texts } = sheet;
  const header = columns.map(({ field, letters }) => textCell(`${letters}1`, field.name, { style: HEADER, texts }));
  yield rowXml(1, header.join(""));
  let number = 1;
  for (const row of rows) {
    number += 1;
    yield tableRow(row, number, sheet);
  }
}

/** A row is as high as its longest wrapped text. If no text wraps, the spreadsheet program chooses the height. */
function tableRow(row: Row, number: number, { columns, texts, onCut }: Omit<RowsOfSheet, "rows">): string {
  let cells = "";
  let lines = 1;
  for (const { field, letters, width } of columns) {
    const value = row[field.name] ?? null;
    const at = `${letters}${number}`;
    if (value === null) continue;
    else if (typeof value === "number") cells += numberCell(at, value);
    else if (typeof value === "boolean") cells += booleanCell(at, value);
    else if (isCountedDay(field, value)) cells += dayCell(at, value);
    else {
      const isTooLong = value.length > LONGEST_TEXT;
      if (isTooLong) onCut();
      const text = isTooLong ? cutText(value) : value;
      const wraps = text.length > width || text.includes("\n");
      if (wraps) lines = Math.max(lines, wrappedLines(text, width));
      cells += textCell(at, text, { style: wraps ? WRAPPED_TEXT : SHORT_TEXT, texts });
    }
  }
  return rowXml(number, cells, lines > 1 ? rowHeight(lines) : undefined);
}
