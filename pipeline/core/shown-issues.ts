import { groupIssues, type IssueGroup } from "#pipeline/core/group-issues.ts";
import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { SHOWN_ISSUES } from "#pipeline/core/limits.ts";

/**
 * The issues to show on a terminal, in groups of one message each, and how many issues remain. If there are more groups
 * than the limit, errors come before warnings, because only errors stop a release; in each part, groups keep their order.
 */
export function shownIssues(issues: readonly Issue[]): { shown: readonly IssueGroup[]; remaining: number } {
  const groups = groupIssues(issues);
  if (groups.length <= SHOWN_ISSUES) return { shown: groups, remaining: 0 };
  const errorsFirst = [...groups.filter((group) => !isWarningGroup(group)), ...groups.filter(isWarningGroup)];
  const hidden = errorsFirst.slice(SHOWN_ISSUES).reduce((sum, group) => sum + group.issues.length, 0);
  return { shown: errorsFirst.slice(0, SHOWN_ISSUES), remaining: hidden };
}

/** All issues of a group have the same code. */
export const isWarningGroup = ({ issues: [first] }: IssueGroup) => first !== undefined && isWarning(first);
