import { rowHeight, wrappedLines } from "#pipeline/core/xlsx/row-height.ts";
import type { SharedTexts } from "#pipeline/core/xlsx/shared-texts.ts";
import { rowXml, sheetXml } from "#pipeline/core/xlsx/sheet.ts";
import { textCell } from "#pipeline/core/xlsx/text-cell.ts";
import type { ReadMeLine } from "./read-me-lines.ts";
import { styleOf } from "./styles.ts";

/** In characters: of the headings and names of sheets, and of the texts. */
const WIDTHS = [30, 110] as const;

/** In points. */
const HEADING_HEIGHT = 24;

/** The sheet `Read me`: headings and links to the other sheets on the left, wrapped texts on the right. */
export function readMeSheet(lines: readonly ReadMeLine[], texts: SharedTexts): Generator<string> {
  const links = lines.flatMap(({ leadsTo }, index): [string, string][] =>
    leadsTo === undefined ? [] : [[`A${index + 1}`, leadsTo]],
  );
  const columns = WIDTHS.map((width) => ({ width, isFolded: false }));
  return sheetXml(
    { columns, height: lines.length, frozen: null, links: new Map(links) },
    lines.map((line, index) => lineXml(line, index + 1, texts)),
  );
}

function lineXml({ text, isHeading = false, leadsTo }: ReadMeLine, number: number, texts: SharedTexts): string {
  const cell = (letter: string, value: string, style: Parameters<typeof styleOf>[0]) =>
    textCell(`${letter}${number}`, value, { style: styleOf(style), texts });
  if (isHeading) return rowXml(number, cell("A", text, "heading"), HEADING_HEIGHT);
  const link = leadsTo === undefined ? "" : cell("A", leadsTo, "link");
  return rowXml(number, `${link}${cell("B", text, "wrapped")}`, rowHeight(wrappedLines(text, WIDTHS[1])));
}
