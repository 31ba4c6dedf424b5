import { thousands } from "#pipeline/core/format-input-fault.ts";
import { formatIssueGroup } from "#pipeline/core/format-issue-group.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { isWarningGroup, shownIssues } from "#pipeline/core/shown-issues.ts";
import { report } from "#pipeline/io/terminal.ts";

/** Prints issues to stderr, one message a line. `more` is the file that has all of them. */
export function reportIssues(issues: readonly Issue[], more: string | null): void {
  const { shown, remaining } = shownIssues(issues);
  for (const group of shown) report(`${isWarningGroup(group) ? "warning: " : ""}${formatIssueGroup(group)}`);
  if (remaining > 0) report(`And ${thousands(remaining)} more${more === null ? "." : ` in ${more}.`}`);
}
