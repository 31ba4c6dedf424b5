/** A row as a release has it. Cells are texts; an unknown value is an empty text. */
export type ReleasedRow = Readonly<Record<string, string>>;

/** A table of a release, as its own descriptor and file have it. */
export interface ReleasedTable {
  readonly name: string;
  /** What a row is. */
  readonly description: string;
  readonly key: readonly string[];
  /** Table Schema types; a column of a list ends in `list`. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: () => Iterable<ReleasedRow>;
}

/** What a release holds. Nothing else is needed to explain its records. */
export interface ReleasedTables {
  readonly version: string;
  readonly tables: ReadonlyMap<string, ReleasedTable>;
}

/** The rows of a table that have these values; none if the release lacks the table. */
export function rowsWith({ tables }: ReleasedTables, table: string, values: ReleasedRow): ReleasedRow[] {
  const wanted = Object.entries(values);
  const found: ReleasedRow[] = [];
  for (const row of tables.get(table)?.rows() ?? [])
    if (wanted.every(([column, value]) => row[column] === value)) found.push(row);
  return found;
}
