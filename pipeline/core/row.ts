import type { Amount, PartialDate } from "#schemas/cell-values.ts";

/** The value of a published cell. An unknown value is always `null`. */
export type Value = string | number | boolean | null;

/** The value of a cell after `stage`: dates and amounts are already parsed. */
export type Cell = Value | PartialDate | Amount;

/** A row whose columns are known only at run time, from a schema. */
export type Row = Readonly<Record<string, Value>>;
export type Cells = Readonly<Record<string, Cell>>;

export const isPartialDate = (cell: Cell | undefined): cell is PartialDate =>
  typeof cell === "object" && cell !== null && "edtf" in cell;
export const isAmount = (cell: Cell | undefined): cell is Amount =>
  typeof cell === "object" && cell !== null && "point" in cell;

/** A cell in the form in which it is coded and published: a date as EDTF, an amount as written. */
export function publishedValue(cell: Cell): Value {
  if (isPartialDate(cell)) return cell.edtf;
  return isAmount(cell) ? cell.text : cell;
}

/** A list is one text, with this separator between its items. */
const LIST_SEPARATOR = "; ";

export const splitList = (list: Cell | undefined): string[] =>
  typeof list === "string" && list !== "" ? list.split(LIST_SEPARATOR) : [];

export const joinList = (items: Iterable<string>): string | null => [...items].join(LIST_SEPARATOR) || null;
