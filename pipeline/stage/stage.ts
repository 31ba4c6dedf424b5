import type { Issue, Place } from "#pipeline/core/issue.ts";
import { type Cell, type Cells, publishedValue } from "#pipeline/core/row.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedLine, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { suggestNamed } from "#pipeline/core/suggest-named.ts";
import { readCell, type StagedColumn } from "#pipeline/stage/read-cell.ts";
import { type CodedRow, type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import type { RowRule } from "#schemas/row-rule.ts";
import { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** Cells as `extract` returns them. */
interface CellRows {
  readonly path: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

interface ToStage {
  readonly tables: Readonly<Record<CodedTableName, CellRows & { readonly isComplete: boolean }>>;
  readonly indexes: readonly (CellRows & { readonly sourceId: string })[];
}

export interface Staged {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  readonly issues: readonly Issue[];
}

/** Cells → typed rows, one row at a time. A row with an error is reported and left out. */
export function stage({ tables, indexes }: ToStage): Staged {
  const issues: Issue[] = [];
  const staged: Partial<Record<CodedTableName, StagedTable>> = {};
  for (const name of codedTableNames) {
    const { table, found } = stageTable(name, tables[name]);
    staged[name] = table;
    for (const issue of found) issues.push(issue);
  }
  if (!isWhole(staged)) throw new Error("A coded table was not staged.");
  const stagedIndexes = indexes.map(({ sourceId, ...cells }) => {
    const { rows, lines, found } = stageIndex(cells);
    for (const issue of found) issues.push(issue);
    return sentenceIndex(sourceId, cells.path, rows, lines);
  });
  return { tables: staged, indexes: new Map(stagedIndexes.map((index) => [index.sourceId, index])), issues };
}

/** Whether every table is present. Each one was staged under its own name, with the columns of its own schema. */
const isWhole = (tables: Partial<Record<CodedTableName, StagedTable>>): tables is StagedTables =>
  codedTableNames.every((name) => tables[name] !== undefined);

const UNREADABLE = "";

function stageTable<N extends CodedTableName>(
  name: N,
  { path, rows, isComplete }: ToStage["tables"][N],
): { table: StagedTable<N>; found: readonly Issue[] } {
  const { row, rules } = codedTable(name);
  const columns = stagedColumns(row);
  const isRow = (values: Cells): values is CodedRow<N> & Cells => columns.every((column) => column.name in values);
  const found: Issue[] = [];
  const good: StagedLine<CodedRow<N>>[] = [];
  const refused: StagedLine<Cells>[] = [];
  for (const { line, cells } of rows) {
    const { values, issues } = readRow(cells, { columns, rules, at: { file: path, line, column: null } });
    if (issues.length === 0 && isRow(values)) good.push({ line, values });
    else refused.push({ line, values });
    for (const issue of issues) found.push(issue);
  }
  const refusedIds = new Set(refused.map(({ values }) => idOf(values, columns)));
  // A rejected row whose id could not be read may be the one that another row refers to.
  const isWholly = isComplete && !refusedIds.has(UNREADABLE);
  return { table: { path, rows: good, refused, refusedIds, isComplete: isWholly }, found };
}

const idOf = (values: Cells, [first]: readonly StagedColumn[]) => String(values[first?.name ?? ""] ?? UNREADABLE);

function stageIndex({ path, rows }: CellRows) {
  const columns = stagedColumns(SentenceIndexRow);
  const good: SentenceIndexRow[] = [];
  const lines: number[] = [];
  const found: Issue[] = [];
  for (const { line, cells } of rows) {
    const { values, issues } = readRow(cells, { columns, rules: [], at: { file: path, line, column: null } });
    for (const issue of issues) found.push(issue);
    if (issues.length > 0) continue;
    good.push(SentenceIndexRow.parse(values));
    lines.push(line);
  }
  return { rows: good, lines, found };
}

function stagedColumns(row: Parameters<typeof columnsOf>[0]): ReadColumn[] {
  return columnsOf(row).map((column) => {
    const entries = codelists.find(({ name }) => name === column.codelist)?.codes ?? [];
    const codes = entries.map(({ code }) => code);
    const suggest = suggestNamed(() => entries.map(({ code, label }) => ({ id: code, names: [label] })));
    return { ...column, codes, suggest, known: new Map() };
  });
}

/** Number of distinct cells to remember per column: codes, ids and dates repeat often, and texts must not fill the memory. */
const KNOWN_CELLS = 5_000;

/** A column with the results for cells that were already read. */
interface ReadColumn extends StagedColumn {
  readonly known: Map<string, Cell>;
}

interface ReadingRow {
  readonly columns: readonly ReadColumn[];
  readonly rules: readonly RowRule[];
  readonly at: Place;
}

/** The readable cells of a row, and all of its issues. */
function readRow(cells: readonly string[], { columns, rules, at }: ReadingRow): { values: Cells; issues: Issue[] } {
  const values: Record<string, Cell> = {};
  const issues: Issue[] = [];
  columns.forEach((column, position) => {
    const cell = cells[position] ?? "";
    const known = column.known.get(cell);
    if (known !== undefined) {
      values[column.name] = known;
      return;
    }
    const read = readCell(cell, column, { ...at, column: column.name });
    if ("issues" in read) issues.push(...read.issues);
    else {
      values[column.name] = read.value;
      if (column.known.size < KNOWN_CELLS) column.known.set(cell, read.value);
    }
  });
  issues.push(...brokenRules(rules, values, at));
  return { values, issues };
}

/** A rule is checked only if all the cells that it depends on could be read. */
const brokenRules = (rules: readonly RowRule[], values: Cells, at: Place): Issue[] =>
  rules
    .filter((rule) => rule.needs.every((column) => column in values) && !rule.holds(values))
    .map(({ column, sentence, advise }) => ({
      code: "stage/row-rule",
      at: { ...at, column },
      sentence,
      value: writtenValue(values[column]),
      advice: advise?.(values) ?? null,
    }));

function writtenValue(cell: Cell | undefined): string | null {
  const value = publishedValue(cell ?? null);
  if (value === null) return null;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
