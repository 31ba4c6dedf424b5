import { formatIssue } from "#pipeline/core/format-issue.ts";
import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { report } from "#pipeline/io/terminal.ts";

/** Prints what is wrong with the rows of the sources asked for; their texts can be read without these cells. */
export function reportFaults(issues: readonly Issue[]): void {
  for (const issue of issues) report(formatIssue(issue));
  if (issues.length > 0)
    report(
      "The row in sources.csv has errors. You can read and code the text, but correct the row before you publish it.",
    );
}

/** Says on stderr that rows are missing from the result of a command because they have errors. */
export function reportErrors(raw: string, issues: readonly Issue[]): void {
  const errors = issues.filter((issue) => !isWarning(issue)).length;
  if (errors === 0) return;
  report(
    `${plural(errors, "error")} in ${raw}. The rows with errors are not counted. To see the errors, run: npm run pipeline -- validate`,
  );
}

/** Prints the links whose event is gone or has changed. Returns the exit code: it is an error to leave them as they are. */
export function reportLinkIssues(issues: readonly Issue[]): number {
  for (const issue of issues) report(formatIssue(issue));
  return issues.length > 0 ? 1 : 0;
}
