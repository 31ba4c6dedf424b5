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
  readonly count: (row: Row) => void;
  /** Takes the rows in file order until every column has an example. */
  readonly show: (row: Row) => void;
  readonly lacksExamples: () => boolean;
  readonly rowCount: () => number;
  readonly filled: () => ReadonlyMap<string, FilledColumn>;
}

export function surveyOf(columns: readonly string[]): Survey {
  let rows = 0;
  const found = columns.map((name) => ({ name, count: 0, example: null as Value }));
  return {
    count: (row) => {
      rows += 1;
      for (const column of found) if ((row[column.name] ?? null) !== null) column.count += 1;
    },
    show: (row) => {
      for (const column of found) if (column.example === null) column.example = row[column.name] ?? null;
    },
    lacksExamples: () => found.some(({ count, example }) => count > 0 && example === null),
    rowCount: () => rows,
    filled: () => new Map(found.map(({ name, count, example }) => [name, { count, example }])),
  };
}
