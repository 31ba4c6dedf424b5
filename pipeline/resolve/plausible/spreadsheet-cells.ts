import { spreadsheetMark } from "#pipeline/core/spreadsheet-marks.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import type { Finding } from "./finding.ts";
import { publishedRows } from "./rows.ts";

/** An edition of event data is often named after a day. */
const isWords = ({ name, kind }: Column) =>
  (kind === "label" || kind === "list" || kind === "text") && name !== "event_edition";

const wordsOf = new Map(codedTableNames.map((name) => [name, columnsOf(codedTable(name).row).filter(isWords)]));

/** Texts that a spreadsheet seems to have turned into a date or a number. */
export const spreadsheetCells = (tables: StagedTables): Finding[] =>
  [...publishedRows(tables)].flatMap(({ name, table, recordId, values, at }) =>
    (wordsOf.get(name) ?? []).flatMap(({ name: column }): Finding[] => {
      const cell = values[column];
      const looksLike = typeof cell === "string" ? spreadsheetMark(cell) : null;
      // A number of five digits is a likely value or title, but never the words for a time.
      if (looksLike === null || (looksLike === "serial-number" && column !== "date_text")) return [];
      const check = { table, recordId, column, value: String(cell) };
      return [{ code: "resolve/made-by-spreadsheet", at: { ...at, column }, check, looksLike }];
    }),
  );
