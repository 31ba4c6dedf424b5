import { formatTooLarge, formatUnreadable } from "#pipeline/core/format-input-fault.ts";
import type { IssueOf } from "#pipeline/core/issue.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { describeEncoding, describeKind } from "./describe-file.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What is wrong and how to fix it. Long values and lists are cut already. */
export function formatExtractIssue(issue: IssueOf<"extract">): string {
  const column = shorten(issue.at.column ?? "");
  switch (issue.code) {
    case "extract/missing-file":
      return "The file is missing. Restore it; if it has no rows yet, write its header.";
    case "extract/unreadable":
      return formatUnreadable(issue.fault, issue.detail);
    case "extract/too-large":
      return formatTooLarge(issue.limit, issue.size);
    case "extract/unknown-file":
      return `No table has a file of this name.${didYouMean(issue.nearest)} Rename the file, or move it out of this folder.`;
    case "extract/not-read":
      return `The file is not read, because only names that end in .csv are those of tables. ${issue.isWorkbook ? "To read a workbook that `sheet` wrote, move it out of this folder, and run `sheet --read` with its name; otherwise delete it." : "Move it out of this folder, or delete it."}`;
    case "extract/empty-file":
      return "The file is empty. Write at least its header.";
    case "extract/encoding":
      return `${describeEncoding(issue.encoding, "file")} ${issue.encoding === "mixed" ? "Type the letters of this line again, and look for others." : "Save it as CSV UTF-8."}`;
    case "extract/other-kind":
      return `The file is ${describeKind(issue.kind)}, whatever its name says. ${issue.kind === "workbook" ? "Open it in the spreadsheet program, and save the table as CSV UTF-8." : "Replace it with the table as CSV UTF-8."}`;
    case "extract/cut-off":
      return "The file ends in the middle of a letter, so its end is missing. Restore the file, or copy it again.";
    case "extract/merge-mark":
      return "Git could not merge these lines and marked them with <<<<<<<, ======= and >>>>>>>. Keep the rows of both sides, delete the marks, and give new ids to rows that share one.";
    case "extract/separator":
      return formatSeparator(issue.separator);
    case "extract/missing-header":
      return `The first line is not a header: it names none of the table's columns. Insert this line above the rows: ${issue.expected.join(",")}.`;
    case "extract/nameless-column":
      return `Column ${issue.position} has no name. Name it after a column of the table, or delete it.`;
    case "extract/lines-above-header":
      return `The header is in line ${issue.header}, below other lines. Move it to the first line, and delete the lines above it that are not rows.`;
    case "extract/repeated-header":
      return "The header is here once more. Delete this line.";
    case "extract/missing-column":
      return issue.cells === null
        ? `The column "${column}" is missing. Add it to the header and to every row.`
        : `The header does not name the column "${column}", but the rows have all ${issue.cells} cells. Write the name back into the header.`;
    case "extract/unknown-column":
      return `The table has no column "${column}".${didYouMean(issue.nearest)} Rename the column, or delete it.`;
    case "extract/duplicate-column":
      return `The header has the column "${column}" twice. Delete one of the two.`;
    case "extract/empty-column":
      return `The column "${column}" has no value in any row. Delete it, or restore its values.`;
    case "extract/column-order":
      return `The column "${column}" is in the wrong place. Put the columns in this order: ${issue.expected.join(",")}.`;
    case "extract/ragged-row":
      return `The row has ${issue.cells} cells, but the header has ${issue.columns}. Look for a missing or extra comma, or for a text that contains a comma and needs quotes.`;
    case "extract/unclosed-quote":
      return `A quote opens here and never closes. Add the closing quote, and write a quote inside a text as "".`;
    case "extract/stray-quote":
      return `There is a quote inside a cell that is not quoted. Put the whole cell in quotes, and write the quote inside it as "".`;
    case "extract/escaped-quote":
      return `There is a backslash before a quote. Write a quote inside a text as "" without the backslash, and put the whole cell in quotes.`;
    case "extract/no-rows":
      return "The table has a header but no rows. If that is not intended, restore the rows.";
    case "extract/bad-outlines":
      return "The outlines or label anchors cannot be read. Restore the file, for example with git checkout, or mend it as the README in its folder says.";
    case "extract/missing-outlines":
      return "The folder has no outlines (*.topo.json), so no coordinates can be checked. Restore it, for example with git checkout.";
    default:
      return issue satisfies never;
  }
}

function formatSeparator(separator: string): string {
  if (separator === ";")
    return `The cells are separated by ";", as spreadsheets in many European countries do. Save the file with commas.`;
  const names: Readonly<Record<string, string>> = { "\t": "tabs", " ": "spaces" };
  return `The cells are separated by ${names[separator] ?? `"${separator}"`}. Save the file with commas.`;
}
