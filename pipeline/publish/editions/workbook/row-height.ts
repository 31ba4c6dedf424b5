/** In points. Programs do not all make a row as high as its wrapped text. */
const LINE_HEIGHT = 15;

/** Excel knows no higher row, and takes a file that has one for damaged above 409.5. */
const HIGHEST = 409;

/** The height of a row in which the longest text takes so many lines. */
export const rowHeight = (lines: number): number => Math.min(HIGHEST, lines * LINE_HEIGHT);

/**
 * How many lines a text takes in a column of this width. A line holds somewhat fewer characters than a column is wide,
 * for words are not broken.
 */
export function wrappedLines(text: string, width: number): number {
  const fitting = width * 0.9;
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(line.length / fitting));
  return lines;
}
