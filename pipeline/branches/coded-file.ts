import { type PlacedCell, placeCells } from "#pipeline/core/csv-cells.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";

/** The texts of the coded tables in one version of the data. A table that the version does not have is not in it. */
export type CodedTexts = ReadonlyMap<CodedTableName, string>;

/** A row as it stands in a file. Two rows are the same if their cells are. */
export interface FileRow {
  readonly cells: readonly PlacedCell[];
  readonly line: number;
  /** What makes the row the same as another one. */
  readonly text: string;
  /** Its first cell: in a table with permanent ids, the id. */
  readonly id: string;
}

/** The rows of a table, without its header. */
export function rowsOf(texts: CodedTexts, name: CodedTableName): FileRow[] {
  const [, ...records] = placeCells(texts.get(name) ?? "");
  return records.map(({ cells, line }) => ({
    cells,
    line,
    text: cells.map(({ value }) => value).join("\n"),
    id: cells[0]?.value.trim() ?? "",
  }));
}

/** The tables whose ids are numbered, such as `exp-014`. */
export const numberedTables: readonly { readonly name: CodedTableName; readonly prefix: string }[] =
  codedTableNames.flatMap((name) => {
    const prefix = codedTable(name).idPrefix;
    return prefix === null ? [] : [{ name, prefix }];
  });
