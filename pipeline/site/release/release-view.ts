import type { CitedRelease } from "#pipeline/core/citation.ts";
import { splitList } from "#pipeline/core/row.ts";

/** A row as its release has it. Cells are texts; an unknown value is an empty text, and so is that of a column it lacks. */
export type Cells = Readonly<Record<string, string>>;

export interface ReleaseTable {
  readonly name: string;
  readonly title: string;
  /** What a row is. */
  readonly description: string;
  readonly key: readonly string[];
  /** Table Schema types; a column of a list ends in `list`. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Cells[];
}

export interface ReleaseFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether the folder of the release has it. Editions may be absent. */
  readonly isThere: boolean;
}

/** What a release holds: everything that its pages show. */
export interface SiteRelease {
  readonly cited: CitedRelease;
  readonly tables: readonly ReleaseTable[];
  readonly files: readonly ReleaseFile[];
  /** The rows of changes.csv: those of this release and of the ones before it, newest first. */
  readonly changes: readonly Cells[];
}

/** A release with ways to look things up. Each index is made when it is first used. */
export interface ReleaseView extends SiteRelease {
  readonly version: string;
  /** `null` if the release has no such table. */
  readonly table: (name: string) => ReleaseTable | null;
  /** No rows if the release lacks the table. */
  readonly rows: (table: string) => readonly Cells[];
  /** The rows with this value in the column, in the order of the table. */
  readonly where: (table: string, column: string, value: string) => readonly Cells[];
  /** The rows that have this item in the list in the column. */
  readonly listing: (table: string, column: string, item: string) => readonly Cells[];
  /** The row with this value in the first column of its key. */
  readonly find: (table: string, id: string) => Cells | null;
  /** The code in words; the code itself if the release does not know it. */
  readonly label: (codelist: string, code: string) => string;
  /** What the dictionary says of a column: title, description, codelist, refers_to, rule and so on. */
  readonly column: (table: string, column: string) => Cells | null;
  /** The rows of changes.csv about a record. */
  readonly changesOf: (table: string, id: string) => readonly Cells[];
}

const NO_ROWS: readonly Cells[] = [];

export function viewRelease(release: SiteRelease): ReleaseView {
  const tables = new Map(release.tables.map((table) => [table.name, table]));
  const rows = (table: string) => tables.get(table)?.rows ?? NO_ROWS;
  const byCell = lookUp(rows, (cell) => [cell]);
  const byItem = lookUp(rows, splitList);
  const where = (table: string, column: string, value: string) => byCell(table, column).get(value) ?? NO_ROWS;
  const changes = groupBy(release.changes, (row) => [`${row.table} ${row.record_id}`]);
  return {
    ...release,
    version: release.cited.version,
    table: (name) => tables.get(name) ?? null,
    rows,
    where,
    listing: (table, column, item) => byItem(table, column).get(item) ?? NO_ROWS,
    find: (table, id) => where(table, tables.get(table)?.key[0] ?? "", id)[0] ?? null,
    label: (codelist, code) => where("codelists", "codelist", codelist).find((row) => row.code === code)?.label ?? code,
    column: (table, column) => where("columns", "table", table).find((row) => row.column === column) ?? null,
    changesOf: (table, id) => changes.get(`${table} ${id}`) ?? NO_ROWS,
  };
}

type Index = ReadonlyMap<string, readonly Cells[]>;

/** The rows of a table by the keys in a column. An index is made when it is first asked for, and kept. */
function lookUp(rows: (table: string) => readonly Cells[], keysOf: (cell: string) => readonly string[]) {
  const indexes = new Map<string, Map<string, Index>>();
  return (table: string, column: string): Index => {
    const ofTable = indexes.get(table) ?? new Map<string, Index>();
    indexes.set(table, ofTable);
    const index = ofTable.get(column) ?? groupBy(rows(table), (row) => keysOf(row[column] ?? ""));
    ofTable.set(column, index);
    return index;
  };
}

function groupBy(rows: readonly Cells[], keysOf: (row: Cells) => readonly string[]): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}
