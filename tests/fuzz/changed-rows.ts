import { publishedValue, type Row } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";

/** A coded row before and after; `null` where there is none. */
export interface RowPair {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** The rows of a coded table that are not the same before and after, in pairs. */
export const changedRows = (table: CodedTableName, before: StagedTables, after: StagedTables): RowPair[] =>
  pairRows(table, rowsOf(before, table), rowsOf(after, table));

export function rowsOf(tables: StagedTables, name: CodedTableName): Row[] {
  return tables[name].rows.map(({ values }) =>
    Object.fromEntries(Object.entries(values).map(([column, cell]) => [column, publishedValue(cell)])),
  );
}

/**
 * Rows that are the same are paired first. Of the others, those with the same key are the same row, then those of the
 * same record, in the order of the file.
 */
function pairRows(table: CodedTableName, before: readonly Row[], after: readonly Row[]): RowPair[] {
  const { key, holds } = codedTable(table);
  const [identity, first] =
    holds === "statements" ? [["record_id", "source_id", "evidence"], "record_id"] : [key, key[0] ?? ""];
  let [gone, come] = [before, after];
  const pairs: RowPair[] = [];
  const pairBy = (name: (row: Row) => string, isKept: boolean) => {
    const waiting = rowsBy(name, come);
    gone = gone.filter((row) => {
      const other = waiting.get(name(row))?.shift();
      if (other === undefined) return true;
      if (isKept) pairs.push({ before: row, after: other });
      return false;
    });
    come = [...waiting.values()].flat();
  };
  pairBy((row) => JSON.stringify(row), false);
  pairBy((row) => JSON.stringify(identity.map((column) => row[column])), true);
  pairBy((row) => JSON.stringify(row[first]), true);
  return [
    ...pairs,
    ...gone.map((row) => ({ before: row, after: null })),
    ...come.map((row) => ({ before: null, after: row })),
  ];
}

/** Rows by what they are called. */
export function rowsBy(name: (row: Row) => string, rows: readonly Row[]): Map<string, Row[]> {
  const named = new Map<string, Row[]>();
  for (const row of rows) {
    const same = named.get(name(row));
    if (same === undefined) named.set(name(row), [row]);
    else same.push(row);
  }
  return named;
}
