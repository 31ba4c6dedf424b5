import type { Field } from "#pipeline/publish/tables/field.ts";
import type { SharedTexts } from "./shared-texts.ts";
import { styleOf } from "./styles.ts";
import { textElement } from "./xml-text.ts";

/** Excel counts days from 1900, and one too many until the end of that February. */
const FIRST_DAY_OF_EXCEL = "1900-03-01";
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_OF_DAY = 86_400_000;

const VALUE = styleOf("value");
const DAY = styleOf("day");

/**
 * Whether a text is written as a day. All others are texts: a partial date, a code or an id never becomes a number or
 * a day. A day that Excel can not count is a text, too, or it would show another.
 */
export const isCountedDay = ({ type }: Field, text: string) => type === "date" && text >= FIRST_DAY_OF_EXCEL;

/** `at` is where the cell is, such as `B7`. */
export const numberCell = (at: string, value: number) => `<c r="${at}" s="${VALUE}"><v>${value}</v></c>`;

export const booleanCell = (at: string, value: boolean) =>
  `<c r="${at}" s="${VALUE}" t="b"><v>${value ? 1 : 0}</v></c>`;

export const dayCell = (at: string, day: string) =>
  `<c r="${at}" s="${DAY}"><v>${(Date.parse(day) - DAY_ZERO) / MILLISECONDS_OF_DAY}</v></c>`;

export function textCell(at: string, text: string, { style, texts }: { style: number; texts: SharedTexts }): string {
  const index = texts.indexOf(text);
  return index === undefined
    ? `<c r="${at}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`
    : `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`;
}
