import { stringifyRows } from "#pipeline/core/csv-text.ts";
import { formatMessage } from "#pipeline/core/format-issue.ts";
import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";

/** The header of `unread.csv`: what is wrong with the rows of an edition, for a spreadsheet. */
export const UNREAD_HEADER = stringifyRows([["file", "line", "event_id", "column", "severity", "code", "message"]]);

/** An issue as a line of `unread.csv`; `eventId` is that of its row, `null` if it has none. */
export const unreadLine = (issue: Issue, eventId: string | null): string =>
  stringifyRows([
    [
      spreadsheetText(issue.at.file),
      issue.at.line,
      eventId === null ? null : spreadsheetText(eventId),
      issue.at.column === null ? null : spreadsheetText(issue.at.column),
      isWarning(issue) ? "warning" : "error",
      issue.code,
      spreadsheetText(formatMessage(issue)),
    ],
  ]);
