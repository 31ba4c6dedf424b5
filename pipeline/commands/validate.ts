import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { clearStaged, openText, writeStaged } from "#pipeline/io/staged-folder.ts";
import { issuesFile, recordFiles, statementFiles } from "#pipeline/publish/staged/staged-files.ts";
import { type Outcome, resolveRaw } from "#pipeline/run.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";

export interface ValidateOptions {
  readonly raw: string;
  readonly staged: string;
  readonly texts?: string | undefined;
  readonly json: boolean;
}

/** Runs the first three steps: prints every issue to stdout and writes staged/, but publishes nothing. */
export async function validate({ raw, staged, texts, json }: ValidateOptions): Promise<number> {
  const outcome = await resolveInput(readRawFolder(raw, textsFolder(raw, texts)), staged);
  const { issues, resolution } = outcome;
  if (!hasErrors(issues)) {
    const records = recordFiles((path) => openText(staged, path));
    for (const entry of resolution.entries()) records.add(entry);
    records.close();
  }
  console.log(
    json ? JSON.stringify(issues.map(asJson), null, 2) : [...issues.map(formatIssue), formatCounts(outcome)].join("\n"),
  );
  return hasErrors(issues) ? 1 : 0;
}

/** Runs the first three steps and writes their typed rows and issues to staged/. The caller writes the records. */
export async function resolveInput(input: RawInput, staged: string): Promise<Outcome> {
  const outcome = resolveRaw(input);
  await clearStaged(staged);
  for (const file of statementFiles(outcome.staged.tables)) writeStaged(staged, file);
  writeStaged(staged, issuesFile(outcome.issues));
  return outcome;
}

const asJson = (issue: Issue) => ({
  ...issue,
  severity: isWarning(issue) ? "warning" : "error",
  message: formatMessage(issue),
});

/** Prints errors and warnings to stderr, one per line. */
export function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) console.error(isWarning(issue) ? `warning: ${formatIssue(issue)}` : formatIssue(issue));
}

/** The numbers of rows, records, errors and warnings in one line. */
export function formatCounts({ staged: { tables }, resolution, issues }: Outcome): string {
  const warnings = issues.filter(isWarning).length;
  const rows = codedTableNames.reduce((sum, name) => sum + tables[name].rows.length, 0);
  const counts = [
    plural(rows, "coded row"),
    plural(resolution.nRecords, "record"),
    plural(issues.length - warnings, "error"),
    plural(warnings, "warning"),
  ];
  return `${counts.join(", ")}.`;
}
