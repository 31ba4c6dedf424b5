/** In points. Rows get an explicit height, because not all programs fit a row to its wrapped text. */
const LINE_HEIGHT = 15;

/** The highest row in Excel, in points. Above 409.5, Excel reports a damaged file. */
const HIGHEST = 409;

/** The height, in points, of a row whose longest text has this number of lines. */
export const rowHeight = (lines: number): number => Math.min(HIGHEST, lines * LINE_HEIGHT);

/** Whether a row cannot be as high as this number of lines. */
export const isTooHigh = (lines: number): boolean => lines * LINE_HEIGHT > HIGHEST;

/**
 * The number of lines of a text in a column of this width. Because words are not broken, a line has somewhat fewer
 * characters than the column is wide.
 */
export function wrappedLines(text: string, width: number): number {
  const fitting = width * 0.9;
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(line.length / fitting));
  return lines;
}
