import { thousands } from "./format-input-fault.ts";
import { formatIssue, formatMessage, formatPlace } from "./format-issue.ts";
import type { IssueGroup } from "./group-issues.ts";
import { formatLines } from "./line-ranges.ts";
import { terminalLine } from "./terminal-text.ts";

/**
 * A group of issues on one line: the place and words of its first issue, and if there are more, how many and in which
 * lines: `raw/coded/profile.csv:2:amount  stage/placeholder  248 times (lines 2-240, 250 and 7 more): "NA" is …`.
 */
export function formatIssueGroup({ issues, areSame }: IssueGroup): string {
  const [first] = issues;
  if (first === undefined) return "";
  if (issues.length === 1) return formatIssue(first);
  const lines = issues.flatMap(({ at }) => at.line ?? []);
  const places = lines.length === 0 ? "" : ` (${formatLines(lines)})`;
  const count = areSame
    ? `${thousands(issues.length)} times${places}:`
    : `${thousands(issues.length)} more of this kind${places}. The first of them:`;
  return terminalLine(`${formatPlace(first.at)}  ${first.code}  ${count} ${formatMessage(first)}`);
}
