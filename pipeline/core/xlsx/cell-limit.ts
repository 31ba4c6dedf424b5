/** The maximum length of a text in an Excel cell, in UTF-16 code units. */
export const LONGEST_TEXT = 32_767;

/** The end of a text that was cut. */
export const CUT_MARK = " [… cut: see Read me]";

/** The text, cut if it is too long for a cell. A character of two code units is not split. */
export function cutText(text: string): string {
  const kept = LONGEST_TEXT - CUT_MARK.length;
  const splitsPair = (text.codePointAt(kept - 1) ?? 0) > 0xffff;
  return text.slice(0, splitsPair ? kept - 1 : kept) + CUT_MARK;
}
