import type { Amount, PartialDate } from "#schemas/cell-values.ts";

/** What a published cell holds: what is not known is `null`, and nothing else. */
export type Value = string | number | boolean | null;

/** What a cell holds after `stage`: dates and amounts are parsed once, and carried as values. */
export type Cell = Value | PartialDate | Amount;

/** A row whose columns are only known at run time, from a schema. */
export type Row = Readonly<Record<string, Value>>;
export type Cells = Readonly<Record<string, Cell>>;

export const isPartialDate = (cell: Cell | undefined): cell is PartialDate =>
  typeof cell === "object" && cell !== null && "edtf" in cell;
export const isAmount = (cell: Cell | undefined): cell is Amount =>
  typeof cell === "object" && cell !== null && "point" in cell;

/** A cell as it is coded and published: a date as EDTF, an amount as written. */
export function publishedValue(cell: Cell): Value {
  if (isPartialDate(cell)) return cell.edtf;
  return isAmount(cell) ? cell.text : cell;
}

/** Lists are kept as one text, joined like this. */
const LIST_SEPARATOR = "; ";

export const splitList = (list: Cell | undefined): string[] =>
  typeof list === "string" && list !== "" ? list.split(LIST_SEPARATOR) : [];

export const joinList = (items: Iterable<string>): string | null => [...items].join(LIST_SEPARATOR) || null;
