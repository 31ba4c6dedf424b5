import type { Block } from "#pipeline/intake/taken-in.ts";
import type { Group } from "./paragraphs.ts";

/** A heading is this much larger than the text, or bold, and has at most so many lines and letters. */
const HEADING = { larger: 1.09, lines: 4, letters: 220 };

/** Whether a group is a heading, a paragraph or an item of a list. */
export function kindOf({ lines, kind }: Group, text: string, bodySize: number, isBodyBold: boolean): Block["kind"] {
  const size = Math.min(...lines.map((line) => line.size));
  const isLarge = size >= bodySize * HEADING.larger;
  const isBold = lines.every((line) => line.isBold) && !isBodyBold && size >= bodySize * 0.95;
  const isShort = lines.length <= HEADING.lines && text.length <= HEADING.letters;
  const isCapitals = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && text.length < 100 && lines.length < 3;
  if (isShort && (isLarge || isBold || isCapitals) && !/[.,;]$/u.test(text) && /\p{L}/u.test(text)) return "heading";
  return kind;
}
