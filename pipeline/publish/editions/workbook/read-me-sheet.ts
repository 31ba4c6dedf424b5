import { textCell } from "./cell.ts";
import type { ReadMeLine } from "./read-me-lines.ts";
import { rowHeight, wrappedLines } from "./row-height.ts";
import type { SharedTexts } from "./shared-texts.ts";
import { rowXml, sheetXml } from "./sheet.ts";
import { styleOf } from "./styles.ts";

/** In characters. */
const WIDTH = 110;

/** In points. */
const HEADING_HEIGHT = 24;

/** The sheet `Read me`: one column of wrapped texts with headings. */
export const readMeSheet = (lines: readonly ReadMeLine[], texts: SharedTexts): Generator<string> =>
  sheetXml(
    { widths: [WIDTH], height: lines.length, hasHeader: false },
    lines.map(({ text, isHeading = false }, index) =>
      rowXml(
        index + 1,
        textCell(`A${index + 1}`, text, { style: styleOf(isHeading ? "heading" : "wrapped"), texts }),
        isHeading ? HEADING_HEIGHT : rowHeight(wrappedLines(text, WIDTH)),
      ),
    ),
  );
