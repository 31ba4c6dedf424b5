/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}

/** From the first cell to the last, such as `A1:K20`. */
export const cellRange = (width: number, height: number) => `A1:${columnLetters(width)}${height}`;

/** The same as an absolute reference: `$A$1:$K$20`. */
export const absoluteRange = (width: number, height: number) => `$A$1:$${columnLetters(width)}$${height}`;

/** What is repeated on every page of a print: the header. A page is as wide as the sheet, so no column needs it. */
export const REPEATED_ON_PAGES = "$1:$1";

/** A → 1, AA → 27. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
