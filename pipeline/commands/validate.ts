import { countOf } from "#pipeline/core/count-words.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { wordIssue, wordMessage } from "#pipeline/core/issue-words.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { clearStaged, writeStaged } from "#pipeline/io/staged-folder.ts";
import { issuesFile, recordFiles, statementFiles } from "#pipeline/publish/staged-files.ts";
import { type Outcome, resolveRaw } from "#pipeline/run.ts";

export interface ValidateOptions {
  readonly raw: string;
  readonly staged: string;
  readonly texts?: string | undefined;
  readonly json: boolean;
}

/** The first three steps: every issue on stdout, staged/ written, nothing published. */
export async function validate({ raw, staged, texts, json }: ValidateOptions): Promise<number> {
  const outcome = await resolveFolder({ raw, staged, texts });
  const { issues } = outcome;
  console.log(
    json ? JSON.stringify(issues.map(asJson), null, 2) : [...issues.map(wordIssue), wordCounts(outcome)].join("\n"),
  );
  return hasErrors(issues) ? 1 : 0;
}

/** raw/ through the first three steps, each leaving its work in staged/. */
export async function resolveFolder({ raw, staged, texts }: Omit<ValidateOptions, "json">): Promise<Outcome> {
  const outcome = resolveRaw(await readRawFolder(raw, textsFolder(raw, texts)));
  await clearStaged(staged);
  await writeStaged(staged, [
    ...statementFiles(outcome.staged.tables),
    ...recordFiles(outcome.resolved),
    issuesFile(outcome.issues),
  ]);
  return outcome;
}

const asJson = (issue: Issue) => ({
  ...issue,
  severity: isWarning(issue) ? "warning" : "error",
  message: wordMessage(issue),
});

/** One line that says how it stands. */
export function wordCounts({ staged, resolved, issues }: Outcome): string {
  const warnings = issues.filter(isWarning).length;
  const rows = [...staged.tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
  const counts = [
    countOf(rows, "coded row"),
    countOf(resolved.records.length, "record"),
    countOf(issues.length - warnings, "error"),
    countOf(warnings, "warning"),
  ];
  return `${counts.join(", ")}.`;
}
