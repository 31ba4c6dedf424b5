import type { IssueOf } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { Alteration } from "./sheet-issue.ts";

export function formatSheetIssue(issue: IssueOf<"sheet">): string {
  switch (issue.code) {
    case "sheet/not-a-workbook":
      return "This is not an .xlsx workbook, or it is damaged or protected by a password. In the spreadsheet program, save it as Excel workbook (.xlsx).";
    case "sheet/too-large":
      return "The workbook would be too large in memory. Delete sheets and formats that the coding does not need.";
    case "sheet/not-for-coding":
      return `The workbook has no list of the rows that it was written with, so changes cannot be told from new rows. Write a new workbook with \`sheet --out FILE.xlsx\`, and copy your rows into it.`;
    case "sheet/unknown-sheet":
      return `No table is called "${issue.sheet}", so this sheet was not read. If it holds rows, move them to the sheet of their table.`;
    case "sheet/missing-column":
      return `The sheet ${issue.sheet} has no column "${issue.missing}" in its first row. Undo the deletion or the change of the header.`;
    case "sheet/unknown-column":
      return `${inSheet(issue)}: "${issue.header}" is not a column of the table, or it occurs twice. Delete the column, or correct its header.`;
    case "sheet/bad-key":
      return `${inSheet(issue)}: "${issue.key}" is not the key of a row of this sheet. The first column belongs to the pipeline. Undo the change; in a new row, leave the cell empty.`;
    case "sheet/all-rows-gone":
      return `All ${plural(issue.rows, "row")} of the sheet ${issue.sheet} are gone. Nobody deletes a table in this way: undo it, or delete the whole sheet if the table shall stay as it is.`;
    case "sheet/conflict":
      return `${issue.row} was ${issue.isDeleted ? "deleted" : "changed"} in the sheet ${issue.sheet}, and since the workbook was written, the file has changed there too. Keep a copy of the workbook, write a new one, and make the change there.`;
    case "sheet/altered-cell":
      return `${inSheet(issue)}: ${fromTo(issue)}. ${WHAT_HAPPENED[issue.alteration]} ${howToMend(issue.before)}`;
    case "sheet/restored-cell":
      return `${inSheet(issue)}: ${fromTo(issue)}. ${WHAT_HAPPENED[issue.alteration]} The file keeps what it had.`;
    default:
      return issue satisfies never;
  }
}

const inSheet = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }) => `${sheet}!${cell}`;

const fromTo = ({ before, after }: { readonly before: string | null; readonly after: string }) =>
  before === null ? `the new row has "${after}"` : `"${before}" became "${after}"`;

const howToMend = (before: string | null) =>
  before === null
    ? "Set the format of the cell to Text, and type the value again."
    : `Set the format of the cell to Text, and type "${before}" again. If the new value is right, write it into the CSV file itself.`;

const WHAT_HAPPENED: Readonly<Record<Alteration, string>> = {
  formula: "The cell holds a formula.",
  error: "This is an error of the spreadsheet program.",
  date: "The spreadsheet program made a date of it.",
  number: "The spreadsheet program made a number of it.",
  "number-format": "The cell shows a number in a format, such as percent or money, so its value is not what you see.",
  boolean: "The spreadsheet program made a truth value of it.",
  quotes: "Only quotation marks, dashes, dots or kinds of spaces differ, as after an automatic correction.",
  zeros: "It is the same number, but zeros at its beginning or end are lost.",
  exponent: "It is the same number, but written with an exponent.",
  rounded: "Spreadsheet programs keep only 15 digits of a number.",
  spaces: "Only spaces at the beginning or end differ.",
};
