import type { FieldType } from "#schemas/cell-kinds.ts";
import { styleOf } from "./styles.ts";

/** Excel counts days from 1900, and wrongly includes a 29 February 1900. */
const FIRST_DAY_OF_EXCEL = "1900-03-01";
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_OF_DAY = 86_400_000;

const VALUE = styleOf("value");
const DAY = styleOf("day");

/**
 * Whether a text is written as a day. Every other text stays a text, so that a partial date, a code or an id never
 * becomes a number or a day. A day before 1 March 1900 stays a text too, because Excel would show a different day.
 */
export const isCountedDay = (type: FieldType, text: string) => type === "date" && text >= FIRST_DAY_OF_EXCEL;

/** `at` is the address of the cell, such as `B7`. */
export const numberCell = (at: string, value: number) => `<c r="${at}" s="${VALUE}"><v>${value}</v></c>`;

export const booleanCell = (at: string, value: boolean) =>
  `<c r="${at}" s="${VALUE}" t="b"><v>${value ? 1 : 0}</v></c>`;

export const dayCell = (at: string, day: string) =>
  `<c r="${at}" s="${DAY}"><v>${(Date.parse(day) - DAY_ZERO) / MILLISECONDS_OF_DAY}</v></c>`;
