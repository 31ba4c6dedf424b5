import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import {
  type DiskFile,
  fileName,
  fileStem,
  isAnchorName,
  type RawInput,
  type UnreadFile,
} from "#pipeline/core/raw-input.ts";
import { type CellRow, extractCells } from "#pipeline/extract/cells.ts";
import { extractIndexCells } from "#pipeline/extract/index-cells.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

/** The cells of one coded table. */
export interface CellTable {
  readonly path: string;
  readonly rows: readonly CellRow[];
  /** False if part of the file could not be read. Then a row that is missing here must not cause an issue elsewhere. */
  readonly isComplete: boolean;
}

/** The cells of one sentence index. */
export interface CellIndex {
  readonly sourceId: string;
  readonly path: string;
  readonly rows: readonly CellRow[];
}

export interface Extracted {
  readonly tables: Readonly<Record<CodedTableName, CellTable>>;
  readonly indexes: readonly CellIndex[];
  /** What raw/outlines draws. */
  readonly outlines: Outlines;
  readonly issues: readonly Issue[];
}

/** The files of raw/ → cells with their places, and outlines. */
export function extract({ codedPath, coded, strays, indexes, outlines, unread }: RawInput): Extracted {
  const byName = new Map(coded.map((file) => [fileName(file.path), file]));
  const unreadPaths = new Set(unread.map(({ path }) => path));
  const issues: Issue[] = unread.map(unreadIssue);
  const tables: Partial<Record<CodedTableName, CellTable>> = {};
  for (const name of codedTableNames) {
    const path = `${codedPath}/${name}.csv`;
    const isUnread = unreadPaths.has(path);
    const extracted = isUnread ? nothingIn(path) : extractTable(name, byName.get(`${name}.csv`), path);
    tables[name] = extracted.table;
    for (const issue of extracted.issues) issues.push(issue);
  }
  if (!isWhole(tables)) throw new Error("A coded table was not extracted.");
  const indexTables = indexes.map((file) => ({
    sourceId: fileStem(file.path),
    path: file.path,
    ...extractIndexCells(file),
  }));
  const { issues: issuesOfOutlines, ...drawn } = readOutlines(outlines);
  const folder = codedPath.replace(/coded$/u, "outlines");
  if (
    outlines.every(({ path }) => isAnchorName(fileName(path))) &&
    !unread.some(({ path }) => path.startsWith(`${folder}/`))
  )
    issues.push({ code: "extract/missing-outlines", at: { file: folder, line: null, column: null } });
  return {
    tables,
    outlines: drawn,
    indexes: indexTables.filter((index) => index.issues.length === 0),
    issues: [
      ...issues,
      ...unknownFiles(byName),
      ...strays.map(strayIssue),
      ...indexTables.flatMap((index) => index.issues),
      ...issuesOfOutlines,
    ],
  };
}

const isWhole = (tables: Partial<Extracted["tables"]>): tables is Extracted["tables"] =>
  codedTableNames.every((name) => tables[name] !== undefined);

function unreadIssue(file: UnreadFile): Issue {
  const at = { file: file.path, line: null, column: null };
  if (file.fault === "too-large") return { code: "extract/too-large", at, limit: file.limit, size: file.bytes };
  return { code: "extract/unreadable", at, fault: file.fault, detail: file.detail };
}

/** A table whose file could not be read. */
const nothingIn = (path: string, ...issues: readonly Issue[]) => ({
  table: { path, rows: [], isComplete: false },
  issues,
});

function extractTable(
  name: CodedTableName,
  file: DiskFile | undefined,
  path: string,
): { table: CellTable; issues: readonly Issue[] } {
  if (file === undefined) {
    return nothingIn(path, { code: "extract/missing-file", at: { file: path, line: null, column: null } });
  }
  const { row, mayBeEmpty } = codedTable(name);
  const { rows, issues } = extractCells(file, columnNames(row));
  const table = { path: file.path, rows, isComplete: issues.length === 0 };
  if (rows.length > 0 || issues.length > 0 || mayBeEmpty) return { table, issues };
  return { table, issues: [{ code: "extract/no-rows", at: { file: file.path, line: 1, column: null } }] };
}

const strayIssue = (path: string): Issue => ({
  code: "extract/not-read",
  at: { file: path, line: null, column: null },
  isWorkbook: /\.xls[mx]$/iu.test(path),
});

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
