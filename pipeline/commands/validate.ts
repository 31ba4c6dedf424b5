import { join } from "node:path";
import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { shownIssues } from "#pipeline/core/shown-issues.ts";
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
  if (json) {
    for (const part of jsonArray(issues.map(asJson))) console.log(part);
  } else {
    console.log([...issueLines(issues, { staged, format: formatIssue }), formatCounts(outcome)].join("\n"));
  }
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

/** A JSON array in parts, each on lines of its own: all issues in one text could be longer than a text may be. */
function* jsonArray(items: readonly object[]): Generator<string> {
  if (items.length === 0) yield "[]";
  for (const [position, item] of items.entries()) {
    const lines = JSON.stringify(item, null, 2).replaceAll("\n", "\n  ");
    yield `${position === 0 ? "[\n" : ""}  ${lines}${position === items.length - 1 ? "\n]" : ","}`;
  }
}

/** Prints errors and warnings to stderr, one per line. */
export function printIssues(issues: readonly Issue[], staged: string): void {
  const format = (issue: Issue) => (isWarning(issue) ? `warning: ${formatIssue(issue)}` : formatIssue(issue));
  for (const line of issueLines(issues, { staged, format })) console.error(line);
}

/** One line for each issue, up to a limit, and where to find the others. */
function issueLines(
  issues: readonly Issue[],
  { staged, format }: { readonly staged: string; readonly format: (issue: Issue) => string },
): string[] {
  const { shown, remaining } = shownIssues(issues);
  const more =
    remaining === 0 ? [] : [`And ${remaining.toLocaleString("en-US")} more in ${join(staged, "issues.csv")}.`];
  return [...shown.map(format), ...more];
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
