import type { SharedTexts } from "./shared-texts.ts";
import { textElement } from "./xml-text.ts";

/** A cell that stays a text, whatever it looks like. `at` is its address, such as `B7`. */
export function textCell(at: string, text: string, { style, texts }: { style: number; texts: SharedTexts }): string {
  const index = texts.indexOf(text);
  return index === undefined
    ? `<c r="${at}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`
    : `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`;
}
