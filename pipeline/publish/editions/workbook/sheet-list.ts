import type { EditionTable } from "#pipeline/publish/editions/edition.ts";

/** A table with more rows stays out: a sheet of that size opens slowly or not at all, and nobody reads it there. */
const MOST_ROWS = 50_000;

/** Tables that are named otherwise in the workbook: they explain the others and come last. */
const EXPLAINING: ReadonlyMap<string, string> = new Map([
  ["columns", "Columns"],
  ["codelists", "Codes"],
]);

export const sheetName = ({ name }: EditionTable): string => EXPLAINING.get(name) ?? name;

export interface SheetList {
  /** In the order of their sheets. */
  readonly sheets: readonly EditionTable[];
  readonly leftOut: readonly EditionTable[];
}

/** Which tables become sheets. */
export function listSheets(tables: readonly EditionTable[]): SheetList {
  const fitting = tables.filter(({ rowCount }) => rowCount <= MOST_ROWS);
  return {
    sheets: [
      ...fitting.filter(({ name }) => !EXPLAINING.has(name)),
      ...[...EXPLAINING.keys()].flatMap((explaining) => fitting.filter(({ name }) => name === explaining)),
    ],
    leftOut: tables.filter((table) => !fitting.includes(table)),
  };
}
