/** Marks without a width that mean nothing for the words: joiners of words, and byte order marks inside a text. */
const NO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/gu;

/** One line of text: NFC, each run of white space and control characters one space, no invisible characters. */
export const tidyText = (text: string): string =>
  text
    .replace(NO_WIDTH, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .normalize("NFC");

/** Where the first character after an offset of a text is in the tidied text. */
export function tidyOffset(text: string, offset: number): number {
  const before = tidyText(text.slice(0, offset)).length;
  return tidyText(text).charAt(before) === " " ? before + 1 : before;
}

/** Whether a line has a letter or a digit: a line of dashes or stars divides a text, and is none. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Whether a line is one of the text, as `cutSentences` sees it: it has words, or is a single mark, such as an empty bullet. */
export const isLine = (text: string): boolean => hasWords(text) || [...text.trim()].length === 1;
