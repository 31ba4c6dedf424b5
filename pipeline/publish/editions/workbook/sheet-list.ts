import type { EditionTable } from "#pipeline/publish/editions/edition.ts";

/** Tables with more rows get no sheet, because a sheet of that size opens slowly or not at all. */
const MOST_ROWS = 50_000;

/** Tables that explain the others. They come last, with other names in the workbook. */
const EXPLAINING: ReadonlyMap<string, string> = new Map([
  ["columns", "Columns"],
  ["codelists", "Codes"],
]);

/** Other tables that have a name of their own in the workbook, because their sheet has more than the table. */
const EXTENDED: ReadonlyMap<string, string> = new Map([["disagreements", "Disagreements"]]);

export const sheetName = ({ name }: EditionTable): string => EXPLAINING.get(name) ?? EXTENDED.get(name) ?? name;

export interface SheetList {
  /** The tables with a sheet, in the order of their sheets. */
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
