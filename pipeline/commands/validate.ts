import { join } from "node:path";
import { thousands } from "#pipeline/core/format-input-fault.ts";
import { wordedIssue } from "#pipeline/core/format-issue.ts";
import { formatIssueGroup } from "#pipeline/core/format-issue-group.ts";
import type { IssueGroup } from "#pipeline/core/group-issues.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { isWarningGroup, shownIssues } from "#pipeline/core/shown-issues.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { beginResults, type StagedResults } from "#pipeline/io/staged-folder.ts";
import { print, printJsonList, report } from "#pipeline/io/terminal.ts";
import { issuesFile, recordFiles, statementFiles } from "#pipeline/publish/staged/staged-files.ts";
import { countRows, type Outcome, resolveRaw } from "#pipeline/run.ts";

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
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) =>
    inResults({ staged, assertHeld }, (results) => validateAlone(options, results, signal)),
  );
}

async function validateAlone(
  { raw, staged, texts, json }: ValidateOptions,
  results: StagedResults,
  signal: AbortSignal,
): Promise<number> {
  const outcome = await resolveInput(await readRawFolder(raw, textFolders(raw, texts)), results);
  const { issues, resolution } = outcome;
  results.write(issuesFile(issues));
  if (!hasErrors(issues)) {
    const records = recordFiles(results.open);
    for (const entry of resolution.entries()) records.add(entry);
    records.close();
  }
  await pauseFor(signal)();
  await results.commit("validate");
  if (json) printJsonList(issues.map(wordedIssue));
  else print([...issueLines(issues, { staged, format: formatIssueGroup }), ...formatCounts(outcome)].join("\n"));
  return hasErrors(issues) ? 1 : 0;
}

interface Results {
  readonly staged: string;
  readonly assertHeld: AssertHeld;
}

/** Does work that writes results to staged/, whose lock is held. If it fails, the earlier results stay. */
export async function inResults<T>(
  { staged, assertHeld }: Results,
  work: (results: StagedResults) => Promise<T>,
): Promise<T> {
  const results = beginResults(staged, assertHeld);
  try {
    return await work(results);
  } catch (error) {
    await results.discard();
    throw error;
  }
}

/** Runs the first three steps and writes their typed rows. The caller writes the issues and the records. */
export function resolveInput(input: RawInput, results: StagedResults, progress?: Progress): Outcome {
  const outcome = resolveRaw(input, progress);
  for (const file of statementFiles(outcome.staged.tables)) results.write(file);
  return outcome;
}

/** Prints errors and warnings to stderr, one message per line. */
export function printIssues(issues: readonly Issue[], staged: string): void {
  const format = (group: IssueGroup) => `${isWarningGroup(group) ? "warning: " : ""}${formatIssueGroup(group)}`;
  for (const line of issueLines(issues, { staged, format })) report(line);
}

/** One line for each message, up to a limit, and where to find the other issues. */
function issueLines(
  issues: readonly Issue[],
  { staged, format }: { readonly staged: string; readonly format: (group: IssueGroup) => string },
): string[] {
  const { shown, remaining } = shownIssues(issues);
  const more = remaining === 0 ? [] : [`And ${thousands(remaining)} more in ${join(staged, "issues.csv")}.`];
  return [...shown.map(format), ...more];
}

/** The numbers of rows, records, errors and warnings; if there are drafts, a second line counts what they have. */
export function formatCounts({ staged, resolution, issues, publishable }: Outcome): string[] {
  const counts = [
    plural(countRows(staged), "coded row"),
    plural(resolution.nRecords, "record"),
    plural(countErrors(issues), "error"),
    plural(issues.filter(isWarning).length, "warning"),
  ];
  return [`${counts.join(", ")}.`, ...formatDrafts(publishable, countErrors(issues))];
}

function formatDrafts({ drafts, nRows, issues }: Outcome["publishable"], nErrors: number): string[] {
  if (drafts.length === 0) return [];
  const nOfDrafts = nErrors - countErrors(issues);
  const errors = nOfDrafts === 0 ? "" : ` ${plural(nOfDrafts, "error")} of drafts: they do not stop a release.`;
  return [
    `${plural(drafts.length, "draft source")}: ${plural(nRows, "row")} ${nRows === 1 ? "is" : "are"} validated, not published.${errors}`,
  ];
}

const countErrors = (issues: readonly Issue[]) => issues.filter((issue) => !isWarning(issue)).length;
