import type { ColumnAgreement, Difference, DifferingRow, TableAgreement } from "#pipeline/core/agreement-report.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { type CodedTableName, codedTable, secondTableNames } from "#schemas/coded-tables.ts";
import { interval, krippendorffAlpha, nominal } from "./alpha.ts";
import { type ComparedRow, comparedRow } from "./compared-row.ts";
import { type MeasuredColumn, measuredColumns } from "./measure.ts";
import { type PairedRows, pairRows } from "./pair-rows.ts";

/** The rows of one coding that are compared, by table. */
export type CodingRows = ReadonlyMap<CodedTableName, readonly ComparedRow[]>;

export const comparedTables = secondTableNames.filter((name) => codedTable(name).inSecondCodings === "compared");

interface Coded {
  /** The tables that the coding has. */
  readonly names: readonly CodedTableName[];
  readonly sourceId: string;
  readonly index: SentenceIndex | undefined;
}

/** The rows of a source in the tables of a coding. */
export const codingRows = (tables: StagedTables, { names, sourceId, index }: Coded): CodingRows =>
  new Map(
    comparedTables
      .filter((name) => names.includes(name))
      .map((table) => {
        const columns = measuredColumns(table);
        const rows: readonly { readonly values: Cells }[] = tables[table].rows;
        const own = rows.filter(({ values }) => values.source_id === sourceId);
        return [table, own.flatMap(({ values }) => comparedRow(values, { table, columns, index }) ?? [])];
      }),
  );

/** Compares two codings in every table that both have, if one of them has rows in it. */
export function compareTables(
  first: CodingRows,
  second: CodingRows,
): { readonly tables: TableAgreement[]; readonly differences: Difference[] } {
  const compared = comparedTables.flatMap((table) => {
    const [ours, theirs] = [first.get(table), second.get(table)];
    if (ours === undefined || theirs === undefined || ours.length + theirs.length === 0) return [];
    const columns = measuredColumns(table);
    const paired = pairRows(ours, theirs, columns);
    return [{ agreement: agreementIn(table, paired, columns), differences: differencesIn(table, paired, columns) }];
  });
  return {
    tables: compared.map(({ agreement }) => agreement),
    differences: compared.flatMap(({ differences }) => differences),
  };
}

function agreementIn(
  table: string,
  { both, onlyFirst, onlySecond }: PairedRows,
  columns: readonly MeasuredColumn[],
): TableAgreement {
  return {
    table,
    nInBoth: both.length,
    nOnlyFirst: onlyFirst.length,
    nOnlySecond: onlySecond.length,
    columns: columns.map((column, at) => agreementOf(column, cellsOf(both, at))),
  };
}

type CellPair = readonly [ComparedRow["cells"][number], ComparedRow["cells"][number]];

/** The cells of a column in the rows that both have, unless both are empty. */
const cellsOf = (both: PairedRows["both"], at: number): CellPair[] =>
  both.flatMap(([first, second]): CellPair[] => {
    const [a, b] = [first.cells[at], second.cells[at]];
    return a === undefined || b === undefined || (a.meant === null && b.meant === null) ? [] : [[a, b]];
  });

function agreementOf({ name, measure, isMain }: MeasuredColumn, pairs: readonly CellPair[]): ColumnAgreement {
  const nAgreed = pairs.filter(([a, b]) => a.meant === b.meant).length;
  const counts = { column: name, measure, isMain, nAgreed, nChanged: pairs.length - nAgreed };
  return { ...counts, alpha: alphaOf(measure, pairs) };
}

/** An empty cell is a category of its own among codes, and a missing value among numbers and dates. */
function alphaOf(measure: ColumnAgreement["measure"], pairs: readonly CellPair[]): number | null {
  if (measure === "wording") return null;
  if (measure === "interval")
    return krippendorffAlpha(
      pairs.map((pair) => pair.map(({ number }) => number)),
      interval,
    );
  return krippendorffAlpha(
    pairs.map((pair) => pair.map(({ meant }) => meant ?? "")),
    nominal,
  );
}

function differencesIn(
  table: string,
  { both, onlyFirst, onlySecond }: PairedRows,
  columns: readonly MeasuredColumn[],
): Difference[] {
  const cell = (row: ComparedRow, at: number): DifferingRow => ({
    ...placeOf(row),
    value: row.cells[at]?.written ?? null,
  });
  const whole = (row: ComparedRow): DifferingRow => ({ ...placeOf(row), value: inOneLine(row, columns) });
  return [
    ...both.flatMap(([first, second]) =>
      columns.flatMap(({ name }, at): Difference[] =>
        first.cells[at]?.meant === second.cells[at]?.meant
          ? []
          : [{ table, column: name, first: cell(first, at), second: cell(second, at) }],
      ),
    ),
    ...onlyFirst.map((row): Difference => ({ table, column: null, first: whole(row), second: null })),
    ...onlySecond.map((row): Difference => ({ table, column: null, first: null, second: whole(row) })),
  ];
}

const placeOf = ({ id, evidence }: ComparedRow) => ({ id, evidence });

/** The filled cells of a row: `actor_id: jnim | step_type: extension`. */
const inOneLine = ({ cells }: ComparedRow, columns: readonly MeasuredColumn[]) =>
  columns.flatMap(({ name }, at) => (cells[at]?.written == null ? [] : [`${name}: ${cells[at]?.written}`])).join(" | ");
