import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { type CellRow, extractCells } from "#pipeline/extract/cells.ts";
import { SentenceIndexRow } from "#schemas/sentence-index.ts";
import { type CodedTableName, codedTableNames, codedTables } from "#schemas/tables.ts";

/** The cells of one coded table. */
export interface CellTable {
  readonly name: CodedTableName;
  readonly path: string;
  readonly rows: readonly CellRow[];
  /** False where some of the file could not be read: what is missing here is no mistake elsewhere. */
  readonly isComplete: boolean;
}

/** The cells of one sentence index. */
export interface CellIndex {
  readonly sourceId: string;
  readonly path: string;
  readonly rows: readonly CellRow[];
}

export interface Extracted {
  readonly tables: readonly CellTable[];
  readonly indexes: readonly CellIndex[];
  readonly issues: readonly Issue[];
}

/** The files of raw/ → cells, each with its place. */
export function extract({ codedPath, coded, indexes }: RawInput): Extracted {
  const byName = new Map(coded.map((file) => [fileName(file.path), file]));
  const tables = codedTableNames.map((name) =>
    extractTable(name, byName.get(`${name}.csv`), `${codedPath}/${name}.csv`),
  );
  const indexTables = indexes.map((file) => ({
    sourceId: fileStem(file.path),
    path: file.path,
    ...extractCells(file, Object.keys(SentenceIndexRow.shape)),
  }));
  return {
    tables: tables.map(({ table }) => table),
    indexes: indexTables.filter(({ issues }) => issues.length === 0),
    issues: [
      ...tables.flatMap(({ issues }) => issues),
      ...unknownFiles(byName),
      ...indexTables.flatMap(({ issues }) => issues),
    ],
  };
}

function extractTable(
  name: CodedTableName,
  file: DiskFile | undefined,
  path: string,
): { table: CellTable; issues: readonly Issue[] } {
  if (file === undefined) {
    const issue: Issue = { code: "extract/missing-file", at: { file: path, line: null, column: null } };
    return { table: { name, path, rows: [], isComplete: false }, issues: [issue] };
  }
  const { rows, issues } = extractCells(file, Object.keys(codedTables[name].row.shape));
  const table = { name, path: file.path, rows, isComplete: issues.length === 0 };
  if (rows.length > 0 || issues.length > 0 || codedTables[name].mayBeEmpty) return { table, issues };
  return { table, issues: [{ code: "extract/no-rows", at: { file: file.path, line: 1, column: null } }] };
}

const fileName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

function unknownFiles(files: ReadonlyMap<string, DiskFile>): Issue[] {
  const known = codedTableNames.map((name) => `${name}.csv`);
  return [...files]
    .filter(([name]) => !known.includes(name))
    .map(([name, { path }]) => ({
      code: "extract/unknown-file",
      at: { file: path, line: null, column: null },
      nearest: nearestOf(name, known),
    }));
}
