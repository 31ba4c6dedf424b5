import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { fileName, type RawInput, type SecondFolder } from "#pipeline/core/raw-input.ts";
import { extractCells } from "#pipeline/extract/cells.ts";
import type { CellTable, Extracted } from "#pipeline/extract/extract.ts";
import { type CodedTableName, codedTable, codedTableNames, secondTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

/** The cells of one second coding. */
interface CellCoding extends Pick<Extracted, "tables" | "issues">, Pick<SecondFolder, "sourceId" | "coderId" | "path"> {
  readonly sha256: string;
  readonly isWhole: boolean;
  /** The tables that it has, be it without rows. */
  readonly tablesCoded: readonly CodedTableName[];
}

/** The files of raw/second → cells with their places. A table without a file has no rows. */
export const extractSecond = ({ second, unread }: Pick<RawInput, "second" | "unread">): CellCoding[] =>
  second.map((folder) => {
    const unreadPaths = new Set(unread.map(({ path }) => path));
    const { tables, issues } = extractFolder(folder, unreadPaths);
    const { sourceId, coderId, path, files } = folder;
    const isWhole = ![...unreadPaths].some((other) => other.startsWith(`${path}/`));
    return {
      sourceId,
      coderId,
      path,
      sha256: hashOfFolder(files),
      isWhole,
      tables,
      tablesCoded: secondTableNames.filter((name) => files.some((file) => file.path === `${path}/${name}.csv`)),
      issues: [...issues, ...unknownFiles(folder)],
    };
  });

function extractFolder({ path: folder, files }: SecondFolder, unreadPaths: ReadonlySet<string>) {
  const issues: Issue[] = [];
  const tables: Partial<Record<CodedTableName, CellTable>> = {};
  for (const name of codedTableNames) {
    const path = `${folder}/${name}.csv`;
    const file = secondTableNames.includes(name) ? files.find((one) => one.path === path) : undefined;
    const found = file === undefined ? null : extractCells(file, columnNames(codedTable(name).row));
    issues.push(...(found?.issues ?? []));
    const isComplete = !unreadPaths.has(path) && (found?.issues ?? []).length === 0;
    tables[name] = { path, rows: found?.rows ?? [], isComplete };
  }
  if (!isWhole(tables)) throw new Error("A table of a second coding was not extracted.");
  return { tables, issues };
}

const isWhole = (tables: Partial<Extracted["tables"]>): tables is Extracted["tables"] =>
  codedTableNames.every((name) => tables[name] !== undefined);

function unknownFiles({ files }: SecondFolder): Issue[] {
  const known = secondTableNames.map((name) => `${name}.csv`);
  return files
    .filter(({ path }) => !known.includes(fileName(path)))
    .map(({ path }) => ({
      code: "extract/unknown-file",
      at: { file: path, line: null, column: null },
      nearest: nearestOf(fileName(path), known),
    }));
}
