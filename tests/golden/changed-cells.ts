import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import { rowNames } from "#tests/golden/edited-files.ts";

/** The rows of every table that a case pins, by the table's name. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

interface ChangedCell extends Row {
  readonly table: string;
  readonly record: string;
  readonly column: string;
  readonly value: string;
}

/** `expected/cells.csv`: every cell in which the tables of a case differ from those of the base. */
export function pinChangedCells(base: Tables, tables: Tables, copies: ReadonlyMap<string, string>): string {
  const cells = [...tables].flatMap(([table, rows]) => {
    const before = byName(base.get(table) ?? []);
    const after = byName(rows);
    const gone = [...before.keys()].filter((record) => !after.has(record));
    return [
      ...gone.map((record): ChangedCell => ({ table, record, column: "-", value: "" })),
      ...[...after].flatMap(([record, row]) => {
        const known = before.get(record);
        if (known !== undefined) return changesOf(table, record, row, known);
        // The claims of a new record follow from its cells.
        if (table === "claims") return [];
        const copied = after.get(copies.get(record) ?? "") ?? {};
        return [{ table, record, column: "+", value: "" }, ...changesOf(table, record, row, copied)];
      }),
    ];
  });
  return writeCsv(["table", "record", "column", "value"], cells);
}

/** The first cell is the row's name. */
const changesOf = (table: string, record: string, row: Row, other: Row): ChangedCell[] =>
  Object.entries(row)
    .slice(1)
    .filter(([column, value]) => value !== (other[column] ?? null))
    .map(([column, value]) => ({ table, record, column, value: asText(value) }));

const byName = (rows: readonly Row[]) => {
  const names = rowNames(rows.map((row) => String(Object.values(row)[0])));
  return new Map(rows.map((row, position) => [names[position] ?? "", row]));
};

/** A text as it is, but in quotes if it could be read as a number or the like: the text `14` and the number differ. */
function asText(value: Value): string {
  if (value === null) return "";
  return typeof value === "string" && !isJson(value) ? value : JSON.stringify(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
