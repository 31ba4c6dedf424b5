import { byColumns } from "#pipeline/core/order.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import type { FieldType } from "#schemas/cell-kinds.ts";
import { type Aspect, aspectOf, aspects, isForPrograms } from "#schemas/column-aspect.ts";
import type { EditionTable } from "./edition.ts";

/** A column as people read it: one of the table, or one that only this edition has. */
export interface OrderedColumn {
  readonly header: string;
  readonly type: FieldType;
  readonly cellOf: (row: Row) => Value;
  /** Whether the column belongs to the group on the right that is closed at first. */
  readonly isFolded: boolean;
}

/** The columns of a table, and how many of them name its rows. */
export interface SheetOrder {
  readonly columns: readonly OrderedColumn[];
  readonly nNames: number;
}

/** A column that the table does not have, to be shown with those of the aspect. */
export interface AddedColumn extends Pick<OrderedColumn, "header" | "type" | "cellOf"> {
  readonly aspect: Aspect;
}

type ReadTable = Pick<EditionTable, "key" | "readBy" | "fields" | "rowCount" | "filled">;

/**
 * The order in which people read: what names the row, who, what, where, when, the description, the agreement, the
 * sources. The words of a code come just before the code. Columns for programs and columns without any value come last,
 * folded away. Every column of the table is there.
 */
export function orderColumns(table: ReadTable, added: readonly AddedColumn[] = []): SheetOrder {
  const { fields, rowCount, filled } = table;
  const isEmpty = ({ name }: Field) => rowCount > 0 && filled.get(name)?.count === 0;
  const isFolded = (field: Field) => isForPrograms(field) || isEmpty(field);
  const names = namesOf(table);
  const shown = fields.filter((field) => !isFolded(field) && !names.includes(field));
  return {
    columns: [
      ...names.flatMap((field) => labelledColumn(field)),
      ...aspects.flatMap((aspect) => [
        ...shown.filter((field) => aspectOf(field) === aspect).flatMap((field) => labelledColumn(field)),
        ...added.filter((column) => column.aspect === aspect).map((column) => ({ ...column, isFolded: false })),
      ]),
      ...fields.filter((field) => isFolded(field) && !names.includes(field)).map((field) => column(field, true)),
    ],
    nNames: names.length,
  };
}

/** The key, or if that is for programs the columns by which people read the rows. */
function namesOf({ key, readBy, fields }: ReadTable): Field[] {
  const inTable = (names: readonly string[]) => names.flatMap((name) => fields.filter((field) => field.name === name));
  const keyFields = inTable(key);
  return keyFields.some(isForPrograms) ? inTable(readBy) : keyFields;
}

/** The rows in the order in which people read them. All are kept in memory if that is another order than that of the file. */
export const rowsInReadingOrder = ({ readBy, key, rows }: EditionTable): Iterable<Row> =>
  readBy.length === 0 ? rows() : [...rows()].sort(byColumns([...readBy, ...key]));

const column = ({ name, type }: Field, isFolded: boolean): OrderedColumn => ({
  header: name,
  type,
  cellOf: (row) => row[name] ?? null,
  isFolded,
});

/** The column, after the words of its codes if it has codes. */
export function labelledColumn(field: Field): OrderedColumn[] {
  const { name, codes } = field;
  if (codes === undefined) return [column(field, false)];
  const labels = new Map(codes.codes.map(({ code, label }) => [code, label]));
  const inWords = (value: Value) =>
    typeof value === "string"
      ? splitList(value)
          .map((code) => labels.get(code) ?? code)
          .join("; ")
      : null;
  const label: OrderedColumn = {
    header: `${name}_label`,
    type: "string",
    cellOf: (row) => inWords(row[name] ?? null),
    isFolded: false,
  };
  return [label, column(field, false)];
}
