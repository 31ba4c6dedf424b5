import type { Row, Value } from "#pipeline/core/row.ts";

/** How a column of a table is filled. */
export interface FilledColumn {
  /** Rows in which it has a value. */
  readonly count: number;
  /** The first value of the file; `null` where there is none. */
  readonly example: Value;
}

/** Counts a table's rows and filled cells as they are written, so that nobody has to read the table again for it. */
export interface Survey {
  readonly count: (row: Row) => void;
  /** Sees the rows in the order of the file, as many as are needed to have an example of every column. */
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
