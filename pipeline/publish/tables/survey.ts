import type { Row, Value } from "#pipeline/core/row.ts";

/** Facts about the values in a column. */
export interface FilledColumn {
  /** Number of rows that have a value in this column. */
  readonly count: number;
  /** The first value in the file; `null` if there is none. */
  readonly example: Value;
}

/** Counts a table's rows and filled cells while they are written, so that the table need not be read again. */
export interface Survey {
  /** Takes the rows in file order. */
  readonly add: (row: Row) => void;
  readonly rowCount: () => number;
  readonly filled: () => ReadonlyMap<string, FilledColumn>;
}

export function surveyOf(columns: readonly string[]): Survey {
  let rows = 0;
  const found = columns.map((name) => ({ name, count: 0, example: null as Value }));
  return {
    add: (row) => {
      rows += 1;
      for (const column of found) {
        const value = row[column.name] ?? null;
        if (value === null) continue;
        column.count += 1;
        column.example ??= value;
      }
    },
    rowCount: () => rows,
    filled: () => new Map(found.map(({ name, count, example }) => [name, { count, example }])),
  };
}
