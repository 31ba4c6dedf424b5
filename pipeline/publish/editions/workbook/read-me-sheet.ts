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

/** The sheet `Read me`: one column of wrapped texts with headings and links to the other sheets. */
export function readMeSheet(lines: readonly ReadMeLine[], texts: SharedTexts): Generator<string> {
  const links = lines.flatMap(({ leadsTo }, index): [string, string][] =>
    leadsTo === undefined ? [] : [[addressOf(index), leadsTo]],
  );
  return sheetXml(
    { columns: [{ width: WIDTH, isFolded: false }], height: lines.length, frozen: null, links: new Map(links) },
    lines.map((line, index) =>
      rowXml(
        index + 1,
        textCell(addressOf(index), line.text, { style: styleOf(lookOf(line)), texts }),
        line.isHeading === true ? HEADING_HEIGHT : rowHeight(wrappedLines(line.text, WIDTH)),
      ),
    ),
  );
}

const addressOf = (index: number) => `A${index + 1}`;

function lookOf({ isHeading = false, leadsTo }: ReadMeLine) {
  if (isHeading) return "heading";
  return leadsTo === undefined ? "wrapped" : "link";
}
