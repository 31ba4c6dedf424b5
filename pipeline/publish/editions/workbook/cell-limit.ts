/** The most characters that a cell of Excel can hold, in UTF-16 code units. */
export const LONGEST_TEXT = 32_767;

/** What a text that was cut ends with. */
export const CUT_MARK = " [… cut: see Read me]";

/** The text as far as a cell can hold it. A character of two code units is not cut in half. */
export function cutText(text: string): string {
  const kept = LONGEST_TEXT - CUT_MARK.length;
  const splitsPair = (text.codePointAt(kept - 1) ?? 0) > 0xffff;
  return text.slice(0, splitsPair ? kept - 1 : kept) + CUT_MARK;
}
