import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { beginResults, type StagedResults } from "#pipeline/io/staged-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
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
export async function validate(options: ValidateOptions): Promise<number> {
  const { raw, staged } = options;
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  return runAlone({ reads: raw, staged, report }, (signal) =>
    inResults(staged, (results) => validateAlone(options, results, signal)),
  );
}

async function validateAlone(
  { raw, texts, json }: ValidateOptions,
  results: StagedResults,
  signal: AbortSignal,
): Promise<number> {
  const outcome = await resolveFolder({ raw, texts }, results);
  const { issues, resolution } = outcome;
  results.write(issuesFile(issues));
  if (!hasErrors(issues)) {
    const records = recordFiles(results.open);
    for (const entry of resolution.entries()) records.add(entry);
    records.close();
  }
  await pauseFor(signal)();
  await results.commit("validate");
  if (json) printJson(issues.map(asJson));
  else print([...issues.map(formatIssue), formatCounts(outcome)].join("\n"));
  return hasErrors(issues) ? 1 : 0;
}

/** Does work that writes results to staged/. If it fails, the earlier results stay. */
export async function inResults<T>(staged: string, work: (results: StagedResults) => Promise<T>): Promise<T> {
  const results = beginResults(staged);
  try {
    return await work(results);
  } catch (error) {
    await results.discard();
    throw error;
  }
}

/** Runs the first three steps on raw/ and writes their typed rows. The caller writes the issues and the records. */
export async function resolveFolder(
  { raw, texts }: Pick<ValidateOptions, "raw" | "texts">,
  results: StagedResults,
): Promise<Outcome> {
  const outcome = resolveRaw(await readRawFolder(raw, textsFolder(raw, texts)));
  for (const file of statementFiles(outcome.staged.tables)) results.write(file);
  return outcome;
}

const asJson = (issue: Issue) => ({
  ...issue,
  severity: isWarning(issue) ? "warning" : "error",
  message: formatMessage(issue),
});

/** Prints errors and warnings to stderr, one per line. */
export function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) report(isWarning(issue) ? `warning: ${formatIssue(issue)}` : formatIssue(issue));
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
