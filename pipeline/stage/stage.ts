import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedRow, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { readCell, type StagedColumn } from "#pipeline/stage/read-cell.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import type { RowRule } from "#schemas/row-rules.ts";
import { SentenceIndexRow } from "#schemas/sentence-index.ts";
import { type CodedTableName, codedTables } from "#schemas/tables.ts";

/** Cells as `extract` hands them over. */
interface Cells {
  readonly path: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

interface ToStage {
  readonly tables: readonly (Cells & { readonly name: CodedTableName; readonly isComplete: boolean })[];
  readonly indexes: readonly (Cells & { readonly sourceId: string })[];
}

export interface Staged {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  readonly issues: readonly Issue[];
}

const UNREADABLE = "";

/** Cells → typed rows, one row at a time. A row with a fault is told and left out. */
export function stage({ tables, indexes }: ToStage): Staged {
  const issues: Issue[] = [];
  const staged = new Map<CodedTableName, StagedTable>();
  for (const { name, isComplete, ...cells } of tables) {
    const { issues: found, ...read } = stageRows(cells, stagedColumns(codedTables[name].row), codedTables[name].rules);
    // A refused row whose id could not be read may be the one that another row refers to.
    staged.set(name, { ...read, path: cells.path, isComplete: isComplete && !read.refusedIds.has(UNREADABLE) });
    for (const issue of found) issues.push(issue);
  }
  const stagedIndexes = indexes.map(({ sourceId, ...cells }) => {
    const { rows, issues: found } = stageRows(cells, stagedColumns(SentenceIndexRow), []);
    issues.push(...found);
    return sentenceIndex(
      sourceId,
      cells.path,
      rows.map(({ values }) => SentenceIndexRow.parse(values)),
    );
  });
  return { tables: staged, indexes: new Map(stagedIndexes.map((index) => [index.sourceId, index])), issues };
}

function stageRows({ path, rows }: Cells, columns: readonly StagedColumn[], rules: readonly RowRule[]) {
  const issues: Issue[] = [];
  const refused: StagedRow[] = [];
  const staged = rows.flatMap(({ line, cells }): StagedRow[] => {
    const at = { file: path, line, column: null };
    const { values, found } = readRow(cells, columns, at);
    const broken = brokenRules(rules, values, at);
    if (found.length + broken.length === 0) return [{ line, values }];
    issues.push(...found, ...broken);
    refused.push({ line, values });
    return [];
  });
  const refusedIds = new Set(refused.map(({ values }) => String(values[columns[0]?.name ?? ""] ?? UNREADABLE)));
  return { rows: staged, refused, refusedIds, issues };
}

function stagedColumns(row: Parameters<typeof columnsOf>[0]): StagedColumn[] {
  return columnsOf(row).map((column) => ({
    ...column,
    codes: codelists.find(({ name }) => name === column.codelist)?.codes.map(({ code }) => code) ?? [],
  }));
}

function readRow(
  cells: readonly string[],
  columns: readonly StagedColumn[],
  at: Place,
): { values: Row; found: Issue[] } {
  const values: Record<string, Value> = {};
  const found: Issue[] = [];
  columns.forEach((column, position) => {
    const read = readCell(cells[position] ?? "", column, { ...at, column: column.name });
    if ("issues" in read) found.push(...read.issues);
    else values[column.name] = read.value;
  });
  return { values, found };
}

/** A rule is asked where all the cells that it looks at could be read. */
const brokenRules = (rules: readonly RowRule[], values: Row, at: Place): Issue[] =>
  rules
    .filter(({ needs, holds }) => needs.every((column) => column in values) && !holds(values))
    .map(({ column, sentence }) => ({ code: "stage/row-rule", at: { ...at, column }, sentence }));
