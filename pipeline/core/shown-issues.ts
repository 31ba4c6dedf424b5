import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { SHOWN_ISSUES } from "#pipeline/core/limits.ts";

/**
 * The issues to show on a terminal, and how many remain. If there are more than the limit, errors come before warnings,
 * because only errors stop a release; in each part, issues keep their order.
 */
export function shownIssues(issues: readonly Issue[]): { shown: readonly Issue[]; remaining: number } {
  if (issues.length <= SHOWN_ISSUES) return { shown: issues, remaining: 0 };
  const errorsFirst = [...issues.filter((issue) => !isWarning(issue)), ...issues.filter(isWarning)];
  return { shown: errorsFirst.slice(0, SHOWN_ISSUES), remaining: issues.length - SHOWN_ISSUES };
}
