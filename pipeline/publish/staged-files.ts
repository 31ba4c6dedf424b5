import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { isWarning } from "#pipeline/core/issue.ts";
import { wordMessage } from "#pipeline/core/issue-words.ts";
import type { OutputFile, Resolved } from "#pipeline/core/record.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { conflictReport } from "#pipeline/publish/conflict-report.ts";
import { codedTable } from "#schemas/tables.ts";

const asFile = (path: string, text: string): OutputFile => ({ path, bytes: Buffer.from(text) });

/** `staged/issues.csv`: every issue of the last run, as a spreadsheet takes it. */
export function issuesFile(issues: readonly Issue[]): OutputFile {
  const rows = issues.map((issue) => ({
    file: issue.at.file,
    line: issue.at.line,
    column: issue.at.column,
    severity: isWarning(issue) ? "warning" : "error",
    code: issue.code,
    message: wordMessage(issue),
  }));
  return asFile("issues.csv", writeCsv(["file", "line", "column", "severity", "code", "message"], rows));
}

/** The typed rows of every coded table, as `stage` leaves them. */
export const statementFiles = (tables: StagedTables): OutputFile[] =>
  [...tables].map(([name, { rows }]) =>
    asFile(
      `statements/${name}.csv`,
      writeCsv(
        Object.keys(codedTable(name).row.shape),
        rows.map(({ values }) => values),
      ),
    ),
  );

/** The records as `resolve` leaves them, one line each, and what an editor reads before a release. */
export const recordFiles = ({ records }: Resolved): OutputFile[] => [
  asFile("records.ndjson", records.map(({ table, row }) => `${JSON.stringify({ table, ...row })}\n`).join("")),
  asFile("conflicts.md", conflictReport(records)),
];
