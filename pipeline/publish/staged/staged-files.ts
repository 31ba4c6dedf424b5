import { stringifyRows } from "#pipeline/core/csv-text.ts";
import { formatMessage } from "#pipeline/core/format-issue.ts";
import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { jsonText } from "#pipeline/core/json-text.ts";
import type { Entry } from "#pipeline/core/resolution.ts";
import { type Cells, publishedValue } from "#pipeline/core/row.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { TextWriter } from "#pipeline/core/text-writer.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";
import { conflictSection, conflictTitle } from "./conflict-report.ts";

/** A text file that is written in parts. */
export interface TextParts {
  readonly path: string;
  readonly parts: Iterable<string>;
}

/** `issues.csv`: every issue of the last run, for a spreadsheet. */
export const issuesFile = (issues: readonly Issue[]): TextParts => ({ path: "issues.csv", parts: issueRows(issues) });

function* issueRows(issues: readonly Issue[]): Generator<string> {
  yield stringifyRows([["file", "line", "column", "severity", "code", "message"]]);
  for (let start = 0; start < issues.length; start += ROWS_AT_A_TIME) {
    yield stringifyRows(
      issues
        .slice(start, start + ROWS_AT_A_TIME)
        .map((issue) => [
          spreadsheetText(issue.at.file),
          issue.at.line,
          spreadsheetText(issue.at.column ?? ""),
          isWarning(issue) ? "warning" : "error",
          issue.code,
          spreadsheetText(formatMessage(issue)),
        ]),
    );
  }
}

/** `statements/<table>.csv`: the typed rows of every coded table, as `stage` returns them. */
export const statementFiles = (tables: StagedTables): TextParts[] =>
  codedTableNames.map((name) => ({ path: `statements/${name}.csv`, parts: statementLines(name, tables) }));

const ROWS_AT_A_TIME = 256;

function* statementLines(name: CodedTableName, tables: StagedTables): Generator<string> {
  const columns = columnNames(codedTable(name).row);
  const { rows } = tables[name];
  yield stringifyRows([columns]);
  for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
    yield stringifyRows(
      rows.slice(start, start + ROWS_AT_A_TIME).map(({ values }) => {
        const cells: Cells = values;
        return columns.map((column) => publishedValue(cells[column] ?? null));
      }),
    );
  }
}

/** `records.ndjson`, with one record per line, and the report on conflicts, which an editor reads before a release. */
export function recordFiles(open: (path: string) => TextWriter) {
  const records = open("records.ndjson");
  const conflicts: string[] = [];
  return {
    add: (entry: Entry) => {
      if (entry.columns === undefined) return;
      records.write(`${jsonText({ table: entry.table, ...entry.row })}\n`);
      if (entry.row.agreement === "conflicting") conflicts.push(conflictSection(entry));
    },
    close: () => {
      records.close();
      const report = open("conflicts.md");
      report.write(`${[conflictTitle(conflicts.length), ...conflicts].join("\n\n").trimEnd()}\n`);
      report.close();
    },
  };
}
